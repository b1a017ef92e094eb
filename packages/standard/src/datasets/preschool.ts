import {
  codes,
  column,
  current,
  recommended,
  presence,
  type Definition,
} from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import * as previous from '../internal/previous-columns.ts';

const kind = column('種別', 'Kind', 'string', {
  codes: codes(
    ['公立幼稚園', 'Public kindergarten'],
    ['私立幼稚園', 'Private kindergarten'],
    ['認可公立保育所', 'Licensed public nursery'],
    ['認可私立保育所', 'Licensed private nursery'],
    ['認可外保育所', 'Unlicensed nursery'],
    ['認定こども園（幼保連携型）', 'Certified centre, nursery and kindergarten'],
    ['認定こども園（幼稚園型）', 'Certified centre, kindergarten type'],
    ['認定こども園（保育所型）', 'Certified centre, nursery type'],
    ['認定こども園（地方裁量型）', 'Certified centre, local type'],
  ),
});
const dayCare = column('一時預かりの有無', 'Temporary care', 'string', { codes: presence });
const places = [
  column('収容定員', 'Capacity', 'integer'),
  column('受入年齢', 'Ages taken'),
  common.weekdays,
  common.opens,
  common.closes,
  common.dateTimeNotes,
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
      common.nameLatin,
      kind,
      ...common.address,
      common.latitude,
      common.longitude,
      ...common.height,
      common.access,
      common.parking,
      common.phone,
      common.extension,
      common.fax,
      ...common.written,
      common.postalCode,
      common.corporateNumber,
      common.organisation,
      column('許可等年月日', 'Licensed on', 'date', { aliases: ['認可等年月日'] }),
      ...places,
      dayCare,
      column('子供預かり料金種別', 'Kind of care fee'),
      column('子供預かり料金', 'Care fee'),
      column('子供預かり料金備考', 'Notes on the care fee'),
      column('子供預かり開所時間', 'Care opens', 'time'),
      column('子供預かり閉所時間', 'Care closes', 'time'),
      column('病児保育の有無', 'Care of sick children', 'string', { codes: presence }),
      ...common.forChildren,
      common.url,
      common.image,
      common.imageLicence,
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
        common.access,
        common.parking,
        common.phone,
        common.extension,
        common.fax,
        common.corporateNumber,
        common.organisation,
        column('認可等年月日', 'Licensed on', 'date', { aliases: ['許可等年月日'] }),
        ...places,
        { ...dayCare, format: 'code' },
        common.url,
        common.note,
      ],
      ['名称', '名称_カナ', '住所'],
    ),
  ],
};
export default definition;
