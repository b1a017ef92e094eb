import type { Finding } from '../problem.ts';
import type { Table, TableRow } from '../table.ts';
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
  const { file, rows, preamble, blankRows } = shape;
  const isUsed = (index: number): boolean =>
    rows.some(({ cells }) => (cells[index] ?? '').trim() !== '');
  const problems = [
    ...rowCounts(file, preamble.length, blankRows, rows.length),
    ...labelProblems(shape, isUsed),
    ...garbledCells(shape),
  ];
  if (flaws === undefined) return problems;
  const quotes = flaws.map((flaw) => quoteProblem(shape, flaw));
  return [...problems, ...widthProblems(shape), ...quotes].sort(
    (a, b) => (a.row ?? 0) - (b.row ?? 0),
  );
}

export function rowCounts(
  file: string,
  preamble: number,
  blankRows: number,
  rows: number,
): Finding[] {
  const problems: Finding[] = [];
  if (preamble > 0)
    problems.push(finding('open-data/rows-above-header', 'info', file, { count: preamble }));
  if (blankRows > 0)
    problems.push(finding('open-data/blank-row', 'info', file, { count: blankRows }));
  if (rows === 0) problems.push(finding('open-data/no-rows', 'warning', file));
  return problems;
}

export function quoteProblem(
  { file, header }: Pick<Table, 'file' | 'header'>,
  { kind, index, row, line }: QuoteFlaw,
): Finding {
  const code = kind === 'stray' ? 'open-data/stray-quote' : 'open-data/unterminated-quote';
  return finding(code, 'warning', file, { row, line, index, column: header[index] });
}

type Head = Pick<Table, 'file' | 'header' | 'headerRow' | 'headerLine'>;

/** @param isUsed whether any row has something in that column */
export function labelProblems(
  { file, header, headerRow, headerLine }: Head,
  isUsed: (index: number) => boolean,
): Finding[] {
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
    else if (isUsed(index)) {
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
  const { file, header, rows } = shape;
  const width = header.length;
  const most = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  if (rows.length > 1 && most < width && rows.every(({ cells }) => cells.length === most)) {
    return [commonWidth(shape, most)];
  }
  const problems: Finding[] = [];
  let blankExtras = 0;
  for (const row of rows) {
    const found = rowWidth(shape, row);
    if (found === 'blank-extras') blankExtras++;
    else if (found !== undefined) problems.push(found);
  }
  if (blankExtras > 0) problems.push(blankExtraCells(file, blankExtras));
  return problems;
}

/** Every row has `most` cells, fewer than the header. */
export function commonWidth(shape: Head, most: number): Finding {
  const { file, header, headerRow, headerLine } = shape;
  const where = { row: headerRow, line: headerLine, index: most, column: header[most] };
  const detail = { ...where, count: header.length - most, many: true };
  return finding('open-data/missing-cell', 'info', file, detail);
}

/** A row with fewer or more cells than the header. Cells beyond it that are blank are told once for all rows. */
export function rowWidth(
  shape: Pick<Table, 'file' | 'header'>,
  row: TableRow,
): Finding | 'blank-extras' | undefined {
  const { file, header } = shape;
  const width = header.length;
  const count = row.cells.length - width;
  if (count < 0) return missingCells(shape, row.row, row.line, row.cells.length);
  const extras = row.cells.slice(width);
  if (extras.some((cell) => cell.trim() !== '')) {
    const detail = { ...cellOf(shape, row, width), before: extras.join(','), count };
    return finding('open-data/extra-cell', 'warning', file, detail);
  }
  return count > 0 ? 'blank-extras' : undefined;
}

/** A row that ends after `count` cells. */
export function missingCells(
  { file, header }: Pick<Table, 'file' | 'header'>,
  row: number,
  line: number,
  count: number,
): Finding {
  const where = { row, line, index: count, column: header[count], count: header.length - count };
  return finding('open-data/missing-cell', 'warning', file, where);
}

export function blankExtraCells(file: string, count: number): Finding {
  return finding('open-data/extra-cell', 'info', file, { count, many: true });
}

/** U+FFFD is lost for good and named cell by cell; C1 controls are text decoded wrongly before, all over the file. */
function garbledCells(shape: Shape): Finding[] {
  const { file, header, headerRow, headerLine, rows } = shape;
  const head = { row: headerRow, line: headerLine, cells: header };
  const found = [head, ...rows].map((row) => rowGarbled(shape, row));
  const count = found.reduce((sum, { mojibake }) => sum + mojibake, 0);
  const problems = found.flatMap(({ lost }) => lost);
  if (count > 0) problems.push(finding('open-data/mojibake', 'warning', file, { count }));
  return problems;
}

export function rowGarbled(
  shape: Pick<Table, 'file' | 'header'>,
  row: TableRow,
): { readonly lost: readonly Finding[]; readonly mojibake: number } {
  const lost: Finding[] = [];
  let mojibake = 0;
  for (const [index, cell] of row.cells.entries()) {
    if (!/[\u0080-\u009f\ufffd]/u.test(cell)) continue;
    if (cell.includes('\ufffd')) {
      const where = cellOf(shape, row, index);
      lost.push(finding('open-data/encoding-error', 'warning', shape.file, where));
    } else mojibake++;
  }
  return { lost, mojibake };
}
