import type { Table } from '../table.ts';

/** How full a table is, counted in one pass over its cells. */
export interface Filled {
  /** Per column of the header: rows whose cell is blank or not there. */
  readonly blank: readonly number[];
  /** Per column: length of its longest cell. */
  readonly longest: readonly number[];
  /** Cells that are not blank, those beyond the header too. */
  readonly cells: number;
}

/** Several parts of a report ask the same of the same table. */
const counted = new WeakMap<Table, Filled>();

/** Counts the filled cells of a table, once for each table. */
export function filledIn(table: Table): Filled {
  const known = counted.get(table);
  if (known !== undefined) return known;
  const filled = count(table);
  counted.set(table, filled);
  return filled;
}

function count({ header, rows }: Table): Filled {
  const blank = header.map(() => rows.length);
  const longest = header.map(() => 0);
  let total = 0;
  for (const { cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      if (isBlank(cell)) continue;
      total++;
      const left = blank[index];
      if (left === undefined) continue;
      blank[index] = left - 1;
      if (cell.length > (longest[index] ?? 0)) longest[index] = cell.length;
    }
  }
  return { blank, longest, cells: total };
}

/** Whether a cell has nothing but blanks; a missing one has. */
export function isBlank(cell: string | undefined): boolean {
  if (cell === undefined || cell === '') return true;
  const first = cell.charCodeAt(0);
  // Most cells begin with an ASCII sign or a Japanese character; only the rest needs a closer look.
  if ((first > 0x20 && first < 0x7f) || (first > 0x3000 && first < 0xfeff)) return false;
  return cell.trim() === '';
}
