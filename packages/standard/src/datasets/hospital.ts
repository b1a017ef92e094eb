import { column, current, recommended, type Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import * as previous from '../internal/previous-columns.ts';

const kind = column('医療機関の種類', 'Kind', 'string', {
  codes: [
    { value: '病院', en: 'Hospital' },
    { value: '有床診療所', en: 'Clinic with beds' },
    { value: '無床診療所', en: 'Clinic without beds' },
  ],
});
const facilityCode = column('医療機関コード', 'Medical institution code');
const care = [
  column('診療曜日', 'Open on', 'weekdays'),
  column('診療開始時間', 'Opens', 'time'),
  column('診療終了時間', 'Closes', 'time'),
  column('診療日時特記事項', 'Notes on hours'),
  column('時間外における対応', 'Out of hours'),
  column('診療科目', 'Departments', 'list'),
  column('病床数', 'Beds', 'integer'),
];

const definition: Definition = {
  source:
    'Headers of published files; the official definition (book A, 3.09, 2026-08-01) was not seen.',
  generations: [
    current([
      common.code,
      common.id,
      common.publisher,
      common.name,
      common.nameKana,
      kind,
      ...common.address,
      common.latitude,
      common.longitude,
      common.phone,
      common.postalCode,
      common.operator,
      facilityCode,
      ...care,
      column('災害拠点分類', 'Role in disasters'),
      column('状況', 'Status'),
      common.url,
      common.note,
    ]),
    recommended(
      [
        ...previous.owner,
        common.name,
        common.nameKana,
        { ...kind, format: 'code' },
        previous.address,
        previous.building,
        common.latitude,
        common.longitude,
        common.phone,
        common.extension,
        common.fax,
        common.corporateNumber,
        common.operator,
        facilityCode,
        ...care,
        common.url,
        common.note,
      ],
      [
        '名称',
        '名称_カナ',
        '医療機関の種類',
        '住所',
        '診療曜日',
        '診療開始時間',
        '診療終了時間',
        '診療科目',
        '病床数',
        'URL',
      ],
    ),
  ],
};
export default definition;
