import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recognise } from '../recognise.ts';
import { readTable, type Table } from '../table.ts';
import { exportCsv } from './csv.ts';
import { withoutGuards } from './unguard.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

async function written(text: string): Promise<string> {
  const table = readTable(encode(text), { file: 'a.csv' });
  return decode(exportCsv(table, await recognise(table)).bytes);
}

describe('exportCsv', () => {
  test('a file that needs nothing comes out byte for byte', async () => {
    const text = '\ufeff名称,緯度,経度,備考\r\nみほん館,35.6,139.3,"a,b"\r\n第二,35.7,139.4,-5\r\n';
    expect(await written(text)).toBe(text);
  });

  test('columns in the standard’s order under its names, the file’s own behind them', async () => {
    const rows = [
      '独自,施設名称,ID,市区町村コード,緯度,経度,男性トイレ総数,女性トイレ総数,設置位置',
      'x,みほん,1,132012,35.6,139.3,1,2,北側',
    ];
    const table = readTable(encode(rows.join('\n')), { file: 'a.csv' });
    const mapping = await recognise(table, { as: 'public-toilet' });
    const [header, row] = decode(exportCsv(table, { ...mapping, confidence: 1 }).bytes)
      .slice(1)
      .split('\r\n');
    expect(header).toBe(
      '全国地方公共団体コード,ID,名称,設置位置,緯度,経度,男性トイレ総数,女性トイレ総数,独自',
    );
    expect(row).toBe('132012,1,みほん,北側,35.6,139.3,1,2,x');
  });

  test('a file of an older edition keeps its names; complete, it has every column of today', async () => {
    const header =
      '都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,住所,方書,緯度,経度';
    const table = readTable(encode(`${header}\n132012,1,x,y,みほん,ミホン,z,,35.6,139.3\n`), {
      file: 'a.csv',
    });
    const mapping = { ...(await recognise(table, { as: 'public-facility' })), confidence: 1 };
    const [kept] = decode(exportCsv(table, mapping).bytes).slice(1).split('\r\n');
    const [complete, row] = decode(exportCsv(table, mapping, { complete: true }).bytes)
      .slice(1)
      .split('\r\n');
    const today = mapping.definition?.generations[0]?.columns.map(({ name }) => name) ?? [];
    expect(mapping.generation).toBe('previous');
    expect(kept?.split(',')).toEqual(header.split(','));
    expect(complete?.split(',').slice(0, today.length)).toEqual(today);
    expect(row?.split(',').slice(0, 3)).toEqual(['132012', '1', '']);
  });

  test('a name that another column of the file has is not given twice', async () => {
    const table = readTable(encode('施設名称,名称,ID\na,b,1\n'), { file: 'a.csv' });
    const columns = [
      { index: 0, header: '施設名称', standard: '名称', confidence: 1 },
      { index: 1, header: '名称', confidence: 0 },
      { index: 2, header: 'ID', standard: 'ID', confidence: 1 },
    ];
    const mapping = await recognise(table, { as: 'public-toilet' });
    const { bytes } = exportCsv(table, { ...mapping, confidence: 1, columns });
    expect(decode(bytes)).toBe('\ufeffID,施設名称,名称\r\n1,a,b\r\n');
  });

  test('where the dataset is not sure, order and names stay', async () => {
    expect(await written('緯度,title,経度\n35.6,a,139.3\n')).toBe(
      '\ufeff緯度,title,経度\r\n35.6,a,139.3\r\n',
    );
  });

  test('cells beyond the header are kept', async () => {
    expect(await written('名称,緯度,経度\na,35.6,139.3,more\nb,35.6,139.3\n')).toBe(
      '\ufeff名称,緯度,経度,\r\na,35.6,139.3,more\r\nb,35.6,139.3,\r\n',
    );
  });

  test('a guard is put before formulas only, and listed with the cell', () => {
    const table = readTable(encode('名称,緯度,経度\n=HYPERLINK(1),35.6,-139.3\n'), {
      file: 'a.csv',
    });
    const { bytes, guarded } = exportCsv(table, {
      generation: 'other',
      confidence: 0,
      columns: [],
    });
    expect(decode(bytes)).toContain("\r\n'=HYPERLINK(1),35.6,-139.3\r\n");
    expect(guarded).toMatchObject([
      {
        code: 'open-data/formula-guard',
        severity: 'info',
        cell: 'A2',
        before: '=HYPERLINK(1)',
        after: "'=HYPERLINK(1)",
      },
    ]);
  });

  test('a first header like JSON or HTML does not turn the file into one', async () => {
    const table: Table = {
      ...readTable(encode('名称,緯度\na,35\n'), { file: 'a.csv' }),
      header: ['["x', '緯度'],
    };
    const again = readTable(
      exportCsv(table, { generation: 'other', confidence: 0, columns: [] }).bytes,
      { file: 'b.csv' },
    );
    expect(again.header).toEqual(['["x', '緯度']);
  });
});

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom("'", '=', '＝', '-', '"', ',', '\n', '\r', '\t', '5', ' ', 'a', 'あ'))
    .map((all) => all.join('')),
);

test('round trip: what is written is read again, cell for cell', () => {
  const rows = fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(rows, (cells) => {
      const base = readTable(encode('名称,緯度,経度\nx,35.6,139.3\n'), { file: 'a.csv' });
      const table = {
        ...base,
        rows: cells.map((one, at) => ({ row: at + 2, line: at + 2, cells: one })),
      };
      const { bytes } = exportCsv(table, { generation: 'other', confidence: 0, columns: [] });
      const again = readTable(bytes, { file: 'a.csv' });
      expect(withoutGuards(again).table.rows.map((row) => row.cells)).toEqual(cells);
    }),
  );
});
