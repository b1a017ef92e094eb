import type { Table } from '@yokoten/open-data/read';
import type { Entry, TextNode, Tree } from './tree.ts';

/** A cell that is not empty, by the name of its column. */
export interface TableCell {
  readonly column: string;
  readonly text: TextNode;
}

/** The cells of a row that hold something, with their addresses. */
export function cellsOf(
  { file, header }: Pick<Table, 'file' | 'header'>,
  { row, line, cells }: Table['rows'][number],
): TableCell[] {
  return cells.flatMap((value, at): TableCell[] => {
    const place = { file, line, cell: `${columnLetters(at)}${row}` };
    const text: TextNode = { kind: 'text', value: value.trim(), place };
    return text.value === '' ? [] : [{ column: header[at]?.trim() ?? '', text }];
  });
}

/** A key with what stands behind it, at the same place. */
export function entry(key: string, value: Tree): Entry {
  return { key: { kind: 'text', value: key, place: value.place }, value };
}

/** A, B, … Z, AA …, as a spreadsheet names its columns; `at` from 0. */
function columnLetters(at: number): string {
  const last = String.fromCodePoint(65 + (at % 26));
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last;
}
