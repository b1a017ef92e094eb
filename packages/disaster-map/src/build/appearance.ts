import type { DatasetId } from '@yokoten/open-data';
import type { IconId, LayerKind } from '../document.ts';

/** The first that is found in the layer's name decides, so the special stands before the general. */
const WORDS: readonly (readonly [icon: IconId, words: RegExp])[] = [
  ['water', /給水/u],
  ['aed', /AED/iu],
  ['toilet', /トイレ|便所/u],
  ['nursing-room', /授乳|おむつ|ベビー|赤ちゃん/u],
  ['wifi', /Wi-?Fi|無線LAN|公衆無線/iu],
  ['bicycle-parking', /駐輪|自転車/u],
  ['parking', /駐車/u],
  ['radio', /防災行政無線|拡声/u],
  ['pond', /ため池|溜池/u],
  ['fire-hydrant', /消防水利|消火栓|防火水槽|防火水そう/u],
  ['fire-station', /消防/u],
  ['police', /警察|交番|駐在所/u],
  ['medical', /救護|医療|病院|診療/u],
  ['temporary-stay', /一時滞在|帰宅困難/u],
  ['office', /役所|役場|庁舎|事務所|支所|出張所|市民センター/u],
  ['kindergarten', /幼稚園|保育|こども園/u],
  ['school', /学校|小学|中学|高校/u],
  ['library', /図書館/u],
  ['polling-place', /投票/u],
  ['garbage', /ごみ|ゴミ|資源回収/u],
  ['care', /介護|デイサービス|高齢者/u],
  ['wheelchair', /バリアフリー|障害|福祉/u],
  ['information', /案内所/u],
  ['culture', /文化財|史跡|神社|寺院/u],
  ['landscape', /景観|景色|展望|眺望/u],
  ['sights', /観光|名所|見どころ/u],
  ['park', /公園|緑地/u],
  ['event', /イベント|催し/u],
  ['food', /飲食|食堂/u],
  ['bus', /バス停/u],
  ['station', /駅$|鉄道/u],
  ['shop', /商店|店舗/u],
];

const DATASET_ICONS: Partial<Readonly<Record<DatasetId, IconId>>> = {
  aed: 'aed',
  'public-toilet': 'toilet',
  hospital: 'medical',
  'fire-hydrant': 'fire-hydrant',
  preschool: 'kindergarten',
  'public-wireless-lan': 'wifi',
  'cultural-property': 'culture',
  tourism: 'sights',
  event: 'event',
  'care-service': 'care',
  'food-business': 'food',
  'emergency-radio': 'radio',
  parking: 'parking',
  'bicycle-parking': 'bicycle-parking',
  'polling-place': 'polling-place',
  'baby-station': 'nursing-room',
  'garbage-collection-place': 'garbage',
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
  parking: PALETTE.blue,
  'bicycle-parking': PALETTE.sky,
  wifi: PALETTE.purple,
  sights: PALETTE.plum,
  landscape: PALETTE.green,
  culture: PALETTE.rust,
  park: PALETTE.green,
  library: PALETTE.olive,
  kindergarten: PALETTE.olive,
  'nursing-room': PALETTE.plum,
  care: PALETTE.sky,
  event: PALETTE.rust,
  food: PALETTE.red,
  'polling-place': PALETTE.blue,
  garbage: PALETTE.olive,
  radio: PALETTE.red,
  information: PALETTE.blue,
  wheelchair: PALETTE.blue,
  station: PALETTE.purple,
  bus: PALETTE.sky,
  pond: PALETTE.sky,
  shop: PALETTE.rust,
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
