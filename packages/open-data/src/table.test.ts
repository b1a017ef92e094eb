import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OpenDataError } from './error.ts';
import { explain, explainError } from './messages.ts';
import { readPlaces } from './places.ts';
import { recognise } from './recognise.ts';
import { readTable, type Table } from './table.ts';
import { toGeoJSON } from './geojson.ts';
import { validate } from './validate.ts';

const read = (text: string): Table =>
  readTable(new TextEncoder().encode(text), { file: 'test.csv' });

describe('readTable', () => {
  test('gives the file as it is', () => {
    const table = read('\ufeff名称 ,緯度\r\n みほん館,"35.6"\r\n');
    expect(table).toMatchObject({
      file: 'test.csv',
      kind: 'csv',
      encoding: 'utf-8',
      bom: true,
      newline: 'crlf',
      header: ['名称 ', '緯度'],
      headerRow: 1,
      headerLine: 1,
      rows: [{ row: 2, line: 2, cells: [' みほん館', '35.6'] }],
      preamble: [],
      blankRows: 0,
      problems: [],
    });
  });

  test('says where a problem is, and what to do', () => {
    const { problems } = read('名称,"緯\n度",経度\nみほん館,35.6,139.3,余り\n');
    expect(explain(problems)).toEqual([
      {
        code: 'open-data/extra-cell',
        severity: 'warning',
        file: 'test.csv',
        row: 2,
        line: 3,
        cell: 'D2',
        before: '余り',
        facts: { count: 1 },
        message: {
          ja: 'セルが見出しより1個多いです。余分なカンマを消すか、値を引用符で囲んでください。',
          en: 'More cells than the header: 1. Remove stray commas, or put values with a comma in quotes.',
        },
      },
    ]);
  });

  test('keeps rows that are too short or too long', () => {
    const { rows, problems } = read('a,b,c\n1,2\n1,2,3,4\n1,2,3\n');
    expect(rows.map(({ cells }) => cells.length)).toEqual([2, 4, 3]);
    expect(problems.map(({ code, cell }) => [code, cell])).toEqual([
      ['open-data/missing-cell', 'C2'],
      ['open-data/extra-cell', 'D3'],
    ]);
  });

  test('counts blank rows once, however many', () => {
    const table = read(`a,b\n${',\n'.repeat(100_000)}1,2\n`);
    expect(table.blankRows).toBe(100_000);
    expect(table.rows).toEqual([{ row: 100_002, line: 100_002, cells: ['1', '2'] }]);
    expect(table.problems.map(({ code }) => code)).toEqual(['open-data/blank-row']);
  });

  test('keeps what stands around the header', () => {
    const { preamble, headerRow } = read('一覧,,\n番号,名称,緯度\n1,みほん館,35.6\n');
    expect(preamble.map(({ cells }) => cells[0])).toEqual(['一覧']);
    expect(headerRow).toBe(2);
  });

  test('an error carries its code and the file, and can be explained in both languages', () => {
    expect(() => read('')).toThrow(OpenDataError);
    try {
      read('');
    } catch (error) {
      expect(error).toMatchObject({
        code: 'open-data/empty-file',
        finding: { severity: 'error', file: 'test.csv' },
        message: 'open-data/empty-file (test.csv)',
      });
      expect(explainError(error as OpenDataError).message).toMatch(
        /ファイルが空です。.*\nThe file is empty\./u,
      );
    }
  });

  test.each(['[]', ' [ ] ', '[{}]', '[{},{}]', '{"records":[{}]}'])(
    'JSON that names no column is an empty file: %s',
    (text) => {
      expect(() => read(text)).toThrow(expect.objectContaining({ code: 'open-data/empty-file' }));
    },
  );

  test('a JSON array of texts is no table', () => {
    expect(() => read('["a", "b"]')).toThrow(
      expect.objectContaining({ code: 'open-data/not-a-table' }),
    );
  });
});

describe('hostile files', () => {
  test('100,000 columns', async () => {
    const wide = Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',');
    const table = read(`${wide}\n${','.repeat(99_999)}x\n`);
    expect(table.header).toHaveLength(100_000);
    expect(validate(table, await recognise(table)).map(({ code }) => code)).toContain(
      'open-data/missing-label',
    );
  });

  test('a small file cannot ask for a huge table', () => {
    const wide = ',b'.repeat(100_000);
    const code = 'open-data/too-many-cells';
    expect(() => read(`a${wide}\n${'1,2\n'.repeat(50_000)}`)).toThrow(
      expect.objectContaining({ code }),
    );
    const keys = Array.from({ length: 3000 }, (_, i) => `"k${i}":1`).join(',');
    expect(() => read(`[${'{},'.repeat(5000)}{${keys}}]`)).toThrow(
      expect.objectContaining({ code }),
    );
    const records = Array.from({ length: 6000 }, (_, i) => `{"k${i}":1}`).join(',');
    expect(() => read(`[${records}]`)).toThrow(expect.objectContaining({ code }));
  });

  test('headers that are names of the language lose nothing and pollute nothing', async () => {
    const names = [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '名称',
      '緯度',
      '経度',
    ];
    const values = ['a', 'b', 'c', 'd', 'みほん館', '35.6', '139.3'];
    const object = names
      .map((name, i) => `${JSON.stringify(name)}:${JSON.stringify(values[i])}`)
      .join(',');
    for (const text of [`${names.join(',')}\n${values.join(',')}\n`, `[{${object}}]`]) {
      const table = read(text);
      expect(table.header).toEqual(names);
      const mapping = await recognise(table);
      const { places } = readPlaces(table, mapping);
      const json = JSON.stringify(toGeoJSON(places, table, mapping));
      for (const name of names.slice(0, 5)) expect(json).toContain(`"${name}":`);
      expect(validate(table, mapping)).toEqual([]);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('deep JSON is refused, not a crash', () => {
    expect(() => read(`[{"a":${'['.repeat(200_000)}`)).toThrow(OpenDataError);
    const deep = `[{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}]`;
    let error: unknown;
    try {
      read(deep);
    } catch (thrown) {
      error = thrown;
    }
    expect(error === undefined || error instanceof OpenDataError).toBe(true);
  });
});

async function accountFor(bytes: Uint8Array): Promise<void> {
  try {
    const table = readTable(bytes, { file: 'any' });
    const { places, leftOut } = readPlaces(table, await recognise(table));
    expect(places.length + leftOut.length).toBe(table.rows.length);
  } catch (error) {
    expect(error).toBeInstanceOf(OpenDataError);
  }
}

describe('properties', () => {
  test('any bytes are a table or an OpenDataError', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), accountFor));
  });

  test('any cells below a header: records in = rows out + blank rows', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', '35.6', '139.3', '３５．６', '"', '""', 'a\nb', 'x,y', '\0', '　', '名'),
      fc.string({ maxLength: 5 }),
    );
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const body = written.map((cells) =>
          cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','),
        );
        const bytes = new TextEncoder().encode(['名称,緯度,経度,備考', ...body].join('\r\n'));
        const table = readTable(bytes, { file: 'any' });
        expect(table.rows.length + table.blankRows).toBe(written.length);
        const texts = written.filter((cells) => cells.some((text) => text.trim() !== ''));
        // Bytes cannot hold half a surrogate pair.
        expect(table.rows.map(({ cells }) => cells)).toEqual(
          texts.map((cells) => cells.map((text) => text.toWellFormed())),
        );
        await accountFor(bytes);
      }),
    );
  });
});
