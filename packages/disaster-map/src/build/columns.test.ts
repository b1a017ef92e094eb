import { expect, test } from 'vitest';
import { buildMap } from '../build.ts';

const municipality = {
  name: { ja: '見本市' },
  bbox: [141, 32.48, 141.16, 32.6],
  centroid: [141.08, 32.54],
} as const;

const build = (text: string, columns: unknown) =>
  buildMap({
    config: {
      credit: { source: { ja: '見本市' } },
      layers: [{ name: '桜', columns }],
    },
    municipality,
    files: [{ path: 'data/桜.csv', bytes: new TextEncoder().encode(text) }],
  });

test('a list whose headers nobody could guess is read as the config says', async () => {
  const text = '木の呼び名,たて,よこ,樹齢\n一本桜,32.5,141.1,300年\n';
  const unread = await build(text, undefined);
  expect(unread.document.layers).toEqual([]);
  const { document, configProblems } = await build(text, {
    名称: '木の呼び名',
    緯度: 'たて',
    経度: 'よこ',
  });
  expect(configProblems).toEqual([]);
  const [layer] = document.layers;
  expect(layer?.places).toMatchObject([[141.1, 32.5, expect.anything(), '一本桜', ['300年'], '']]);
  expect(layer?.fields.map(({ header }) => header)).toEqual(['樹齢']);
});

test('a column that is called so without being meant is still shown', async () => {
  const text = '名称,通称,緯度,経度\nヤマザクラ,一本桜,32.5,141.1\n';
  const { document } = await build(text, { 名称: '通称' });
  const [layer] = document.layers;
  expect(layer?.places[0]?.[3]).toBe('一本桜');
  expect(layer?.fields.map(({ header }) => header)).toEqual(['名称（元の列）']);
  expect(layer?.places[0]?.[4]).toEqual(['ヤマザクラ']);
});

test.each([
  [{ 名称: '呼び名' }, 'disaster-map/unknown-field', ['layers', 0, 'columns']],
  [{ 名称: 3 }, 'disaster-map/config-value', ['layers', 0, 'columns', '名称']],
  ['名称', 'disaster-map/config-value', ['layers', 0, 'columns']],
])('%j is refused', async (columns, code, path) => {
  const { configProblems } = await build('名称,緯度,経度\n一本桜,32.5,141.1\n', columns);
  expect(configProblems).toMatchObject([{ code, path }]);
});

test('the map begins where the config says', async () => {
  const config = { credit: { source: { ja: '見本市' } }, view: [141.06, 32.53, 141.08, 32.55] };
  const { document, configProblems } = await buildMap({ config, municipality, files: [] });
  expect(document.view).toEqual(config.view);
  expect(configProblems).toEqual([]);
  const wrong = [[141.08, 32.53, 141.06, 32.55], [141.06, 32.53, 141.08], ['1', 1, 2, 2], 'all'];
  for (const view of wrong) {
    const refused = await buildMap({ config: { ...config, view }, municipality, files: [] });
    expect(refused.document.view).toBeUndefined();
    expect(refused.configProblems).toMatchObject([
      { code: 'disaster-map/config-value', path: ['view'] },
    ]);
  }
});
