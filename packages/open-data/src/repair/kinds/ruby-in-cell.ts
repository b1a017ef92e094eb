import { alignedRows } from '../cells.ts';
import { columnOf, type TableKind } from '../context.ts';

const RUBY = /^([^()（）]{1,60})[(（]([ぁ-ゖァ-ヺー・\s]{2,60})[)）]$/u;

/**
 * A reading in brackets behind a name, 八幡神社（はちまんじんじゃ）, where the column of readings holds the same: it goes from the
 * name. Kana in brackets that are no reading (センター（ふれあい）) are left alone.
 */
export const rubyInCell: TableKind = (context) => {
  const { draft } = context;
  const name = columnOf(context, '名称');
  const reading = columnOf(context, '名称_カナ');
  if (name === undefined || reading === undefined) return;
  for (const row of alignedRows(context)) {
    const text = row.cells[name.index] ?? '';
    if (text.length > 130 || !/[)）]$/u.test(text)) continue;
    const [, plain = '', ruby = ''] = RUBY.exec(text) ?? [];
    if (ruby === '' || fold(ruby) !== fold(row.cells[reading.index] ?? '')) continue;
    const reason = { code: 'open-data/ruby-in-cell', confidence: 0.95 } as const;
    draft.setCell(row, name.index, plain.trim(), reason);
  }
};

function fold(kana: string): string {
  return kana
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[ぁ-ゖ]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}
