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
