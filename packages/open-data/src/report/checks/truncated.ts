import { cellOf, finding } from '../../internal/finding.ts';
import type { Finding } from '../../problem.ts';
import type { Table } from '../../table.ts';
import { filledIn } from '../filled.ts';

/** Lengths at which old databases, CSV exports and Excel cut text. */
const LENGTHS: ReadonlySet<number> = new Set([255, 32_767]);
/** Greatest whole numbers of 16, 32 and 64 bits: what stands there when a larger one did not fit. */
const LIMITS: ReadonlySet<string> = new Set([
  '32767',
  '2147483647',
  '4294967295',
  '9223372036854775807',
  '18446744073709551615',
]);
/** How long these are: almost no cell has to be compared. */
const DIGITS: ReadonlySet<number> = new Set(Array.from(LIMITS, (limit) => limit.length));
/** Field widths that are common enough to be suspected where several different values all end there. */
const WIDTHS: ReadonlySet<number> = new Set([
  50, 64, 100, 128, 200, 254, 256, 500, 512, 1000, 1024, 4000,
]);
const SEVERAL = 3;

/**
 * Values that were cut off before publication: exactly as long as a known limit, a number that is one, or several
 * different ones that are all as long as the column's longest and as long as a usual field.
 */
export function truncatedValues(table: Table): Finding[] {
  const ends = filledIn(table).longest.map((longest, index) =>
    suspectedWidth(table, index, longest),
  );
  const problems: Finding[] = [];
  for (const row of table.rows) {
    for (const [index, cell] of row.cells.entries()) {
      const limit = limitOf(cell, ends[index]);
      if (limit === undefined) continue;
      const where = { ...cellOf(table, row, index), count: limit };
      problems.push(finding('open-data/truncated-value', 'warning', table.file, where));
    }
  }
  return problems;
}

function limitOf(cell: string, suspected: number | undefined): number | undefined {
  const { length } = cell;
  if (length < 5) return undefined;
  if (LENGTHS.has(length) || length === suspected) return length;
  return DIGITS.has(length) && LIMITS.has(cell) ? Number(cell) : undefined;
}

function suspectedWidth({ rows }: Table, index: number, longest: number): number | undefined {
  if (!WIDTHS.has(longest)) return undefined;
  const values = rows
    .flatMap(({ cells }) => cells[index] ?? [])
    .filter((cell) => cell.length === longest);
  return new Set(values).size >= SEVERAL ? longest : undefined;
}
