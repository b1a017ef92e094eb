import type { TableRow } from '../../table.ts';
import { alignedRows } from '../cells.ts';
import type { TableKind } from '../context.ts';
import { halfWidth } from '../internal/width.ts';

const LABEL = /^(?:合\s{0,4}計|小\s{0,4}計|総\s{0,4}計|総合計|計|total|subtotal)$/iu;
const NUMBER = /^-?\d{1,12}(?:\.\d{1,6})?$/u;

/**
 * A row of totals among the records: its first filled cell says so (合計, 小計, 計) and its numbers are the sums of the records
 * above, all of them or those since the last such row. Where the sums differ it is flagged.
 */
export const totalRow: TableKind = (context) => {
  const { draft } = context;
  if (!draft.rows.some(({ cells }) => LABEL.test(cells.find((cell) => cell !== '') ?? ''))) return;
  const all = new Sums();
  let section = new Sums();
  const totals: TableRow[] = [];
  for (const row of alignedRows(context)) {
    const label = row.cells.findIndex((cell) => cell !== '');
    if (label < 0) continue;
    if (!LABEL.test(row.cells[label] ?? '')) {
      all.add(row);
      section.add(row);
      continue;
    }
    if (all.agree(row, label) || section.agree(row, label)) totals.push(row);
    else draft.doubt('open-data/total-row', row, { index: label });
    section = new Sums();
  }
  draft.removeRows(totals, { code: 'open-data/total-row', confidence: 0.95 });
};

/** Sums per column. */
class Sums {
  readonly #sums: number[] = [];
  #rows = 0;

  add({ cells }: TableRow): void {
    this.#rows++;
    for (const [index, cell] of cells.entries()) {
      const value = numberOf(cell);
      if (value !== undefined) this.#sums[index] = (this.#sums[index] ?? 0) + value;
    }
  }

  /** Whether every number of the row, at least one, is the sum of its column. */
  agree({ cells }: TableRow, label: number): boolean {
    let numbers = 0;
    for (const [index, cell] of cells.entries()) {
      if (index === label || cell === '') continue;
      const value = numberOf(cell);
      if (value === undefined || Math.abs(value - (this.#sums[index] ?? 0)) > 1e-6) return false;
      numbers++;
    }
    return numbers > 0 && this.#rows > 1;
  }
}

function numberOf(cell: string): number | undefined {
  if (cell === '' || cell.length > 30) return undefined;
  const text = halfWidth(cell).replaceAll(',', '');
  return NUMBER.test(text) ? Number(text) : undefined;
}
