import type { Patch } from '../repair/index.ts';
import type { Table } from '../table.ts';

/**
 * The table as published, with cells blank that only held a stand-in for a missing value (`-`, `なし` …): for the score a
 * blank is a blank, however it is written.
 */
export function withoutPlaceholders(table: Table, patches: readonly Patch[]): Table {
  const emptied = new Map<number, Set<number>>();
  for (const { kind, row, index, after } of patches) {
    if (kind !== 'cell' || after !== '') continue;
    const known = emptied.get(row);
    if (known === undefined) emptied.set(row, new Set([index]));
    else known.add(index);
  }
  if (emptied.size === 0) return table;
  const rows = table.rows.map((row) => {
    const gone = emptied.get(row.row);
    if (gone === undefined) return row;
    const cells = row.cells.map((cell, index) => (gone.has(index) ? '' : cell));
    return Object.assign({}, row, { cells });
  });
  return { ...table, rows };
}
