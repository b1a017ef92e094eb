import type { CheckState } from '../ask/state.ts';
import type { Check } from '../open/check.ts';
import { type Flip, smallestChanges } from '../why/flip.ts';
import { type Why, why } from '../why/why.ts';

/** Both are worked out once for what was answered, however often the page is drawn. */
const reasons = new WeakMap<CheckState, Map<string, Why>>();
const changes = new WeakMap<CheckState, Map<string, readonly Flip[]>>();

/**
 * Why a programme's result is what it is.
 * @throws RulesError where the rules cannot be worked out
 */
export function reasonsOf(check: Check, state: CheckState, id: string): Why {
  return once(reasons, state, `${check.set.id} ${id}`, () => why(check, state, id));
}

/**
 * The smallest changes that turn the result round.
 * @throws RulesError where the rules cannot be worked out
 */
export function changesOf(check: Check, state: CheckState, id: string): readonly Flip[] {
  return once(changes, state, `${check.set.id} ${id}`, () => smallestChanges(check, state, id));
}

function once<T>(
  all: WeakMap<CheckState, Map<string, T>>,
  state: CheckState,
  key: string,
  work: () => T,
): T {
  const kept = all.get(state) ?? new Map<string, T>();
  all.set(state, kept);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const found = work();
  kept.set(key, found);
  return found;
}
