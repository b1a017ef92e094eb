import { column, current, type Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import { prefixed } from '../internal/data-model.ts';

const item = (name: string, en: string, short: string, format?: 'katakana') =>
  column(name, en, format, {
    aliases: [
      name.replace('ゴミ', 'ごみ'),
      short,
      `ゴミの分別方法_${short}`,
      `ごみの分別方法_${short}`,
    ],
  });

const definition: Definition = {
  source:
    'Headers of published files, some with ゴミの分別方法_ before each; the official definition was not seen.',
  generations: [
    current(
      prefixed(
        [
          common.code,
          common.id,
          common.publisher,
          column('地区名', 'District'),
          item('ゴミの品目', 'Item', '品目'),
          item('ゴミの品目_カナ', 'Item in katakana', '品目_カナ', 'katakana'),
          item('ゴミの品目_英字', 'Item in English', '品目_英字'),
          column('分別区分', 'Kind of waste'),
          column('注意点', 'Mind that'),
          common.feeKind,
          common.fee,
          common.feeNote,
          common.note,
        ],
        ['ゴミの分別方法', 'ごみの分別方法'],
      ),
    ),
  ],
};
export default definition;
