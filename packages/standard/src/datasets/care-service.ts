import { column, current, recommended, type Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import * as previous from '../internal/previous-columns.ts';

const name = column('介護サービス事業所名称', 'Name');
const nameKana = column('介護サービス事業所名称_カナ', 'Name in katakana', 'katakana');
const service = column('実施サービス', 'Services');
const operation = [
  common.corporateNumber,
  common.operator,
  column('事業所番号', 'Office number'),
  common.weekdays,
  column('利用可能曜日特記事項', 'Notes on days'),
  column('定員', 'Capacity', 'integer'),
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
      name,
      nameKana,
      column('介護サービス事業所名称_英字', 'Name in English', 'string', {
        aliases: ['介護サービス事業所名称_英語'],
      }),
      service,
      ...common.address,
      common.latitude,
      common.longitude,
      common.phone,
      common.fax,
      common.postalCode,
      ...operation,
    ]),
    recommended(
      [
        ...previous.owner,
        name,
        nameKana,
        service,
        previous.address,
        previous.building,
        common.latitude,
        common.longitude,
        common.phone,
        common.extension,
        common.fax,
        ...operation,
      ],
      ['介護サービス事業所名称', '介護サービス事業所名称_カナ', '実施サービス', '住所', '電話番号'],
    ),
  ],
};
export default definition;
