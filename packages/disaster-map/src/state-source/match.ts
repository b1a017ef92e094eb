import { fold } from '@yokoten/open-data/browse';
import type { PlaceState } from './observed.ts';

/** The part of a place that states are matched by. */
export interface Matched {
  readonly id: string;
  readonly name: string;
}

/** States by the id of the place they are about, and those that are about none or about several. */
export interface MatchResult {
  readonly states: ReadonlyMap<string, PlaceState>;
  /** No place has this id or name: shown as text, never put onto a place that is merely alike. */
  readonly unmatched: readonly PlaceState[];
  /** Several places have this name, or several states are about one place and differ in place: left for a person. */
  readonly ambiguous: readonly PlaceState[];
}

/**
 * Matches by id (also `131016-E0001` with the source's `E0001`), else by the same name in any width. A name that two places
 * at different spots bear is ambiguous and matches none. Of two states about one place the one seen last counts.
 */
export function matchStates(
  states: readonly PlaceState[],
  places: readonly Matched[],
): MatchResult {
  const { byId, byName } = indexOf(places);
  const matched = new Map<string, PlaceState>();
  const unmatched: PlaceState[] = [];
  const ambiguous: PlaceState[] = [];
  for (const state of states) {
    const found =
      (state.id === undefined ? undefined : byId.get(state.id)) ??
      (state.name === undefined ? undefined : byName.get(fold(state.name)));
    const [only, another] = found ?? [];
    if (only === undefined) unmatched.push(state);
    else if (another !== undefined) ambiguous.push(state);
    else {
      const before = matched.get(only.id);
      if (before === undefined || seenAt(state) >= seenAt(before)) matched.set(only.id, state);
    }
  }
  return { states: matched, unmatched, ambiguous };
}

interface PlaceIndex {
  readonly byId: ReadonlyMap<string, readonly Matched[]>;
  readonly byName: ReadonlyMap<string, readonly Matched[]>;
}

/** Places stay what they are while reports come and go. */
const indexes = new WeakMap<readonly Matched[], PlaceIndex>();

function indexOf(places: readonly Matched[]): PlaceIndex {
  const known = indexes.get(places);
  if (known !== undefined) return known;
  const index = {
    byId: grouped(places, ({ id }) => [...new Set([id, id.replace(/^\d{5,6}-/, '')])]),
    byName: grouped(places, ({ name }) => [fold(name)]),
  };
  indexes.set(places, index);
  return index;
}

function grouped(
  places: readonly Matched[],
  keysOf: (place: Matched) => readonly string[],
): ReadonlyMap<string, readonly Matched[]> {
  const groups = new Map<string, Matched[]>();
  for (const place of places) {
    for (const key of keysOf(place)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [place]);
      else group.push(place);
    }
  }
  return groups;
}

function seenAt({ opening, crowding, people, capacity }: PlaceState): number {
  const times = [opening, crowding, people, capacity].map((part) => part?.at ?? -Infinity);
  return Math.max(...times);
}
