import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { recognise } from '../recognise.ts';
import { read } from '../read.ts';
import { readTable } from '../table.ts';
import { validate } from '../validate.ts';
import { exportXlsx } from './xlsx.ts';
import { sheetText } from './workbook/sheet-text.ts';

const HEADER = '全国地方公共団体コード,ID,名称,緯度,経度,男性トイレ総数,設置位置';

async function workbook(...rows: string[]): Promise<Record<string, string>> {
  const table = readTable(new TextEncoder().encode([HEADER, ...rows].join('\n')), {
    file: 'a.csv',
  });
  const mapping = await recognise(table, { as: 'public-toilet' });
  const patches = [
    {
      kind: 'cell',
      code: 'open-data/width-mixed',
      row: 2,
      index: 5,
      cell: 'F2',
      column: '男性トイレ総数',
      before: '３',
      after: '3',
      confidence: 1,
    },
  ] as const;
  const problems = validate(table, mapping);
  const bytes = exportXlsx({ table, mapping, patches, problems });
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]),
  );
}

test('every cell is text, also what looks like a formula, a date or a number with zeros', async () => {
  const parts = await workbook('132012,0012,=1+1,35.6,139.3,3,2024/1/1');
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
  expect(sheet).not.toContain('<f>');
  expect(sheet.match(/<c [^>]*t="inlineStr"/gu)).toHaveLength(14);
  expect(sheet.match(/<c /gu)).toHaveLength(14);
  expect(sheet).toContain('>0012<');
  expect(parts['xl/styles.xml']).toContain('numFmtId="49"');
  expect(sheet).toMatch(/ySplit="1".*state="frozen"/u);
});

test('repaired, flagged and missing cells have a colour each, and the second sheet says which and why', async () => {
  const parts = await workbook('132012,1,みほん,35.6,139.3,3,', '132012,2,みほん,35.6,139.3,三,北');
  const colors = ['C6E9D5', 'FFE08A', 'F2A9A9'].filter((color) =>
    parts['xl/styles.xml']?.includes(color),
  );
  expect(colors).toHaveLength(3);
  const strings = parts['xl/worksheets/sheet2.xml'] ?? '';
  for (const text of [
    '直したセル',
    '確かめてほしいセル',
    '３',
    '全角の文字を半角にしました。元に戻せます。',
    'open-data/width-mixed',
    'open-data/constraint-error',
  ])
    expect(strings).toContain(`>${text}<`);
});

test.each([
  ['a\u0001b', 'a_x0001_b'],
  ['_x0041_', '_x005F_x0041_'],
  ['a\r\nb\rc\nd\te', 'a\nb\nc\nd\te'],
  ['\ud800', '_xD800_'],
  ['普通_x', '普通_x'],
])('%j is written as %j', (text, held) => {
  expect(sheetText(text)).toBe(held);
});

test('what no cell can hold is cut, and the second sheet says so', async () => {
  const parts = await workbook(`132012,1,${'あ'.repeat(40_000)},35.6,139.3,3,`);
  expect(parts['xl/worksheets/sheet2.xml']).toContain('値が長すぎて');
});

test('a table larger than a sheet is refused', async () => {
  const table = readTable(new TextEncoder().encode(`${HEADER}\n1,1,a,35,139,1,b`), {
    file: 'a.csv',
  });
  const rows = Array.from({ length: 1_048_576 }, (_, at) => ({
    row: at + 2,
    line: at + 2,
    cells: [],
  }));
  const mapping = await recognise(table);
  expect(() => exportXlsx({ table: { ...table, rows }, mapping })).toThrow(RangeError);
});

test('our own reader gets every cell back', async () => {
  const rows = ['132012,0012,=1+1,35.6,139.3,3,2024/1/1', '132012,13,"a\n_x0041_\u0001",,,,北側'];
  const text = [HEADER, ...rows].join('\n');
  const table = readTable(new TextEncoder().encode(text), { file: 'a.csv' });
  const bytes = exportXlsx({ table, mapping: await recognise(table) });
  const [again] = await read(bytes, { file: 'a.xlsx' });
  expect(again?.header).toEqual(table.header);
  expect(again?.rows.map(({ cells }) => cells)).toEqual(table.rows.map(({ cells }) => cells));
});
