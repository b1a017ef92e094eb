import { expect, test } from 'vitest';
import { inspect } from './inspect.ts';

const bytes = new TextEncoder().encode(
  '名称,緯度,経度,備考\nみほん館,３５．６,139.3,\n逆の館,139.3,35.6,夜間閉鎖\nみほん館,３５．６,139.3,\n',
);

test('one object says everything about a file', async () => {
  const municipality = { code: '132012', bbox: [139, 35, 139.2, 36] } as const;
  const { problems, ...found } = await inspect(bytes, { file: 'a.csv', municipality });
  expect(found).toEqual({
    file: 'a.csv',
    kind: 'csv',
    encoding: 'utf-8',
    dataset: null,
    generation: 'other',
    confidence: 0,
    rows: 3,
    columns: [
      { header: '名称', standard: '名称', confidence: 0.95, missing: 0 },
      { header: '緯度', standard: '緯度', confidence: 0.95, missing: 0 },
      { header: '経度', standard: '経度', confidence: 0.95, missing: 0 },
      { header: '備考', standard: '備考', confidence: 0.95, missing: 2 },
    ],
    repaired: 4,
    unresolved: 1,
  });
  expect(problems.map(({ row, code }) => `${row} ${code}`)).toEqual([
    'undefined open-data/outside-area',
    '2 open-data/width-mixed',
    '3 open-data/swapped-latlng',
    '3 open-data/swapped-latlng',
    '4 open-data/width-mixed',
    '4 open-data/duplicate-row',
  ]);
});

test('is plain JSON', async () => {
  const found = await inspect(bytes, { file: 'a.csv' });
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
});

test('takes a person at their word about the dataset', async () => {
  const found = await inspect(bytes, { file: 'a.csv', as: 'public-toilet' });
  expect(found.dataset).toBe('public-toilet');
  expect(
    found.problems.filter(({ code }) => code === 'open-data/missing-label').length,
  ).toBeGreaterThan(0);
});

test('refuses what is no table', async () => {
  const page = new TextEncoder().encode('<!doctype html><title>404</title>');
  await expect(inspect(page, { file: 'a.csv' })).rejects.toMatchObject({
    code: 'open-data/html-instead-of-csv',
    finding: { file: 'a.csv' },
  });
});
