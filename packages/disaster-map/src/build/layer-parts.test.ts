import { expect, test } from 'vitest';
import { dataFile, municipality } from '../../test/golden-apps.ts';
import { buildMap } from '../build.ts';

const point = (name: string, lng: number, lat: number): string =>
  `<Placemark><name>${name}</name><Point><coordinates>${lng},${lat}</coordinates></Point></Placemark>`;
const [west, south, east, north] = municipality.bbox;
const [lng, lat] = [(west + east) / 2, (south + north) / 2];
const config = (layers: readonly object[] = []): Record<string, unknown> => ({
  title: { ja: '見本' },
  credit: { source: '見本市' },
  ...(layers.length > 0 && { layers }),
});

test('each folder of a map is a layer; one without places stops nothing', async () => {
  const kml = `<kml><Document>
    <Folder><name>北</name>${point('みほん館', lng, lat)}</Folder>
    <Folder><name>南</name>${point('みほん園', lng, lat)}</Folder>
    <Folder><name>メモ</name><Placemark><name>x</name></Placemark></Folder></Document></kml>`;
  const files = [dataFile('01-トイレ.kml', kml)];
  const { document, configProblems } = await buildMap({ config: config(), municipality, files });
  expect(configProblems).toEqual([]);
  expect(document.layers.map(({ id, places }) => [id, places.length])).toEqual([
    ['トイレ 北', 1],
    ['トイレ 南', 1],
  ]);
  const titled = await buildMap({
    config: config([{ name: 'トイレ', title: { ja: '手洗い', en: 'Toilets' } }]),
    municipality,
    files,
  });
  expect(titled.document.layers.map(({ title }) => title)).toEqual([
    { ja: '手洗い 北', en: 'Toilets 北' },
    { ja: '手洗い 南', en: 'Toilets 南' },
  ]);
});

test('a map of nothing stops the build', async () => {
  const files = [dataFile('a.kml', '<kml><Placemark><name>x</name></Placemark></kml>')];
  const { configProblems } = await buildMap({ config: config(), municipality, files });
  expect(configProblems.map(({ code }) => code)).toEqual(['disaster-map/empty-layer']);
});

const folders = `<kml><Document>
    <Folder><name>北</name>${point('みほん館', lng, lat)}</Folder>
    <Folder><name>南</name>${point('みほん園', lng, lat)}</Folder></Document></kml>`;

test('each part has a look of its own; one that is not there is a word, not a stop', async () => {
  const parts = {
    北: { title: { ja: '給水所', en: 'Water' }, icon: 'water', color: '#285797', visible: false },
    東: { icon: 'toilet' },
  };
  const { document, configProblems, problems } = await buildMap({
    config: config([{ name: '地図', title: '地図', parts }]),
    municipality,
    files: [dataFile('地図.kml', folders)],
  });
  expect(configProblems).toEqual([]);
  expect(document.layers).toMatchObject([
    { id: '地図 北', ...parts.北 },
    { id: '地図 南', title: { ja: '地図 南' }, visible: true },
  ]);
  expect(problems.map(({ code, before }) => [code, before])).toEqual([
    ['disaster-map/unknown-part', '東'],
  ]);
});

test('the only folder of a file has its look too', async () => {
  const kml = `<kml><Document><Folder><name>北</name>${point('みほん館', lng, lat)}</Folder></Document></kml>`;
  const { document } = await buildMap({
    config: config([{ name: '地図', parts: { 北: { icon: 'water' } } }]),
    municipality,
    files: [dataFile('地図.kml', kml)],
  });
  expect(document.layers).toMatchObject([{ id: '地図', icon: 'water' }]);
});

test('a column splits a file into a layer for each of its values', async () => {
  const csv = `name,lat,lon,category\nあ,${lat},${lng},給水所\nい,${lat},${lng},\nう,${lat},${lng},給水所\n`;
  const build = (split: string) =>
    buildMap({
      config: config([{ name: '支援', split, parts: { 給水所: { icon: 'water' } } }]),
      municipality,
      files: [dataFile('支援.csv', csv)],
    });
  const { document, configProblems } = await build('category');
  expect(configProblems).toEqual([]);
  expect(document.layers.map(({ id, icon, places }) => [id, icon, places.length])).toEqual([
    ['支援 給水所', 'water', 2],
    ['支援 未分類', 'place', 1],
  ]);
  const wrong = await build('categori');
  expect(wrong.configProblems.map(({ code }) => code)).toEqual(['disaster-map/unknown-field']);
});
