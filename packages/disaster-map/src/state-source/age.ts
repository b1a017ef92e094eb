import type { Observed, Opening } from './observed.ts';

/**
 * How old an observation is. `fresh`: it may be said as it is, with its age. `stale`: it was so, it is not said to be so.
 * `unknown`: it has no time, or one that is yet to come, because some clock is wrong.
 */
export type Age =
  | { readonly state: 'fresh' | 'stale'; readonly milliseconds: number }
  | { readonly state: 'unknown' };

/** Clocks differ by a little; what is seen this much later than now is seen now. */
export const CLOCK_SLACK = 60_000;

/** How old `observed` is at `now`; what is as old as `staleAfter`, or past its own end, is stale. All in milliseconds. */
export function ageOf(observed: Observed<unknown>, now: number, staleAfter: number): Age {
  const { at } = observed;
  if (at === undefined || !Number.isFinite(at) || !Number.isFinite(now))
    return { state: 'unknown' };
  if (at - now > CLOCK_SLACK) return { state: 'unknown' };
  const milliseconds = Math.max(0, now - at);
  const isFresh = milliseconds < staleAfter && now < endOf(observed);
  return { state: isFresh ? 'fresh' : 'stale', milliseconds };
}

/** What may be said about a place now: `undefined` as soon as it is not certain any more. Never open past its time. */
export function openingNow(
  observed: Observed<Opening> | undefined,
  now: number,
  staleAfter: number,
): Opening | undefined {
  if (observed === undefined) return undefined;
  return ageOf(observed, now, staleAfter).state === 'fresh' ? observed.value : undefined;
}

/**
 * Milliseconds until the first of these observations becomes stale: when to look again, so that the page says so at that
 * moment. `undefined` where none is fresh.
 */
export function nextStale(
  observations: Iterable<Observed<unknown>>,
  now: number,
  staleAfter: number,
): number | undefined {
  let next: number | undefined;
  for (const observed of observations) {
    const age = ageOf(observed, now, staleAfter);
    if (age.state !== 'fresh') continue;
    const left = Math.min(staleAfter - age.milliseconds, endOf(observed) - now);
    if (next === undefined || left < next) next = left;
  }
  return next;
}

function endOf({ until = Infinity }: Observed<unknown>): number {
  return until;
}
