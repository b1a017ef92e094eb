import { split } from '../browse/facets.ts';

/** What stands in one column, counted. */
export interface Contents {
  readonly rows: number;
  /** Cells that are not blank. */
  readonly filled: number;
  /** How often each value stands there; of `a;b` each part. */
  readonly counts: ReadonlyMap<string, number>;
  /** There are more different values than are counted. */
  readonly isCut: boolean;
}

/** Different values that are counted: with more a column is no choice, and a sample is enough to know its kind. */
const MOST = 200;

/** Counts the values of one column. */
export function contentsOf(rows: readonly (readonly string[])[], index: number): Contents {
  const counts = new Map<string, number>();
  let filled = 0;
  let isCut = false;
  for (const row of rows) {
    const cell = row[index] ?? '';
    if (cell === '') continue;
    filled++;
    for (const value of split(cell)) {
      if (counts.size < MOST || counts.has(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
      else isCut = true;
    }
  }
  return { rows: rows.length, filled, counts, isCut };
}

/** Whether nine of ten different values are so. */
export function isNearly({ counts }: Contents, test: (value: string) => boolean): boolean {
  const values = [...counts.keys()];
  return values.length > 0 && values.filter(test).length >= values.length * 0.9;
}
