import {
  HAZARDS,
  type Fit,
  type HazardId,
  type Layer,
  type MapDocument,
  type Place,
} from '../src/document.ts';

/** A place of `smallLayer`: its values stand as address, telephone, web page. */
export function smallPlace(
  id: string,
  name: string,
  {
    at = [141.05, 32.52],
    values = [],
    fit = {},
  }: {
    readonly at?: readonly [number, number];
    readonly values?: readonly (string | null)[];
    readonly fit?: Partial<Record<HazardId, Fit>>;
  } = {},
): Place {
  const letters =
    Object.keys(fit).length === 0 ? '' : HAZARDS.map((hazard) => fit[hazard] ?? '?').join('');
  return [at[0], at[1], id, name, values, letters];
}

export function smallLayer(id: string, parts: Partial<Layer> = {}): Layer {
  return {
    id,
    title: { ja: id, en: `${id} in English` },
    kind: 'facility',
    icon: 'place',
    color: '#00703c',
    visible: true,
    credit: {
      source: { ja: '見本市', en: 'Mihon City' },
      licence: 'CC BY 4.0',
      date: '2022-10-05',
    },
    fields: [
      { header: '住所', label: { ja: '住所', en: 'Address' }, role: 'address' },
      { header: '電話番号', label: { ja: '電話番号', en: 'Telephone' }, role: 'phone' },
      { header: 'URL', label: { ja: 'ホームページ', en: 'Website' }, role: 'url' },
    ],
    places: [],
    ...parts,
  };
}

/** A town with three layers: where to flee to, where to stay, and AEDs, which are not shown at first. */
export function smallDocument(parts: Partial<MapDocument> = {}): MapDocument {
  return {
    schemaVersion: 1,
    municipality: { name: { ja: '見本市', en: 'Mihon City' }, bbox: [141, 32.48, 141.16, 32.6] },
    title: { ja: '見本市防災マップ', en: 'Mihon City Disaster Map' },
    languages: ['ja', 'en'],
    sample: { ja: '見本市は実在しません。', en: 'Mihon City does not exist.' },
    hazards: ['flood', 'earthquake'],
    contacts: [{ label: { ja: '防災課', en: 'Disaster office' }, value: '000-000-0000' }],
    report: { rows: 6, shown: 6, leftOut: 0 },
    layers: [
      smallLayer('避難場所', {
        kind: 'emergency-site',
        icon: 'emergency-site',
        note: { ja: '命を守るために、まず逃げる場所です。', en: 'Where to flee to first.' },
        credit: {
          source: { ja: '見本市' },
          licence: null,
          processed: { ja: '座標を丸めました。' },
        },
        places: [
          smallPlace('s1', '中央公園', {
            at: [141.05, 32.52],
            values: ['見本市中央1-1', null, null],
            fit: { flood: 'x', earthquake: 'o' },
          }),
          smallPlace('s2', '高台グラウンド', {
            at: [141.12, 32.58],
            values: ['見本市高台2-3', '000-000-0001', 'https://example.com/takadai'],
            fit: { flood: 'o', earthquake: '-' },
          }),
        ],
      }),
      smallLayer('避難所', {
        kind: 'shelter',
        icon: 'shelter',
        color: '#0031d8',
        places: [
          smallPlace('h1', '第一小学校', {
            at: [141.08, 32.55],
            values: ['見本市本町3-1', null, null],
          }),
          smallPlace('h2', '第二小学校', {
            at: [141.02, 32.5],
            values: ['見本市西町5-2', '621-3001', null],
          }),
        ],
      }),
      smallLayer('AED', {
        icon: 'aed',
        color: '#8a280f',
        visible: false,
        places: [
          smallPlace('a1', '市役所', {
            at: [141.09, 32.54],
            values: ['見本市本町1-1', null, null],
          }),
          smallPlace('a2', '第一小学校', {
            at: [141.08, 32.55],
            values: ['見本市本町3-1', null, null],
          }),
        ],
      }),
    ],
    ...parts,
  };
}

/** A layer of `count` places in a grid over the town. */
export function largeLayer(id: string, count: number): Layer {
  return smallLayer(id, {
    places: Array.from({ length: count }, (_, index) =>
      smallPlace(`${id}-${index}`, `場所${index + 1}`, {
        at: [141.01 + (index % 12) / 100, 32.49 + Math.floor(index / 12) / 150],
        values: [`見本市${index + 1}番地`, null, null],
      }),
    ),
  });
}
