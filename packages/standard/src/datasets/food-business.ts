import type { Column } from '../dataset.ts';
import { column, current, type Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';

/** Some files write 施設 before each part of the address. */
const ofFacility = (one: Column): Column =>
  one.name.startsWith('所在地_') ? { ...one, aliases: [...one.aliases, `施設${one.name}`] } : one;
const address = [
  ofFacility(common.addressCode),
  common.townId,
  {
    ...ofFacility(common.wholeAddress),
    aliases: [...ofFacility(common.wholeAddress).aliases, '営業所所在地'],
  },
  ...[common.prefecture, common.municipality, common.town, common.houseNumber].map(ofFacility),
];

const definition: Definition = {
  source:
    'Labels that a reader of published files gives the columns, and headers of some files; the punctuation of the others and the official definition (book A, 3.09, 2026-08-01) were not seen.',
  generations: [
    current([
      common.code,
      common.id,
      common.publisher,
      column('施設名称', 'Name', 'string', { aliases: ['営業所名称'] }),
      column('施設名称_カナ', 'Name in katakana', 'katakana', { aliases: ['営業所名称_カナ'] }),
      column('施設名称_英字', 'Name in English', 'string', { aliases: ['施設名称_英語'] }),
      column('営業の種類', 'Kind of business'),
      column('業態', 'Form of business'),
      ...address,
      column('施設方書', 'Building', 'string', {
        aliases: ['施設_方書', '建物名等(方書)', '方書'],
      }),
      common.postalCode,
      column('施設電話番号', 'Phone', 'phone', { aliases: ['施設_電話番号', '電話番号'] }),
      ...common.written,
      common.latitude,
      common.longitude,
      column('法人名', 'Operator', 'string', { aliases: ['法人の名称'] }),
      common.corporateNumber,
      column('許可番号', 'Permit number'),
      column('初回許可年月日', 'First permitted on', 'date'),
      column('許可年月日', 'Permitted on', 'date'),
      column('許可開始日', 'Permit begins', 'date'),
      column('許可満了日', 'Permit ends', 'date'),
      column('廃業年月日', 'Closed on', 'date'),
      column('申請区分', 'Kind of application'),
      column('許可条件', 'Conditions'),
      common.note,
    ]),
  ],
};
export default definition;
