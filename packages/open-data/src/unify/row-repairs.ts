import type { Patch } from '../repair/index.ts';
import type { RowRepair } from './unified-table.ts';

/** What was mended in each row, by its number; a column is called as the file calls it. */
export function rowRepairs(patches: readonly Patch[]): ReadonlyMap<number, readonly RowRepair[]> {
  const byRow = new Map<number, RowRepair[]>();
  for (const { kind, row, column, code, before, after } of patches) {
    if (kind !== 'cell' && kind !== 'joined-cells') continue;
    const repair = { column, code, before, after };
    const known = byRow.get(row);
    if (known === undefined) byRow.set(row, [repair]);
    else known.push(repair);
  }
  return byRow;
}

/** Rows that a repair took out of the data because they are none. */
export function removedRows(
  patches: readonly Patch[],
): { readonly row: number; readonly code: string; readonly cells: readonly string[] }[] {
  return patches.flatMap((patch) =>
    patch.kind === 'removed-rows'
      ? patch.rows.map(({ row, cells }) => ({ row, code: patch.code, cells }))
      : [],
  );
}
