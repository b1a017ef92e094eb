import { OBSERVED_KEYS, type ObservedKey, type PlaceState } from './observed.ts';

/** By what a source calls its places; what is said anew of one replaces only what it is about. */
export function mergeStates(
  before: ReadonlyMap<string, PlaceState>,
  states: readonly PlaceState[],
): ReadonlyMap<string, PlaceState> {
  const all = new Map(before);
  for (const state of states) {
    const key = JSON.stringify([state.id, state.id === undefined ? state.name : undefined]);
    const known = all.get(key);
    all.set(key, known === undefined ? state : { ...known, ...later(known, state) });
  }
  return all;
}

/** The parts of `state` that were not seen before those of `known`. */
function later(known: PlaceState, state: PlaceState): Partial<PlaceState> {
  const parts = Object.entries(state).filter(([key, part]) => {
    const before = isObservedKey(key) ? known[key]?.at : undefined;
    const at = typeof part === 'object' ? part.at : undefined;
    return before === undefined || (at !== undefined && at >= before);
  });
  return Object.fromEntries(parts) as Partial<PlaceState>;
}

function isObservedKey(key: string): key is ObservedKey {
  return OBSERVED_KEYS.some((one) => one === key);
}
