import type { Filter } from '../document.ts';
import { columnOf, foundEntries, type Entry, type Narrowing } from './entry.ts';

/** How many places a choice of this filter would leave: by value, and `all` without the filter. */
export interface FilterCount {
  readonly filter: Filter;
  readonly all: number;
  readonly byValue: ReadonlyMap<string, number>;
}

/** Counts for each filter what its choices find together with everything else that narrows the places. */
export function filterCounts(
  filters: readonly Filter[],
  entries: readonly Entry[],
  state: Narrowing,
): readonly FilterCount[] {
  return filters.map((filter) => {
    const others = new Map(state.filters);
    others.delete(filter.header);
    const found = foundEntries(entries, { ...state, filters: others });
    const column = columnOf(filter.header);
    const byValue = new Map(filter.values.map((value) => [value, 0]));
    for (const { layer, place } of found) {
      const value = place[4][column(layer)] ?? undefined;
      if (value !== undefined) byValue.set(value, (byValue.get(value) ?? 0) + 1);
    }
    return { filter, all: found.length, byValue };
  });
}
