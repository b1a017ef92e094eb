import type { Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';
import { type Contents, contentsOf, isNearly } from './contents.ts';

const NO_NAME = /コード|ID$|番号$|日$|緯度|経度|カナ|かな|住所|所在地|URL|リンク/iu;
const CALLED_NAME = /名称$|名前$|名$|タイトル$|title$|name$/iu;

/**
 * The column that says what a row is called, where none is known to: of those whose cells are words that differ from row to
 * row, the one that is called a name and differs most, else the first; where none differs, the first with words.
 */
export function nameColumn(
  table: Table,
  mapping: Mapping,
  rows: readonly (readonly string[])[],
): number | undefined {
  const wordy = table.header.flatMap((header, index) => {
    const meaning = mapping.columns[index]?.standard ?? header;
    const contents = contentsOf(rows, index);
    const isName = !NO_NAME.test(meaning) && isWords(contents);
    return isName && contents.filled >= rows.length / 2 ? [{ index, header, contents }] : [];
  });
  const telling = wordy.filter(({ contents }) => differs(contents));
  const called = telling
    .filter(({ header }) => CALLED_NAME.test(header.trim()))
    .toSorted((a, b) => b.contents.counts.size - a.contents.counts.size);
  return (called[0] ?? telling[0] ?? wordy[0])?.index;
}

function isWords(contents: Contents): boolean {
  return (
    isNearly(contents, (cell) => /[^\d\s.,:/()%+-]/u.test(cell)) &&
    !isNearly(contents, (cell) => /^https?:/u.test(cell))
  );
}

function differs({ isCut, counts, filled }: Contents): boolean {
  return isCut || counts.size >= filled / 2;
}
