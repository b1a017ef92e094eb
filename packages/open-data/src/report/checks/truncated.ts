import { cellOf, finding } from '../../internal/finding.ts';
import type { Finding } from '../../problem.ts';
import type { Table } from '../../table.ts';

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
  const ends = table.header.map((_, index) => suspectedWidth(table, index));
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
  if (LENGTHS.has(cell.length) || cell.length === suspected) return cell.length;
  return LIMITS.has(cell) ? Number(cell) : undefined;
}

function suspectedWidth({ rows }: Table, index: number): number | undefined {
  let longest = 0;
  for (const { cells } of rows) longest = Math.max(longest, cells[index]?.length ?? 0);
  if (!WIDTHS.has(longest)) return undefined;
  const values = rows
    .flatMap(({ cells }) => cells[index] ?? [])
    .filter((cell) => cell.length === longest);
  return new Set(values).size >= SEVERAL ? longest : undefined;
}
