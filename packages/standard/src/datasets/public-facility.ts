import { column, marked, type Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import * as previous from '../internal/previous-columns.ts';

const definition: Definition = {
  source:
    'Headers of published files; the official definition (book A, 3.09, 2026-08-01) was not seen.',
  generations: [
    {
      id: 'current',
      columns: [
        common.code,
        common.id,
        common.publisher,
        common.name,
        common.nameKana,
        common.nameLatin,
        common.commonName,
        common.poiCode,
        ...common.address,
        common.latitude,
        common.longitude,
        ...common.height,
        ...common.contact,
        common.postalCode,
        common.corporateNumber,
        common.organisation,
        common.weekdays,
        common.opens,
        common.closes,
        common.timeNotes,
        column('アクセス方法', 'Getting there'),
        column('駐車場情報', 'Parking'),
        common.explanation,
        ...common.accessibility,
        common.url,
        common.image,
        common.imageLicence,
        common.note,
      ],
    },
    {
      id: 'previous',
      columns: marked(
        [
          ...previous.owner,
          common.name,
          common.nameKana,
          common.commonName,
          common.poiCode,
          previous.address,
          previous.building,
          common.latitude,
          common.longitude,
          common.phone,
          common.extension,
          common.corporateNumber,
          common.organisation,
          common.weekdays,
          common.opens,
          common.closes,
          common.dateTimeNotes,
          common.explanation,
          column('バリアフリー情報', 'Accessibility'),
          common.url,
          common.note,
        ],
        ['名称', '名称_カナ', '住所'],
      ),
    },
  ],
};
export default definition;
