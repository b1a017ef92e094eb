import { describe, expect, test } from 'vitest';
import { textRow, workbookOf } from '../../../test/workbook-writer.ts';
import type { Table } from '../../table.ts';
import { read } from '../../read.ts';

const HEADER = textRow(1, ['名称', '住所', '備考']);

async function only(
  rows: string,
  more: Partial<Parameters<typeof workbookOf>[0]> = {},
  after = '',
): Promise<Table> {
  const bytes = workbookOf({ sheets: [{ name: '一覧', rows, after }], ...more });
  const [table, ...rest] = await read(bytes, { file: 'a.csv' });
  expect(rest).toEqual([]);
  if (table === undefined) throw new Error('no table');
  return table;
}

const codes = ({ problems }: Table): string[] => problems.map(({ code }) => code);

describe('cells', () => {
  test('ruby is no part of a value, shared or inline, in rich text either', async () => {
    const ruby = '<rPh sb="0" eb="2"><t>ミホン</t></rPh><phoneticPr fontId="1"/>';
    const { header, rows } = await only(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>住所</t>${ruby}</is></c></row>
       <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c></row>`,
      {
        strings: `<si><t>名称</t>${ruby}</si><si><r><t>見本</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 館</t></r>${ruby}</si><si><t>A&amp;B</t></si>`,
      },
    );
    expect(header).toEqual(['名称', '住所']);
    expect(rows).toEqual([{ row: 2, line: 2, cells: ['見本 館', 'A&B'] }]);
  });

  test('formulas, truth values, errors, texts of formulas, blanks with a type', async () => {
    const table = await only(
      `${HEADER}<row r="3">
        <c r="A3"><f>1+1</f><v>2</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" t="e"><v>#REF!</v></c></row>
       <row r="4"><c r="A4" t="str"><f>A1</f><v>文字</v></c><c r="B4" t="s"/><c r="C4" t="b"/></row>`,
      { strings: '<si><t>漏れ</t></si>' },
    );
    expect(table.rows).toEqual([
      { row: 3, line: 3, cells: ['2', 'TRUE', '#REF!'] },
      { row: 4, line: 4, cells: ['文字', '', ''] },
    ]);
    expect(codes(table)).toEqual(['open-data/formula-error']);
  });

  test('styles: dates, leading zeros, struck out', async () => {
    const styles = `<numFmts><numFmt numFmtId="176" formatCode="000000"/></numFmts>
      <fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>
      <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14" fontId="1"/><xf numFmtId="176" fontId="2"/></cellXfs>`;
    const row = '<row r="2"><c r="A2" s="1"><v>45383</v></c><c r="B2" s="2"><v>12</v></c></row>';
    const table = await only(HEADER + row, { styles });
    expect(table.rows[0]?.cells).toEqual(['2024-04-01', '000012', '']);
    expect(codes(table)).toEqual(['open-data/struck-out']);
    expect((await only(HEADER + row, { styles, from1904: true })).rows[0]?.cells[0]).toBe(
      '2028-04-02',
    );
  });

  test('cells without addresses, and elements with a prefix', async () => {
    const rows = `<x:row><x:c t="str"><x:v>名称</x:v></x:c><x:c t="str"><x:v>住所</x:v></x:c></x:row>
      <x:row><x:c/><x:c t="str"><x:v>見本町</x:v></x:c></x:row>`;
    const table = await only(rows, { prefix: 'x:' });
    expect([table.header, table.rows[0]?.cells]).toEqual([
      ['名称', '住所'],
      ['', '見本町'],
    ]);
  });
});

describe('sheets', () => {
  test('each is a table with its name; hidden ones are said, blank ones are not there', async () => {
    const rows = HEADER + textRow(2, ['a', 'b', 'c']);
    const tables = await read(
      workbookOf({
        sheets: [
          { name: '4月', rows },
          { name: 'グラフ', rows: '' },
          { name: '元', rows, state: 'hidden' },
        ],
      }),
    );
    expect(tables.map(({ part, kind, problems }) => [part, kind, problems])).toEqual([
      ['4月', 'xlsx', []],
      [
        '元',
        'xlsx',
        [{ code: 'open-data/hidden-sheet', severity: 'warning', file: 'file', part: '元' }],
      ],
    ]);
  });

  test('hidden rows and merged cells are read and said', async () => {
    const table = await only(
      HEADER + textRow(2, ['本町', 'a']) + textRow(3, ['', 'b'], ' hidden="1"') + textRow(5, ['c']),
      {},
      '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
    );
    expect(table.rows.map(({ row }) => row)).toEqual([2, 3, 5]);
    expect(codes(table)).toEqual(['open-data/merged-cells', 'open-data/hidden-rows']);
  });

  test('merged headers become one: 上_下', async () => {
    const table = await only(
      textRow(1, ['避難所一覧']) +
        textRow(2, ['名称', '位置', '', '収容人数']) +
        textRow(3, ['', '緯度', '経度', '']) +
        textRow(4, ['みほん館', '35.6', '139.3', '100']),
      {},
      '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/><mergeCell ref="D2:D3"/></mergeCells>',
    );
    expect(table.header).toEqual(['名称', '位置_緯度', '位置_経度', '収容人数']);
    expect(table.headerRow).toBe(2);
    expect(table.preamble.map(({ row }) => row)).toEqual([1, 3]);
    expect(table.rows.map(({ row }) => row)).toEqual([4]);
    expect(codes(table)).toEqual(['open-data/several-header-rows', 'open-data/rows-above-header']);
  });

  test('tables side by side are read apart, at their own addresses', async () => {
    const left = ['地区', '世帯数', '人口', '', '地区', '世帯数', '人口'];
    const rows =
      textRow(1, ['地区別人口', '', '', '', '', '', '令和8年4月1日現在']) +
      textRow(3, left) +
      textRow(4, ['本町', '10', '20', '', '北町', '30', '40']) +
      textRow(5, ['', '', '', '', '合計', '40', '60']);
    const tables = await read(workbookOf({ sheets: [{ name: 'S', rows }] }));
    expect(
      tables.map(({ header, rows: of }) => [header.join(), of.map(({ cells }) => cells.join())]),
    ).toEqual([
      ['地区,世帯数,人口', ['本町,10,20']],
      [',,,,地区,世帯数,人口', [',,,,北町,30,40', ',,,,合計,40,60']],
    ]);
    expect(tables.flatMap(codes)).toContain('open-data/side-by-side');
  });

  test('a blank column between different columns splits nothing', async () => {
    const table = await only(
      textRow(1, ['名称', '住所', '', '電話番号', '備考']) + textRow(2, ['a', 'b', '', 'c', 'd']),
    );
    expect(table.rows[0]?.cells).toEqual(['a', 'b', '', 'c', 'd']);
  });
});

describe('hostile workbooks', () => {
  test('a million blank rows are one finding', async () => {
    const blanks = Array.from(
      { length: 200_000 },
      (_, i) => `<row r="${i + 3}"><c r="A${i + 3}" s="1"/></row>`,
    );
    const table = await only(HEADER + textRow(2, ['a', 'b', 'c']) + blanks.join(''));
    expect([table.rows.length, table.blankRows, codes(table)]).toEqual([
      1,
      200_000,
      ['open-data/blank-row'],
    ]);
  });

  test('a few rows cannot ask for a huge table', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, i) => `<row r="${i + 2}"><c r="XFD${i + 2}"><v>1</v></c></row>`,
    );
    await expect(only(HEADER + rows.join(''))).rejects.toMatchObject({
      code: 'open-data/too-many-cells',
    });
  });

  test('nor can a wide header over many short rows', async () => {
    const wide = `<row r="1"><c r="A1" t="str"><v>名称</v></c><c r="B1" t="str"><v>住所</v></c><c r="XFD1" t="str"><v>備考</v></c></row>`;
    const rows = Array.from({ length: 20_000 }, (_, i) => textRow(i + 2, ['a', 'b']));
    await expect(only(wide + rows.join(''))).rejects.toMatchObject({
      code: 'open-data/too-many-cells',
    });
  });

  test.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]>'],
    ['a stack without end', '<a>'.repeat(2000)],
  ])('%s is refused', async (_, xml) => {
    await expect(only(HEADER + xml)).rejects.toMatchObject({ code: 'open-data/broken-xml' });
  });

  test('one long text is read whole, over all the pieces it comes in', async () => {
    const long = 'a'.repeat(8 << 20);
    const { rows } = await only(HEADER + textRow(2, [long, 'b', 'c']));
    expect(rows[0]?.cells.map((cell) => cell.length)).toEqual([8 << 20, 1, 1]);
  });
});
