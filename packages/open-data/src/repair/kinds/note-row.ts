import type { TableRow } from '../../table.ts';
import type { TableKind } from '../context.ts';

/** How notes begin, wherever they stand. */
const NOTE = /^(?:※|＊|\*|[(（]?注[)）:：\d０-９1-9 　]|注意[:：]|備考[:：]|出典[:：]|資料[:：])/u;
/** The state of the list, as it stands below a table: a version, a day, 以上. */
const FOOTER =
  /^(?:以上|(?:ver(?:sion)?\.?|第)\s?\d[\d.]{0,10}版?|(?:最終)?更新日?[:： ].{1,30}|作成[:： 日].{1,30}|.{4,20}日?(?:現在|時点|更新|作成))$/iu;

/**
 * A row that says something about the table and is no record: one filled cell among at least three columns, beginning like a
 * note (※, 注), or below all records and reading like a version or a date of issue. The patch keeps it whole.
 */
export const noteRow: TableKind = ({ draft }) => {
  if (draft.header.length < 3) return;
  const notes = new Set<TableRow>();
  let below = true;
  for (const row of draft.rows.toReversed()) {
    const text = onlyCell(row);
    if (text === '') continue;
    const note =
      text !== undefined && (NOTE.test(text) || (below && text.length <= 60 && FOOTER.test(text)));
    if (note) notes.add(row);
    else below = false;
  }
  const rows = draft.rows.filter((row) => notes.has(row));
  draft.removeRows(rows, { code: 'open-data/note-row', confidence: 0.95 });
};

/** The one filled cell of a row; blank where there is none, `undefined` where there are more. */
function onlyCell({ cells, geometry }: TableRow): string | undefined {
  if (geometry !== undefined) return undefined;
  let only = '';
  for (const cell of cells) {
    if (cell === '') continue;
    if (only !== '') return undefined;
    only = cell;
  }
  return only;
}
