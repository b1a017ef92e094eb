import type { ColumnKind } from '../browse/record.ts';

/** Kinds that a reader can tell rows apart by. */
const READABLE: ReadonlySet<ColumnKind> = new Set([
  'address',
  'choice',
  'date',
  'number',
  'text',
  'time',
]);
/** Longer texts are no names of places or days; a few may be. */
const SHORT = 40;

/**
 * The column in which rows of the same name differ most often, where a twentieth of all rows shares its name; `undefined` where
 * there are fewer, or where no column tells half of them apart.
 */
export function tellingColumn(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  kinds: readonly ColumnKind[],
): number | undefined {
  const byName = new Map<string, (readonly string[])[]>();
  for (const [at, name] of names.entries()) {
    const group = byName.get(name);
    const row = rows[at] ?? [];
    if (group === undefined) byName.set(name, [row]);
    else group.push(row);
  }
  const shared = [...byName.values()].filter(({ length }) => length > 1);
  const rowsShared = shared.reduce((sum, { length }) => sum + length, 0);
  if (rowsShared * 20 < names.length || shared.length === 0) return undefined;
  const told = kinds.map((kind, index) => {
    const long = rows.filter((row) => (row[index] ?? '').length > SHORT).length;
    return READABLE.has(kind) && long * 10 <= rows.length ? distinct(shared, index) : 0;
  });
  const most = Math.max(...told);
  return most * 2 >= rowsShared ? told.indexOf(most) : undefined;
}

/** How many rows say in a column what no other row of their name says. */
function distinct(groups: readonly (readonly (readonly string[])[])[], index: number): number {
  let count = 0;
  for (const group of groups) {
    const counts = new Map<string, number>();
    for (const row of group) {
      const cell = row[index] ?? '';
      if (cell !== '') counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    count += [...counts.values()].filter((times) => times === 1).length;
  }
  return count;
}
