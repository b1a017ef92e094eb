import { column, current, recommended, type Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import * as previous from '../internal/previous-columns.ts';

const operator = column('設置者', 'Operator');
const service = [
  column('SSID', 'Network name'),
  column('提供エリア', 'Where in the place'),
  common.url,
  common.note,
];

const definition: Definition = {
  source:
    'Headers of published files; the official definition (book A, 3.09, 2026-08-01) was not seen.',
  generations: [
    current([
      common.code,
      common.corporateNumber,
      common.id,
      common.publisher,
      common.name,
      common.nameKana,
      common.nameEnglish,
      ...common.address,
      common.latitude,
      common.longitude,
      operator,
      ...common.contact,
      common.postalCode,
      ...service,
    ]),
    recommended(
      [
        ...previous.owner,
        common.name,
        common.nameKana,
        common.nameEnglish,
        previous.address,
        previous.building,
        common.latitude,
        common.longitude,
        operator,
        common.phone,
        common.extension,
        ...service,
      ],
      ['名称', '名称_カナ', '住所'],
    ),
  ],
};
export default definition;
