import type { Column } from '../dataset.ts';
import {
  column,
  current,
  marked,
  presence,
  recommended,
  type Definition,
} from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import * as previous from '../internal/previous-columns.ts';

const position = column('設置位置', 'Where exactly');
const counts: readonly Column[] = [
  column('男性トイレ総数', "Men's toilets", 'integer'),
  column('男性トイレ数（小便器）', "Men's urinals", 'integer'),
  column('男性トイレ数（和式）', "Men's squat toilets", 'integer'),
  column('男性トイレ数（洋式）', "Men's sitting toilets", 'integer'),
  column('女性トイレ総数', "Women's toilets", 'integer'),
  column('女性トイレ数（和式）', "Women's squat toilets", 'integer'),
  column('女性トイレ数（洋式）', "Women's sitting toilets", 'integer'),
  column('男女共用トイレ総数', 'Unisex toilets', 'integer'),
  column('男女共用トイレ数（和式）', 'Unisex squat toilets', 'integer'),
  column('男女共用トイレ数（洋式）', 'Unisex sitting toilets', 'integer'),
];
const equipment: readonly Column[] = [
  column('車椅子使用者用トイレ有無', 'Wheelchair toilet', 'code', { codes: presence }),
  column('乳幼児用設備設置トイレ有無', 'Toilet for babies and toddlers', 'code', {
    codes: presence,
  }),
  column('オストメイト設置トイレ有無', 'Ostomate toilet', 'code', { codes: presence }),
];
const opens = column('利用開始時間', 'Opens', 'time', { aliases: ['開始時間'] });
const closes = column('利用終了時間', 'Closes', 'time', { aliases: ['終了時間'] });

const definition: Definition = {
  source:
    '自治体標準オープンデータセット 公衆トイレ一覧, official definition (book A, 3.09, 2026-08-01).',
  generations: [
    current(
      marked(
        [
          common.code,
          common.id,
          common.publisher,
          common.name,
          common.nameKana,
          common.nameEnglish,
          ...common.address,
          position,
          common.latitude,
          common.longitude,
          ...common.height,
          ...counts,
          column('バリアフリートイレ数', 'Accessible toilets', 'integer', {
            aliases: ['多機能トイレ数', '多機能トイレ_数'],
          }),
          ...equipment,
          opens,
          closes,
          common.timeNotes,
          common.image,
          common.imageLicence,
          common.note,
        ],
        ['名称', '所在地_連結表記', '設置位置'],
        [
          '全国地方公共団体コード',
          'ID',
          '名称_カナ',
          '名称_英語',
          '所在地_全国地方公共団体コード',
          '所在地_都道府県',
          '所在地_市区町村',
          '所在地_町字',
          '所在地_番地以下',
          '緯度',
          '経度',
          '男性トイレ総数',
          '女性トイレ総数',
          '男女共用トイレ総数',
          'バリアフリートイレ数',
          ...equipment.map(({ name }) => name),
          '利用開始時間',
          '利用終了時間',
          '画像',
          '画像_ライセンス',
        ],
      ),
    ),
    recommended(
      [
        ...previous.owner,
        common.name,
        common.nameKana,
        common.nameEnglish,
        previous.address,
        previous.building,
        position,
        common.latitude,
        common.longitude,
        ...counts,
        column('多機能トイレ数', 'Accessible toilets', 'integer'),
        ...equipment,
        opens,
        closes,
        common.timeNotes,
        common.image,
        common.imageLicence,
        common.note,
      ],
      [
        '名称',
        '名称_カナ',
        '住所',
        '設置位置',
        '多機能トイレ数',
        ...equipment.map(({ name }) => name),
      ],
    ),
  ],
};
export default definition;
