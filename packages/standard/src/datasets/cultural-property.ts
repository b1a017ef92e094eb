import { codes, column, current, recommended, type Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import * as previous from '../internal/previous-columns.ts';

const kind = column('種類', 'Kind', 'string', {
  codes: codes(
    ['建造物', 'Building'],
    ['美術工芸品', 'Art or craft work'],
    ['芸能', 'Performing art'],
    ['工芸技術', 'Craft technique'],
    ['その他', 'Other'],
  ),
});
const category = column('文化財分類', 'Category', 'list');
const venue = column('場所名称', 'Place');
const about = [
  column('員数（数）', 'Count', 'integer'),
  column('員数（単位）', 'Unit of the count'),
  common.corporateNumber,
  column('所有者等', 'Owner'),
  column('文化財指定日', 'Designated on', 'date'),
  common.weekdays,
  common.opens,
  common.closes,
  common.dateTimeNotes,
  common.image,
  common.imageLicence,
  column('概要', 'Summary'),
  column('概要_英語', 'Summary in English'),
  common.explanation,
  common.explanationEnglish,
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
      common.commonName,
      common.nameEnglish,
      category,
      kind,
      venue,
      ...common.address,
      common.latitude,
      common.longitude,
      common.phone,
      common.postalCode,
      ...about,
    ]),
    recommended(
      [
        ...previous.owner,
        common.name,
        common.nameKana,
        common.commonName,
        common.nameEnglish,
        category,
        { ...kind, format: 'code' },
        venue,
        previous.address,
        previous.building,
        common.latitude,
        common.longitude,
        common.phone,
        common.extension,
        ...about,
      ],
      ['名称', '名称_カナ', '文化財分類'],
    ),
  ],
};
export default definition;
