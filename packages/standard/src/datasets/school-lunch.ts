import type { Column } from '../dataset.ts';
import { codes, column, current, type Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import * as school from '../internal/school-columns.ts';

/** Only labels were seen: a part in brackets may be joined with `_` instead. */
const labelled = (name: string, en: string): Column =>
  column(name, en, 'string', { aliases: [name.replace(/（([^（]*)）$/, '_$1')] });

const NUTRIENTS: readonly (readonly [name: string, en: string])[] = [
  ['エネルギー', 'Energy'],
  ['たんぱく質', 'Protein'],
  ['たんぱく質エネルギー比', 'Share of energy from protein'],
  ['脂質', 'Fat'],
  ['脂質エネルギー比', 'Share of energy from fat'],
  ['食塩相当量', 'Salt'],
  ['カルシウム', 'Calcium'],
  ['マグネシウム', 'Magnesium'],
  ['鉄', 'Iron'],
  ['ビタミンA_ug', 'Vitamin A (ug)'],
  ['ビタミンA_ugRAE', 'Vitamin A (ugRAE)'],
  ['ビタミンA_IU', 'Vitamin A (IU)'],
  ['ビタミンB1', 'Vitamin B1'],
  ['ビタミンB2', 'Vitamin B2'],
  ['ビタミンC', 'Vitamin C'],
  ['食物繊維', 'Fibre'],
  ['亜鉛', 'Zinc'],
  ['炭水化物', 'Carbohydrate'],
  ['糖質量', 'Sugars'],
];

const definition: Definition = {
  source:
    'Labels that a reader of published files gives the columns; their punctuation in the header and the official definition (book A, 3.09, 2026-08-01) were not seen.',
  generations: [
    current([
      common.code,
      school.id,
      school.code,
      school.name,
      school.nameKana,
      column('対象学年', 'For which years'),
      ...school.address,
      column('提供年月日', 'Served on', 'date'),
      column('レコードID', 'Record ID'),
      column('献立ID', 'Menu ID'),
      column('料理ID', 'Dish ID'),
      column('料理名称', 'Dish'),
      column('同一料理内通し番号', 'Number within the dish'),
      column('食品ID', 'Food ID'),
      labelled('食品名称（成分表）', 'Food, as in the composition tables'),
      labelled('食品名称（独自）', 'Food, own name'),
      labelled('食品群（6群）', 'Food group of six'),
      labelled('食品群（3群）', 'Food group of three'),
      column('分量', 'Amount'),
      ...NUTRIENTS.map(([name, en]) => column(name, en)),
      column('アレルゲン情報公開・非公開', 'Allergens are public', 'string', {
        aliases: ['アレルゲン情報公開非公開'],
        codes: codes(['1', 'Public'], ['0', 'Not public']),
      }),
      column('アレルゲン品目', 'Allergens', 'list'),
      labelled('調理方法（料理単位）', 'How the dish is cooked'),
      labelled('調理方法（食材単位）', 'How the food is cooked'),
      common.note,
    ]),
  ],
};
export default definition;
