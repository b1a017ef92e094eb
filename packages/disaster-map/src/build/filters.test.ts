import { expect, test } from 'vitest';
import { buildMap } from '../build.ts';
import type { AppOutput } from '@yokoten/standard/app';
import type { MapDocument } from '../document.ts';

const municipality = {
  name: { ja: '見本市' },
  bbox: [141, 32.48, 141.16, 32.6],
  centroid: [141.08, 32.54],
} as const;

const WELLS = `名称,緯度,経度,種別,車いす,画像,画像_ライセンス
北の井戸,32.55,141.07,手押し,○,https://photos.example.jp/a.jpg,CC BY 4.0
南の井戸,32.51,141.06,電動,,http://photos.example.jp/b.jpg,
東の井戸,32.52,141.08,手押し,○,https://other.example.jp/c.jpg,
`;

async function built(
  config: Readonly<Record<string, unknown>>,
): Promise<AppOutput & { readonly document: MapDocument }> {
  const files = [
    { path: 'data/1-井戸.csv', text: WELLS },
    { path: 'data/2-公園.csv', text: '名称,緯度,経度,種別\n中央公園,32.5,141.1,街区公園\n' },
  ].map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }));
  return buildMap({
    config: { credit: { source: { ja: '見本市' } }, ...config },
    municipality,
    files,
  });
}

test('a column to filter by has the values of all layers that have it', async () => {
  const { document, configProblems } = await built({ filters: ['種別', '車いす'] });
  expect(configProblems).toEqual([]);
  expect(document.filters).toMatchObject([
    { header: '種別', values: ['手押し', '電動', '街区公園'] },
    { header: '車いす', values: ['○'] },
  ]);
});

test('a column that no file has is refused with the nearest one, one with too many values too', async () => {
  const { document, configProblems } = await built({ filters: ['種類別'] });
  expect(document.filters).toBeUndefined();
  expect(configProblems).toMatchObject([
    { code: 'disaster-map/unknown-field', path: ['filters', 0] },
  ]);
  expect(configProblems[0]?.message.en).toContain('"種別"');
  const rows = Array.from({ length: 60 }, (_, at) => `場所${at},32.5,141.05,値${at}`);
  const files = [
    {
      path: 'data/場所.csv',
      bytes: new TextEncoder().encode(`名称,緯度,経度,備考\n${rows.join('\n')}\n`),
    },
  ];
  const config = { credit: { source: { ja: '見本市' } }, filters: ['備考'] };
  const many = await buildMap({ config, municipality, files });
  expect(many.configProblems).toMatchObject([
    { code: 'disaster-map/too-many-values', path: ['filters', 0] },
  ]);
});

test('photos are shown from the hosts that are allowed, by https; the policy of the page names them', async () => {
  const { document, hosts, problems } = await built({
    photoHosts: ['https://Photos.example.jp/'],
  });
  const [wells] = document.layers;
  const index = wells?.fields.findIndex(({ role }) => role === 'photo') ?? -1;
  expect(wells?.places.map(({ 4: values }) => values[index])).toEqual([
    'https://photos.example.jp/a.jpg',
    null,
    null,
  ]);
  expect(wells?.fields.map(({ header }) => header)).toContain('画像_ライセンス');
  expect(hosts.img).toContain('https://photos.example.jp');
  expect(problems.filter(({ code }) => code === 'disaster-map/photo-not-allowed')).toMatchObject([
    { row: 3, column: '画像', before: 'http://photos.example.jp/b.jpg' },
    { row: 4, column: '画像', before: 'https://other.example.jp/c.jpg' },
  ]);
});

test('without a host there is no photo; a host is a host, and nothing more', async () => {
  const { document } = await built({});
  const roles = document.layers.flatMap(({ fields }) => fields.map(({ role }) => role));
  expect(roles).not.toContain('photo');
  const wrong = [
    'http://a.example.jp',
    'https://*.example.jp',
    "https://a.example.jp 'unsafe-inline'",
  ];
  const { configProblems, hosts } = await built({ photoHosts: wrong });
  expect(configProblems.map(({ path }) => path)).toEqual(wrong.map((_, at) => ['photoHosts', at]));
  expect(hosts.img.join(' ')).not.toContain('a.example.jp');
});

test('a layer has a group; a photo column that is not there is refused with the nearest one', async () => {
  const group = { ja: '水', en: 'Water' };
  const fine = await built({ layers: [{ name: '井戸', group, photo: '画像' }] });
  expect(fine.document.layers.map((layer) => layer.group)).toEqual([group, undefined]);
  const { configProblems } = await built({ layers: [{ name: '井戸', photo: '画象' }] });
  expect(configProblems).toMatchObject([
    { code: 'disaster-map/unknown-field', path: ['layers', 0, 'photo'] },
  ]);
  expect(configProblems[0]?.message.ja).toContain('画像');
});

test('a photo of the app’s own needs no host, and stays in its folder', async () => {
  const rows = [
    './images/北 1.jpg',
    'images/a.svg',
    'images/../secret.svg',
    'images/%2e%2e/a.png',
    'images/a.html',
  ];
  const text = `名称,緯度,経度,画像\n${rows.map((photo, at) => `井戸${at},32.55,141.0${at},${photo}`).join('\n')}\n`;
  const files = [{ path: 'data/井戸.csv', bytes: new TextEncoder().encode(text) }];
  const { document, problems, hosts } = await buildMap({
    config: { credit: { source: { ja: '見本市' } }, background: 'none' },
    municipality,
    files,
  });
  expect(document.layers[0]?.fields).toMatchObject([{ role: 'photo' }]);
  expect(document.layers[0]?.places.map(({ 4: values }) => values[0])).toEqual([
    './images/%E5%8C%97%201.jpg',
    './images/a.svg',
    null,
    null,
    null,
  ]);
  expect(hosts.img).toEqual([]);
  const refused = problems.filter(({ code }) => code === 'disaster-map/photo-not-allowed');
  expect(refused.map(({ row }) => row)).toEqual([4, 5, 6]);
});
