import { column, current, recommended, type Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import * as previous from '../internal/previous-columns.ts';

const kind = column('種別', 'Kind', 'string', {
  codes: [
    { value: '消火栓', en: 'Hydrant' },
    { value: '私設消火栓', en: 'Private hydrant' },
    { value: '防火水そう', en: 'Fire cistern' },
    { value: '防火水槽', en: 'Fire cistern' },
    { value: 'プール', en: 'Swimming pool' },
    { value: '河川・溝等', en: 'River or ditch' },
    { value: '濠・池等', en: 'Moat or pond' },
    { value: '海・湖', en: 'Sea or lake' },
    { value: '井戸', en: 'Well' },
    { value: '下水道', en: 'Sewer' },
    { value: 'その他', en: 'Other' },
  ],
});

const definition: Definition = {
  source:
    'Headers of published files; the official definition (book A, 3.09, 2026-08-01) was not seen.',
  generations: [
    current([
      common.code,
      common.id,
      common.publisher,
      kind,
      ...common.address,
      common.latitude,
      common.longitude,
      column('口径', 'Diameter'),
      common.note,
    ]),
    recommended(
      [
        ...previous.owner,
        {
          ...kind,
          format: 'code',
          codes: kind.codes?.filter(({ value }) => value !== '防火水槽') ?? [],
        },
        previous.address,
        previous.building,
        common.latitude,
        common.longitude,
        column('口径', 'Diameter (mm)', 'number'),
        common.note,
      ],
      ['種別'],
    ),
  ],
};
export default definition;
