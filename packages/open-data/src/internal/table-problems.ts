import type { Problem } from '../problem.ts';
import type { Table } from '../table.ts';
import type { QuoteFlaw } from './csv.ts';
import { cellOf, problem } from './finding.ts';

type Shape = Pick<
  Table,
  'file' | 'header' | 'headerRow' | 'headerLine' | 'rows' | 'preamble' | 'blankRows'
>;

/**
 * What is wrong with a file as a table, before anything is known about its columns.
 * `flaws` are those of a CSV; without them the rows come from JSON, where a record need not have every key.
 */
export function examine(shape: Shape, flaws?: readonly QuoteFlaw[]): Problem[] {
  const { file, header, rows, preamble, blankRows } = shape;
  const problems: Problem[] = [];
  if (preamble.length > 0) {
    problems.push(problem('open-data/rows-above-header', 'info', file, { count: preamble.length }));
  }
  if (blankRows > 0)
    problems.push(problem('open-data/blank-row', 'info', file, { count: blankRows }));
  if (rows.length === 0) problems.push(problem('open-data/no-rows', 'warning', file));
  problems.push(...labelProblems(shape), ...garbledCells(shape));
  if (flaws === undefined) return problems;
  problems.push(...widthProblems(shape));
  for (const { kind, index, row, line } of flaws) {
    const code = kind === 'stray' ? 'open-data/stray-quote' : 'open-data/unterminated-quote';
    problems.push(problem(code, 'warning', file, { row, line, index, column: header[index] }));
  }
  return problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

function labelProblems({ file, header, headerRow, headerLine, rows }: Shape): Problem[] {
  const problems: Problem[] = [];
  const at = { row: headerRow, line: headerLine };
  const seen = new Set<string>();
  let unused = 0;
  for (const [index, column] of header.entries()) {
    const name = column.trim();
    if (seen.has(name)) {
      const where = { ...at, index, column };
      problems.push(problem('open-data/duplicate-label', 'warning', file, where));
    } else if (name !== '') seen.add(name);
    else if (rows.some(({ cells }) => (cells[index] ?? '').trim() !== '')) {
      problems.push(problem('open-data/blank-label', 'warning', file, { ...at, index }));
    } else unused++;
  }
  if (unused > 0) {
    const finding = { count: unused, many: true };
    problems.push(problem('open-data/blank-label', 'info', file, finding));
  }
  return problems;
}

/** A cause that all rows share is said once. */
function widthProblems(shape: Shape): Problem[] {
  const { file, header, headerRow, headerLine, rows } = shape;
  const width = header.length;
  const most = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  if (rows.length > 1 && most < width && rows.every(({ cells }) => cells.length === most)) {
    const where = { row: headerRow, line: headerLine, index: most, column: header[most] };
    const finding = { ...where, count: width - most, many: true };
    return [problem('open-data/missing-cell', 'info', file, finding)];
  }
  const problems: Problem[] = [];
  let blankExtras = 0;
  for (const row of rows) {
    const count = row.cells.length - width;
    if (count < 0) {
      const finding = { ...cellOf(shape, row, row.cells.length), count: -count };
      problems.push(problem('open-data/missing-cell', 'warning', file, finding));
    } else if (row.cells.slice(width).some((cell) => cell.trim() !== '')) {
      const finding = {
        ...cellOf(shape, row, width),
        before: row.cells.slice(width).join(','),
        count,
      };
      problems.push(problem('open-data/extra-cell', 'warning', file, finding));
    } else if (count > 0) blankExtras++;
  }
  if (blankExtras > 0) {
    const finding = { count: blankExtras, many: true };
    problems.push(problem('open-data/extra-cell', 'info', file, finding));
  }
  return problems;
}

/** U+FFFD is lost for good and named cell by cell; C1 controls are text decoded wrongly before, all over the file. */
function garbledCells(shape: Shape): Problem[] {
  const { file, header, headerRow, headerLine, rows } = shape;
  const problems: Problem[] = [];
  let count = 0;
  for (const row of [{ row: headerRow, line: headerLine, cells: header }, ...rows]) {
    for (const [index, cell] of row.cells.entries()) {
      if (!/[\u0080-\u009f\ufffd]/u.test(cell)) continue;
      if (cell.includes('\ufffd')) {
        const where = cellOf(shape, row, index);
        problems.push(problem('open-data/encoding-error', 'warning', file, where));
      } else count++;
    }
  }
  if (count > 0) problems.push(problem('open-data/mojibake', 'warning', file, { count }));
  return problems;
}
