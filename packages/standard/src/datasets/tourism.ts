import { column, current, recommended, type Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import * as previous from '../internal/previous-columns.ts';

const fee = column('料金(基本)', 'Basic fee (yen)');
const visit = [common.weekdays, common.opens, common.closes, common.dateTimeNotes];
const about = [
  column('料金(詳細)', 'Fees in detail'),
  common.explanation,
  common.explanationEnglish,
  common.access,
  common.parking,
  common.accessList,
  ...common.inquiries,
  common.image,
  common.imageLicence,
  common.url,
  common.note,
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
      common.nameEnglish,
      common.poiCode,
      ...common.address,
      common.latitude,
      common.longitude,
      common.postalCode,
      common.corporateNumber,
      ...visit,
      fee,
      ...about,
    ]),
    recommended(
      [
        ...previous.owner,
        common.name,
        common.nameKana,
        common.nameEnglish,
        common.poiCode,
        previous.address,
        previous.building,
        common.latitude,
        common.longitude,
        ...visit,
        { ...fee, format: 'integer' },
        ...about,
      ],
      ['名称', '名称_カナ', '住所', '説明'],
    ),
  ],
};
export default definition;
