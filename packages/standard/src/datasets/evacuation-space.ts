import type { Column } from '../dataset.ts';
import { evacuationHazardColumns as hazards } from '../evacuation-hazards.ts';
import { column, current, recommended, type Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import * as previous from '../internal/previous-columns.ts';

const HAZARD_LABELS = [
  'Flood',
  'Landslide',
  'Storm surge',
  'Earthquake',
  'Tsunami',
  'Large fire',
  'Inland flood',
  'Volcano',
];
const HAZARD_ALIASES: Readonly<Record<string, readonly string[]>> = {
  '災害種別_崖崩れ、土石流及び地滑り': ['災害種別_崖崩れ・土石流及び地滑り'],
  災害種別_地震: ['災害種別_地震(火災)'],
};

const municipalityCode = column('市区町村コード', 'Municipality code', 'municipality-code');
const about: readonly Column[] = [
  ...hazards.map((name, i) =>
    column(name, HAZARD_LABELS[i] ?? name, 'flag', { aliases: HAZARD_ALIASES[name] ?? [] }),
  ),
  column('指定避難所との重複', 'Also a designated shelter', 'flag', {
    aliases: ['指定避難所との住所同一'],
  }),
  column('想定収容人数', 'Capacity'),
  column('対象となる町会・自治会', 'Neighbourhoods served', 'list', {
    aliases: ['対象となる地区'],
  }),
];

const definition: Definition = {
  source:
    'Headers of published files; the official definition (book A, 3.09, 2026-08-01) was not seen.',
  generations: [
    current([
      {
        ...common.code,
        aliases: common.code.aliases.filter((alias) => alias !== municipalityCode.name),
      },
      common.id,
      common.name,
      common.nameKana,
      common.nameLatin,
      ...common.address,
      common.latitude,
      common.longitude,
      common.elevation,
      ...common.contact,
      common.postalCode,
      municipalityCode,
      common.publisher,
      ...about,
      common.url,
      common.image,
      common.imageLicence,
      common.note,
    ]),
    recommended(
      [
        previous.number,
        common.name,
        common.nameKana,
        previous.address,
        previous.building,
        common.latitude,
        common.longitude,
        common.elevation,
        common.phone,
        common.extension,
        municipalityCode,
        ...previous.ownerNames,
        ...about,
        common.url,
        common.note,
      ],
      [
        'NO',
        '名称',
        '名称_カナ',
        '住所',
        '電話番号',
        '市区町村コード',
        ...hazards,
        '指定避難所との重複',
      ],
    ),
  ],
};
export default definition;
