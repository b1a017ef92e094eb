import { findHeader } from '../internal/header.ts';

/** A record with the number a spreadsheet gives it. */
export interface NumberedCells {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Cells that were merged: 1-based rows, 0-based columns, both ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The records that name a table's columns, and the names they make. */
export interface HeaderRows {
  /** Places in the list of records, both ends included. */
  readonly first: number;
  readonly last: number;
  readonly labels: readonly string[];
}

const MOST_ROWS = 4;
const NUMBER = /^[-+]?\d[\d,.]*$/u;

/**
 * Finds the header, and where it takes several rows joins their names: 上 over 下 is `上_下`. That it does, merged
 * cells show; without them, a row of groups that repeat, or one whose blanks are exactly where the next row has names.
 * `undefined` where there is no header.
 */
export function findHeaderRows(
  records: readonly NumberedCells[],
  merges: readonly Merge[],
): HeaderRows | undefined {
  const found = findHeader(records.slice(0, 50).map(({ cells }) => cells));
  return found === undefined ? undefined : headerRowsAround(records, found, merges);
}

/** The same where one of the header's rows is known. */
export function headerRowsAround(
  records: readonly NumberedCells[],
  found: number,
  merges: readonly Merge[],
): HeaderRows {
  let first = found;
  while (first > 0 && found - first < MOST_ROWS - 1 && joins(records, first - 1, merges)) first--;
  let last = found;
  while (
    last - first < MOST_ROWS - 1 &&
    last < records.length - 2 &&
    joins(records, last, merges)
  ) {
    last++;
  }
  return { first, last, labels: joinLabels(records.slice(first, last + 1), merges) };
}

/** Whether a record and the next one are two rows of one header. */
function joins(records: readonly NumberedCells[], at: number, merges: readonly Merge[]): boolean {
  const [upper, lower, below] = records.slice(at, at + 3);
  if (upper === undefined || lower === undefined || lower.row !== upper.row + 1) return false;
  if (lower.cells.some((cell) => NUMBER.test(cell.trim()))) return false;
  return (
    merges.some((merge) => mergeJoins(merge, upper, lower)) ||
    (below !== undefined && (repeatsGroups(upper, lower) || complements(upper, lower, below)))
  );
}

/** A cell that reaches down into the next row, or stands over several of its names; a title stands over all of them. */
function mergeJoins(
  { top, bottom, left, right }: Merge,
  upper: NumberedCells,
  lower: NumberedCells,
): boolean {
  if (top > upper.row || bottom < upper.row) return false;
  if (bottom >= lower.row) return left === right && textAt(lower, left) === '';
  const over = lower.cells.slice(left, right + 1).filter((cell) => cell.trim() !== '').length;
  const width = Math.max(upper.cells.length, lower.cells.length);
  return textAt(upper, left) !== '' && over >= 2 && right - left + 1 < width;
}

/** `属性 属性 満足度 満足度` over names that are all different. */
function repeatsGroups(upper: NumberedCells, lower: NumberedCells): boolean {
  const groups = upper.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const names = lower.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const repeated = groups.filter((name, index) => index > 0 && name === groups[index - 1]).length;
  return (
    repeated >= 2 &&
    repeated * 3 >= groups.length &&
    names.length >= groups.length &&
    new Set(names).size === names.length
  );
}

/** `名称, 位置, , 電話` over ` , 緯度, 経度, ` as a CSV keeps merged cells; the data below fills all columns. */
function complements(upper: NumberedCells, lower: NumberedCells, below: NumberedCells): boolean {
  const width = Math.max(upper.cells.length, lower.cells.length);
  let groups = 0;
  let inGroup = false;
  let single = 0;
  let filledBelow = 0;
  for (let column = 0; column < width; column++) {
    const above = textAt(upper, column) !== '';
    const under = textAt(lower, column) !== '';
    if (!above && (!under || !inGroup)) return false;
    if (above && under) {
      // A group has at least one more name to its right.
      if (textAt(upper, column + 1) !== '' || textAt(lower, column + 1) === '') return false;
      groups++;
    }
    if (above && !under) {
      single++;
      if (textAt(below, column) !== '') filledBelow++;
    }
    inGroup = under;
  }
  return groups > 0 && single > 0 && filledBelow * 2 >= single;
}

function textAt({ cells }: NumberedCells, column: number): string {
  return cells[column]?.trim() ?? '';
}

function joinLabels(
  records: readonly NumberedCells[],
  merges: readonly Merge[],
): readonly string[] {
  const [only] = records;
  if (only !== undefined && records.length === 1) return only.cells;
  const width = records.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const filled = records.map((record, index) => spread(record, records[index + 1], merges, width));
  return Array.from({ length: width }, (_, column) => {
    const names = filled.map((cells) => (cells[column] ?? '').replace(/\s+/gu, ' ').trim());
    return [...new Set(names.filter((name) => name !== ''))].join('_');
  });
}

/** A row with the text of each group in all columns it stands over. */
function spread(
  { row, cells }: NumberedCells,
  lower: NumberedCells | undefined,
  merges: readonly Merge[],
  width: number,
): string[] {
  const wide = Array.from({ length: width }, (_, column) => cells[column] ?? '');
  for (const { top, left, right } of merges) {
    if (top !== row) continue;
    const text = wide[left] ?? '';
    for (let column = left + 1; column <= Math.min(right, width - 1); column++) wide[column] = text;
  }
  if (lower === undefined || merges.length > 0) return wide;
  for (let column = 1; column < width; column++) {
    const blank = (wide[column] ?? '').trim() === '';
    if (blank && textAt(lower, column) !== '') wide[column] = wide[column - 1] ?? '';
  }
  return wide;
}
