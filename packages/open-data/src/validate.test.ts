import { expect, test } from 'vitest';
import { explain } from './messages.ts';
import { recognise } from './recognise.ts';
import { readTable } from './table.ts';
import { validate, type ValidateOptions } from './validate.ts';

const HYDRANTS = '全国地方公共団体コード,ID,種別,緯度,経度,口径';

async function problemsOf(text: string, options?: ValidateOptions): Promise<string[]> {
  const table = readTable(new TextEncoder().encode(text), { file: 'test.csv' });
  const mapping = await recognise(table, { as: 'fire-hydrant' });
  return validate(table, mapping, options).map(({ cell, row, code }) => `${cell ?? row} ${code}`);
}

test('a clean file has no problems', async () => {
  expect(await problemsOf(`${HYDRANTS}\n132012,1,消火栓,35.6,139.3,100\n`)).toEqual([]);
});

test('a rule of the dataset keeps its own code and sentence', async () => {
  const table = readTable(
    new TextEncoder().encode(`${HYDRANTS}\n132011,1,消火栓,35.6,139.3,100\n`),
    {
      file: 'test.csv',
    },
  );
  expect(validate(table, await recognise(table, { as: 'fire-hydrant' }))).toMatchObject([
    {
      code: 'standard/check-digit',
      severity: 'warning',
      row: 2,
      line: 2,
      cell: 'A2',
      before: '132011',
    },
  ]);
});

test('the position is checked once, by readPlaces', async () => {
  expect(await problemsOf(`${HYDRANTS}\n132012,1,消火栓,x,139.3,100\n`)).toEqual([
    'D2 open-data/not-a-number',
  ]);
});

test('a code of another municipality is asked about once; the prefecture may publish', async () => {
  const rows = ['132012,1', '142018,2', '142018,3', '130001,4', ',5'];
  const text = `${HYDRANTS}\n${rows.map((row) => `${row},消火栓,35.6,139.3,100\n`).join('')}`;
  expect(await problemsOf(text, { municipality: { code: '132012' } })).toEqual([
    'A3 open-data/other-municipality',
  ]);
});

test('repeated rows and IDs', async () => {
  const row = '132012,1,消火栓,35.6,139.3,100\n';
  expect(await problemsOf(`${HYDRANTS}\n${row}${row}132012,1,プール,35.6,139.3,\n`)).toEqual([
    '3 open-data/duplicate-row',
    'B3 open-data/unique-error',
    'B4 open-data/unique-error',
  ]);
});

test('each municipality of a list numbers its own entries', async () => {
  const rows = ['132012,1', '142018,1', '132012,2', '142018,1', ',1', '1,321', '13,21'];
  const text = `${HYDRANTS}\n${rows.map((row, k) => `${row},消火栓,35.6,139.3,${k}\n`).join('')}`;
  const found = await problemsOf(text);
  expect(found.filter((one) => one.includes('unique-error'))).toEqual([
    'B5 open-data/unique-error',
  ]);
});

test('required columns and cells follow the edition of the file', async () => {
  const previous =
    '都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,種別,住所,方書,緯度,経度,口径,備考';
  const row = '132012,1,,,,見本町,,35.6,139.3,100,';
  expect(await problemsOf(`${previous}\n${row}\n`)).toEqual(['E2 open-data/constraint-error']);
  const without = previous.replace('種別,', '');
  const table = readTable(
    new TextEncoder().encode(`${without}\n132012,1,,,見本町,,35.6,139.3,100,\n`),
    {
      file: 'test.csv',
    },
  );
  const mapping = {
    ...(await recognise(table, { as: 'fire-hydrant' })),
    generation: 'previous',
  } as const;
  expect(explain(validate(table, mapping)).map(({ code, message }) => [code, message.ja])).toEqual([
    ['open-data/missing-label', '必須の列「種別」がありません。列を足してください。'],
  ]);
});

test('a table without any column for positions is not blamed row by row', async () => {
  expect(await problemsOf('ID,種別,口径\n1,消火栓,100\n2,消火栓,100\n')).toEqual([
    '1 open-data/missing-label',
    '1 open-data/missing-label',
  ]);
});
