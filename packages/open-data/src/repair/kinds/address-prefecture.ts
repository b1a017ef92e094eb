import { alignedRows } from '../cells.ts';
import { columnOf, type TableKind } from '../context.ts';

/** 県 with its name, and not 県営, 県立, 県庁, 県道. The others are too short to be told from words (街道, 太宰府). */
const PREFECTURE = '[^0-9０-９市区町村]{2,3}県(?![営立庁道])';
const FIRST = '[^0-9０-９市区町村]{2}[都道府]|[^0-9０-９市区町村]{2,3}県';
const TWO = new RegExp(
  `^(${FIRST})(?:[^市区町村]{1,8}[市区町村]){1,3}(\\1|${PREFECTURE})[^市区町村]{1,6}[市区町村郡]`,
  'u',
);

/** An address that begins with one prefecture and goes on with another, or with the same once more, because something was put in front. */
export const doubledPrefecture: TableKind = (context) => {
  const column = columnOf(context, '所在地_連結表記', '住所');
  if (column === undefined) return;
  for (const row of alignedRows(context)) {
    const address = (row.cells[column.index] ?? '').slice(0, 60);
    const [, , second] = TWO.exec(address) ?? [];
    if (second === undefined) continue;
    const expected = address.slice(address.lastIndexOf(second));
    context.draft.doubt('open-data/address-prefecture', row, { index: column.index, expected });
  }
};

/** Addresses without the prefecture that stands in its own column: said once for the column. */
export const missingPrefecture: TableKind = (context) => {
  const column = columnOf(context, '所在地_連結表記');
  const prefecture = columnOf(context, '所在地_都道府県');
  if (column === undefined || prefecture === undefined) return;
  let count = 0;
  let expected = '';
  for (const { cells } of alignedRows(context)) {
    const address = cells[column.index] ?? '';
    const own = cells[prefecture.index] ?? '';
    if (address === '' || own === '' || address.startsWith(own)) continue;
    count++;
    expected = own;
  }
  if (count === 0) return;
  context.draft.doubt('open-data/address-prefecture', undefined, {
    index: column.index,
    count,
    expected,
    many: true,
  });
};
