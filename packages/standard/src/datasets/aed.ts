import { column, current, presence, recommended, type Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import * as previous from '../internal/previous-columns.ts';

const position = column('設置位置', 'Where exactly');
const children = column('小児対応設備の有無', 'Usable for children', 'string', { codes: presence });

const definition: Definition = {
  source:
    'Headers of published files; the official definition (book A, 3.09, 2026-08-01) was not seen.',
  generations: [
    current([
      common.code,
      common.id,
      common.publisher,
      common.corporateNumber,
      common.organisation,
      common.name,
      common.nameKana,
      common.nameEnglish,
      ...common.address,
      common.latitude,
      common.longitude,
      ...common.height,
      position,
      ...common.contact,
      common.postalCode,
      common.weekdays,
      common.opens,
      common.closes,
      common.dateTimeNotes,
      children,
      column('外部利用不可', 'Not for outside use'),
      common.url,
      common.note,
    ]),
    recommended(
      [
        ...previous.owner,
        common.name,
        common.nameKana,
        previous.address,
        previous.building,
        common.latitude,
        common.longitude,
        position,
        common.phone,
        common.extension,
        common.corporateNumber,
        common.organisation,
        common.weekdays,
        common.opens,
        common.closes,
        common.dateTimeNotes,
        { ...children, format: 'code' },
        common.url,
        common.note,
      ],
      ['名称', '名称_カナ', '住所', '設置位置'],
    ),
  ],
};
export default definition;
