import type { Problem } from '../problem.ts';
import type { Table, TableRow } from '../table.ts';
import type { QuoteFlaw } from './csv.ts';
import { problem } from './finding.ts';

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
    problems.push(problem(code, 'warning', file, { row, line, ...columnOf(header, index) }));
  }
  return problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

function columnOf(header: readonly string[], index: number): { index: number; column?: string } {
  const column = header[index];
  return column === undefined ? { index } : { index, column };
}

function labelProblems({ file, header, headerRow, headerLine, rows }: Shape): Problem[] {
  const problems: Problem[] = [];
  const at = { row: headerRow, line: headerLine };
  const seen = new Set<string>();
  const filled = new Set<number>();
  for (const { cells } of rows) {
    for (let index = 0; index < cells.length && index < header.length; index++) {
      if (cells[index]?.trim() !== '') filled.add(index);
    }
  }
  let unused = 0;
  for (const [index, label] of header.entries()) {
    const name = label.trim();
    if (name === '' && !filled.has(index)) unused++;
    else if (name === '') {
      problems.push(problem('open-data/blank-label', 'warning', file, { ...at, index }));
    } else if (seen.has(name)) {
      const where = { ...at, index, column: label };
      problems.push(problem('open-data/duplicate-label', 'warning', file, where));
    } else seen.add(name);
  }
  if (unused > 0) problems.push(problem('open-data/blank-label', 'info', file, { count: unused }));
  return problems;
}

/** A cause that all rows share is said once. */
function widthProblems({ file, header, headerRow, headerLine, rows }: Shape): Problem[] {
  const width = header.length;
  const most = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  if (rows.length > 1 && most < width && rows.every(({ cells }) => cells.length === most)) {
    const finding = { count: width - most, rows: rows.length, row: headerRow, line: headerLine };
    return [
      problem('open-data/missing-cell', 'info', file, { ...finding, ...columnOf(header, most) }),
    ];
  }
  const problems: Problem[] = [];
  let blankExtras = 0;
  for (const { row, line, cells } of rows) {
    if (cells.length < width) {
      const finding = { row, line, count: width - cells.length };
      const where = columnOf(header, cells.length);
      problems.push(problem('open-data/missing-cell', 'warning', file, { ...finding, ...where }));
    } else if (cells.length > width) {
      if (cells.slice(width).every((cell) => cell.trim() === '')) blankExtras++;
      else {
        const finding = { row, line, index: width, count: cells.length - width };
        const before = cells.slice(width).join(',');
        problems.push(problem('open-data/extra-cell', 'warning', file, { ...finding, before }));
      }
    }
  }
  if (blankExtras > 0) {
    problems.push(problem('open-data/extra-cell', 'info', file, { rows: blankExtras }));
  }
  return problems;
}

/** U+FFFD is lost for good and named cell by cell; C1 controls are text decoded wrongly before, all over the file. */
function garbledCells({ file, header, headerRow, headerLine, rows }: Shape): Problem[] {
  const problems: Problem[] = [];
  const all: readonly TableRow[] = [{ row: headerRow, line: headerLine, cells: header }, ...rows];
  let garbled = 0;
  for (const { row, line, cells } of all) {
    for (const [index, cell] of cells.entries()) {
      if (cell.includes('\ufffd')) {
        const where = { row, line, before: cell, ...columnOf(header, index) };
        problems.push(problem('open-data/encoding-error', 'warning', file, where));
      } else if (/[\u0080-\u009f]/u.test(cell)) garbled++;
    }
  }
  if (garbled > 0) {
    problems.push(problem('open-data/mojibake', 'warning', file, { count: garbled }));
  }
  return problems;
}
