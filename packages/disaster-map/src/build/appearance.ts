import type { DatasetId } from '@yokoten/open-data';
import type { IconId, LayerKind } from '../document.ts';

/** The first that is found in the layer's name decides, so the special stands before the general. */
const WORDS: readonly (readonly [icon: IconId, words: RegExp])[] = [
  ['water', /給水/u],
  ['aed', /AED/iu],
  ['toilet', /トイレ|便所/u],
  ['fire-hydrant', /消防水利|消火栓|防火水槽|防火水そう/u],
  ['fire-station', /消防/u],
  ['police', /警察|交番|駐在所/u],
  ['medical', /救護|医療|病院|診療/u],
  ['temporary-stay', /一時滞在|帰宅困難/u],
  ['office', /役所|役場|庁舎|事務所|支所|出張所|市民センター/u],
  ['school', /学校|小学|中学|高校|幼稚園|保育/u],
];

const DATASET_ICONS: Partial<Readonly<Record<DatasetId, IconId>>> = {
  aed: 'aed',
  'public-toilet': 'toilet',
  hospital: 'medical',
  'fire-hydrant': 'fire-hydrant',
  preschool: 'school',
  'educational-institution': 'school',
};

/**
 * Eight fills that reach 3.4 : 1 on white and on the map's ground, and stay apart for people who do not see red or green
 * (CIE76 difference of 17 and more under the protanopia and deuteranopia model of Machado 2009).
 */
export const PALETTE = {
  green: '#00703c',
  blue: '#0031d8',
  sky: '#1e84a9',
  plum: '#7e2a54',
  purple: '#591e76',
  rust: '#8a280f',
  red: '#66000f',
  olive: '#7a7e07',
} as const;

const ICON_COLORS: Readonly<Record<IconId, string>> = {
  'emergency-site': PALETTE.green,
  shelter: PALETTE.blue,
  'temporary-stay': PALETTE.purple,
  water: PALETTE.sky,
  medical: PALETTE.plum,
  aed: PALETTE.rust,
  toilet: PALETTE.olive,
  'fire-station': PALETTE.red,
  'fire-hydrant': PALETTE.rust,
  police: PALETTE.purple,
  office: PALETTE.olive,
  school: PALETTE.sky,
  place: PALETTE.plum,
};

/** The icon for what a layer is; 避難場所 and 避難所 only where the kind is settled. */
export function inferIcon(kind: LayerKind, dataset: DatasetId | undefined, name: string): IconId {
  if (kind !== 'facility') return kind;
  const byDataset = dataset === undefined ? undefined : DATASET_ICONS[dataset];
  return byDataset ?? WORDS.find(([, words]) => words.test(name))?.[0] ?? 'place';
}

/**
 * One colour per layer: what the config says, else the icon's own; where two layers would have the same, the later one
 * gets the first that nobody has.
 */
export function assignColors(
  layers: readonly { readonly icon: IconId; readonly color?: string }[],
): string[] {
  const wanted = layers.map(({ icon, color }) => color ?? ICON_COLORS[icon]);
  const spare = Object.values(PALETTE).filter((color) => !wanted.includes(color));
  return wanted.map((color, index) => {
    const isFirst = wanted.indexOf(color) === index;
    return isFirst || layers[index]?.color !== undefined ? color : (spare.shift() ?? color);
  });
}
