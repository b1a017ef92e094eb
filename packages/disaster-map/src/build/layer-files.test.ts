import { expect, test } from 'vitest';
import type { DataFile } from '@yokoten/standard/app';
import type { LayerConfig } from './layer-config.ts';
import { sortFiles } from './layer-files.ts';

const bytes = new Uint8Array();
const file = (name: string): DataFile => ({ path: `data/${name}`, bytes });
const entry = (name: string, index = 0): LayerConfig => ({
  path: ['layers', index],
  name,
  parts: new Map(),
  columns: new Map(),
  fields: new Map(),
});

const idsOf = (names: readonly string[], configs: readonly LayerConfig[] = []): string[] =>
  sortFiles(names.map(file), configs).layers.map(({ id }) => id);

test('the number in front orders, and is not part of the name', () => {
  expect(idsOf(['10-ろ.csv', '2-い.csv', 'は.csv', '02-ほ.geojson'])).toEqual([
    'ほ',
    'い',
    'ろ',
    'は',
  ]);
});

test('the config orders first; the rest follows', () => {
  expect(idsOf(['1-い.csv', '2-ろ.csv', '3-は.csv'], [entry('は'), entry('2-ろ.csv', 1)])).toEqual([
    'は',
    'ろ',
    'い',
  ]);
});

test('a name that macOS wrote in pieces is the same name', () => {
  const decomposed = 'ガード.csv'.normalize('NFD');
  expect(decomposed).not.toBe('ガード.csv');
  expect(sortFiles([file(decomposed)], [entry('ガード')]).problems).toEqual([]);
});

test('what is no layer is left alone', () => {
  const names = [
    'README.md',
    'readme.ja.md',
    '.gitkeep',
    'い.csv.patch.json',
    'address.csv',
    'Thumbs.db',
    '~$い.xlsx',
  ];
  expect(idsOf(names)).toEqual([]);
  expect(sortFiles([file('boundary.geojson')], []).boundary?.path).toBe('data/boundary.geojson');
});

test('an entry without a file names the nearest one, or all there are', () => {
  const [near] = sortFiles([file('1-指定避難所.csv')], [entry('指定避難場')]).problems;
  expect(near).toMatchObject({ code: 'disaster-map/unknown-layer', path: ['layers', 0, 'name'] });
  expect(near?.message.ja).toContain('「指定避難所」ではありませんか');
  const [far] = sortFiles([file('井戸.csv')], [entry('学校一覧')]).problems;
  expect(far?.message.ja).toContain('あるファイル: 井戸');
});

test('an entry whose file can be fetched and is not here yet stops nothing', () => {
  const url = 'https://example.jp/a.kml';
  const { layers, problems, notFetched } = sortFiles([], [{ ...entry('給水所.kml'), url }]);
  expect([layers, problems]).toEqual([[], []]);
  expect(notFetched).toMatchObject([
    { code: 'disaster-map/layer-not-fetched', severity: 'warning', file: 'data/給水所.kml' },
  ]);
});
