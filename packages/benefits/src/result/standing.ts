import { type Asking, askingOf } from '../ask/next.ts';
import type { CheckState } from '../ask/state.ts';
import type { Check } from '../open/check.ts';
import { type Results, resultsFrom } from './results.ts';

/** Where a check stands: what is known, and what to ask next. */
export interface Standing extends Omit<Asking, 'reader'> {
  readonly results: Results;
}

/**
 * Works out where a check stands. First the household is asked about, then only what can still change a result.
 * @throws RulesError where the rules cannot be worked out
 */
export function standingOf(check: Check, state: CheckState): Standing {
  return standingFrom(check, askingOf(check, state));
}

/** `standingOf`, where it is known already what to ask. */
export function standingFrom(check: Check, { reader, ...asking }: Asking): Standing {
  return { ...asking, results: resultsFrom(check, asking.facts, reader) };
}
