import { parquetReadObjects, parquetSchema, parquetMetadata } from 'hyparquet';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toParquet } from './parquet.ts';

async function readBack(bytes: Uint8Array): Promise<Record<string, unknown>[]> {
  return parquetReadObjects({ file: Uint8Array.from(bytes).buffer });
}

function typesOf(bytes: Uint8Array): string[] {
  const { children } = parquetSchema(parquetMetadata(Uint8Array.from(bytes).buffer));
  return children.map(({ element }) => `${element.name} ${element.type}`);
}

test('texts stay texts, numbers become numbers, blank is null', async () => {
  const bytes = toParquet(
    [
      { name: '名称', cells: ['みほん館', ''] },
      { name: '収容人数', cells: ['120', ''], numeric: true },
      { name: '標高', cells: ['3.5', '-1'], numeric: true },
    ],
    [[139.3, 35.6], undefined],
  );
  expect(await readBack(bytes)).toEqual([
    { 名称: 'みほん館', 収容人数: 120, 標高: 3.5, _lng: 139.3, _lat: 35.6 },
    { 名称: null, 収容人数: null, 標高: -1, _lng: null, _lat: null },
  ]);
  expect(typesOf(bytes)).toEqual([
    '名称 BYTE_ARRAY',
    '収容人数 INT32',
    '標高 DOUBLE',
    '_lng DOUBLE',
    '_lat DOUBLE',
  ]);
});

test.each(['007', '1,200', '約100', '1.50', '12345678901234567890', '+3', '1e3', '-0'])(
  'a column of numbers with %s in it stays text',
  async (odd) => {
    const bytes = toParquet([{ name: 'n', cells: ['1', odd], numeric: true }]);
    expect(await readBack(bytes)).toEqual([{ n: '1' }, { n: odd }]);
  },
);

test('blank and repeated names are told apart, whatever their case', async () => {
  const bytes = toParquet(
    ['', 'URL', 'url', '__proto__', ' URL '].map((name, i) => ({ name, cells: [String(i)] })),
  );
  expect(typesOf(bytes).map((one) => one.split(' ')[0])).toEqual([
    'column_1',
    'URL',
    'url_2',
    '__proto__',
    'URL_3',
  ]);
});

test('whatever the cells are, they come back', async () => {
  const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.integer().map(String));
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { minLength: 1, maxLength: 20 }),
      fc.boolean(),
      async (cells, numeric) => {
        const rows = await readBack(toParquet([{ name: 'c', cells, numeric }]));
        const texts = rows.map(({ c }) => (typeof c === 'number' ? `${c}` : (c ?? '')));
        expect(texts).toEqual(cells);
      },
    ),
  );
});
