import type { Finding } from '../problem.ts';
import type { Table } from '../table.ts';
import type { QuoteFlaw } from './csv.ts';
import { cellOf, finding } from './finding.ts';

type Shape = Pick<
  Table,
  'file' | 'header' | 'headerRow' | 'headerLine' | 'rows' | 'preamble' | 'blankRows'
>;

/**
 * What is wrong with a file as a table, before anything is known about its columns.
 * `flaws` are those of a CSV; without them the rows come from JSON, where a record need not have every key.
 */
export function examine(shape: Shape, flaws?: readonly QuoteFlaw[]): Finding[] {
  const { file, header, rows, preamble, blankRows } = shape;
  const problems: Finding[] = [];
  if (preamble.length > 0) {
    problems.push(finding('open-data/rows-above-header', 'info', file, { count: preamble.length }));
  }
  if (blankRows > 0)
    problems.push(finding('open-data/blank-row', 'info', file, { count: blankRows }));
  if (rows.length === 0) problems.push(finding('open-data/no-rows', 'warning', file));
  problems.push(...labelProblems(shape), ...garbledCells(shape));
  if (flaws === undefined) return problems;
  problems.push(...widthProblems(shape));
  for (const { kind, index, row, line } of flaws) {
    const code = kind === 'stray' ? 'open-data/stray-quote' : 'open-data/unterminated-quote';
    problems.push(finding(code, 'warning', file, { row, line, index, column: header[index] }));
  }
  return problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

function labelProblems({ file, header, headerRow, headerLine, rows }: Shape): Finding[] {
  const problems: Finding[] = [];
  const at = { row: headerRow, line: headerLine };
  const seen = new Set<string>();
  let unused = 0;
  for (const [index, column] of header.entries()) {
    const name = column.trim();
    if (seen.has(name)) {
      const where = { ...at, index, column };
      problems.push(finding('open-data/duplicate-label', 'warning', file, where));
    } else if (name !== '') seen.add(name);
    else if (rows.some(({ cells }) => (cells[index] ?? '').trim() !== '')) {
      problems.push(finding('open-data/blank-label', 'warning', file, { ...at, index }));
    } else unused++;
  }
  if (unused > 0) {
    const detail = { count: unused, many: true };
    problems.push(finding('open-data/blank-label', 'info', file, detail));
  }
  return problems;
}

/** A cause that all rows share is said once. */
function widthProblems(shape: Shape): Finding[] {
  const { file, header, headerRow, headerLine, rows } = shape;
  const width = header.length;
  const most = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  if (rows.length > 1 && most < width && rows.every(({ cells }) => cells.length === most)) {
    const where = { row: headerRow, line: headerLine, index: most, column: header[most] };
    const detail = { ...where, count: width - most, many: true };
    return [finding('open-data/missing-cell', 'info', file, detail)];
  }
  const problems: Finding[] = [];
  let blankExtras = 0;
  for (const row of rows) {
    const count = row.cells.length - width;
    if (count < 0) {
      const detail = { ...cellOf(shape, row, row.cells.length), count: -count };
      problems.push(finding('open-data/missing-cell', 'warning', file, detail));
    } else if (row.cells.slice(width).some((cell) => cell.trim() !== '')) {
      const detail = {
        ...cellOf(shape, row, width),
        before: row.cells.slice(width).join(','),
        count,
      };
      problems.push(finding('open-data/extra-cell', 'warning', file, detail));
    } else if (count > 0) blankExtras++;
  }
  if (blankExtras > 0) {
    const detail = { count: blankExtras, many: true };
    problems.push(finding('open-data/extra-cell', 'info', file, detail));
  }
  return problems;
}

/** U+FFFD is lost for good and named cell by cell; C1 controls are text decoded wrongly before, all over the file. */
function garbledCells(shape: Shape): Finding[] {
  const { file, header, headerRow, headerLine, rows } = shape;
  const problems: Finding[] = [];
  let count = 0;
  for (const row of [{ row: headerRow, line: headerLine, cells: header }, ...rows]) {
    for (const [index, cell] of row.cells.entries()) {
      if (!/[\u0080-\u009f\ufffd]/u.test(cell)) continue;
      if (cell.includes('\ufffd')) {
        const where = cellOf(shape, row, index);
        problems.push(finding('open-data/encoding-error', 'warning', file, where));
      } else count++;
    }
  }
  if (count > 0) problems.push(finding('open-data/mojibake', 'warning', file, { count }));
  return problems;
}
