import { cellAddress } from '../internal/address.ts';
import type { Patch } from '../repair/index.ts';
import type { Table } from '../table.ts';
import { unguardFormula } from './formula.ts';

/** A table and what was changed in it. */
export interface Unguarded {
  readonly table: Table;
  readonly patches: readonly Patch[];
}

const CODE = 'open-data/formula-guard';

/** Takes the apostrophes away that `exportCsv` put in front of what looks like a formula, each as a patch. */
export function withoutGuards(table: Table): Unguarded {
  const patches: Patch[] = [];
  const cleaned = (
    row: number,
    kind: 'cell' | 'header',
    cells: readonly string[],
  ): readonly string[] => {
    if (!cells.some((cell) => unguardFormula(cell) !== cell)) return cells;
    return cells.map((before, index) => {
      const after = unguardFormula(before);
      if (after === before) return before;
      const column = table.header[index] ?? '';
      const cell = cellAddress(index, row);
      patches.push({ kind, code: CODE, row, index, cell, column, before, after, confidence: 1 });
      return after;
    });
  };
  const header = cleaned(table.headerRow, 'header', table.header);
  const rows = table.rows.map((row) => {
    const cells = cleaned(row.row, 'cell', row.cells);
    return cells === row.cells ? row : { ...row, cells };
  });
  return patches.length === 0 ? { table, patches } : { table: { ...table, header, rows }, patches };
}
