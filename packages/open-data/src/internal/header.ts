import { foldLabel } from './fold.ts';
import { placeWords } from './vocabulary.ts';

/** How many leading records may stand above a header. */
const DEPTH = 5;
const LOOKAHEAD = 20;

/** Values no one uses as a column name: decimals, a position, an address on the web, a date, a phone number. */
const VALUE =
  /^(?:[-+]?\d+\.\d+(?:\s*,\s*[-+]?\d+\.\d+)?|https?:\/\/.*|\d{4}[-/]\d{1,2}[-/]\d{1,2}|0\d{1,4}-\d{1,4}-\d{3,4})$/u;
const INTEGER = /^[-+]?\d+$/u;
const YEAR = /^(?:19|20)\d\d$/u;

/**
 * Index of the header among the leading non-blank records, `undefined` where there is none.
 * A title above it is narrower than the table; a data row holds values, or repeats in the rows below.
 */
export function findHeader(records: readonly (readonly string[])[]): number | undefined {
  const head = records.slice(0, DEPTH + LOOKAHEAD);
  const widest = Math.max(0, ...head.slice(0, DEPTH * 2).map(filled));
  for (const [index, cells] of head.slice(0, DEPTH).entries()) {
    if (cells.filter((cell) => placeWords.has(foldLabel(cell))).length >= 2) return index;
    if (filled(cells) * 2 <= widest && widest > 1) continue;
    return isData(cells, head.slice(index + 1, index + 1 + LOOKAHEAD)) ? undefined : index;
  }
  return undefined;
}

function filled(cells: readonly string[]): number {
  return cells.reduce((count, cell) => (cell.trim() === '' ? count : count + 1), 0);
}

function isData(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
  let integers = 0;
  let repeated = 0;
  for (const [index, cell] of cells.entries()) {
    const text = cell.normalize('NFKC').trim();
    if (VALUE.test(text)) return true;
    if (INTEGER.test(text) && !YEAR.test(text)) integers++;
    if (text.length > 1 && below.some((other) => other[index] === cell)) repeated++;
  }
  return integers * 2 >= filled(cells) || repeated >= 2;
}
