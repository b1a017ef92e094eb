import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../test/bytes-of.ts';
import { check, type CheckOptions, type CheckReport } from './check.ts';
import { OpenDataError } from './error.ts';
import { checkInSteps } from './internal/check-in-steps.ts';
import type { Finding } from './problem.ts';
import { recognise } from './recognise.ts';
import { readTable } from './table.ts';
import { validate } from './validate.ts';

const file = 'a.csv';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function* cut(bytes: Uint8Array, borders: readonly number[]): AsyncGenerator<Uint8Array> {
  const sorted = [0, ...borders.map((at) => at % (bytes.length + 1)).sort((a, b) => a - b)];
  for (const [k, from] of sorted.entries()) yield bytes.subarray(from, sorted[k + 1]);
}

/** What reading, mapping and validating the whole table says. */
async function ofTable(bytes: Uint8Array, options: CheckOptions): Promise<object> {
  const table = readTable(bytes, { file });
  const mapping = await recognise(table, { as: options.as });
  const findings = [...table.problems, ...validate(table, mapping, options)];
  const { kind, encoding, bom, newline, rows, blankRows, headerRow } = table;
  const isHead = (row: number | undefined): boolean => row === undefined || row === headerRow;
  const found = [...new Set(findings.map(({ row }) => row).filter((row) => !isHead(row)))];
  const kept = new Set(found.sort((a = 0, b = 0) => a - b).slice(0, options.limit));
  return {
    kind,
    encoding,
    bom,
    newline,
    blankRows,
    rowsWithFindings: found.length,
    rows: rows.length,
    dataset: mapping.dataset ?? null,
    missing: table.header.map(
      (_, index) => rows.filter(({ cells }) => (cells[index] ?? '').trim() === '').length,
    ),
    findings: sorted(findings.filter(({ row }) => isHead(row) || kept.has(row))),
    counts: counted(findings),
  };
}

function ofReport(report: CheckReport): object {
  const { kind, encoding, bom, newline, rows, blankRows, dataset, columns, findings } = report;
  const { rowsWithFindings } = report;
  const counts = report.counts.map(({ code, severity, count }) => `${code} ${severity} ${count}`);
  return {
    kind,
    encoding,
    bom,
    newline,
    blankRows,
    rows,
    dataset,
    rowsWithFindings,
    missing: columns.map(({ missing }) => missing),
    findings: sorted(findings),
    counts: counts.sort(),
  };
}

const sorted = (findings: readonly Finding[]): string[] =>
  findings.map((one) => JSON.stringify(one)).sort();

function counted(findings: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  for (const { code, severity } of findings) {
    const key = `${code} ${severity}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Array.from(counts, ([key, count]) => `${key} ${count}`).sort();
}

async function outcome(of: Promise<object>): Promise<object | string> {
  try {
    return await of;
  } catch (error) {
    if (error instanceof OpenDataError) return error.code;
    throw error;
  }
}

/** Columns with a value that keeps every rule: each row keeps most of them, so that one wrong cell is seen. */
const columns: readonly (readonly [header: string, value: string])[] = [
  ['全国地方公共団体コード', '132012'],
  ['ID', '#'],
  ['名称', '第一小学校'],
  ['名称_カナ', 'ダイイチ　ショウガッコウ'],
  ['所在地_連結表記', '本町1-2'],
  ['緯度', '35.65'],
  ['経度', '139.7'],
  ['標高', '12.5'],
  ['電話番号', '042-620-7252'],
  ['郵便番号', '1920063'],
  ['市区町村コード', '132012'],
  ['災害種別_洪水', '1'],
  ['URL', 'https://example.jp/a'],
  ['備考', ''],
  ['', ''],
  ['備考', '重なる見出し'],
];
const odd = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '　',
    ' 35.68 ',
    '35.68　',
    '３５．６８',
    '139.7',
    '356812',
    '46',
    '46.5',
    '154.1',
    '131016',
    '132011',
    '8:30',
  ),
  fc.constantFrom(
    '"',
    '""',
    ' "x" ',
    '"a"b',
    '"未完',
    'a""b',
    '" "',
    '"a,b"',
    '"a\nb"',
    'ｶﾅ',
    '\u00a0',
    '1\t',
    '①㈱',
    '〇',
    'かな',
    '35.6,139.7',
  ),
  fc.string({
    unit: fc.constantFrom('"', ',', ' ', 'a', '漢', '\t', '\n', '\r', '1', '.', '-'),
    maxLength: 4,
  }),
);
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const cellOf = (value: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 30, arbitrary: fc.constant(value) },
    { weight: 3, arbitrary: fc.constant(quote(value)) },
    { weight: 2, arbitrary: odd },
  );
const rowOf = (values: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.tuple(...values.map(cellOf)), fc.constantFrom(0, 0, 0, 0, 0, 0, -1, 1), fc.nat(9))
    .map(([cells, wider, id]) => {
      const numbered = cells.map((cell) => (cell === '#' ? String(id) : cell));
      return [
        ...numbered.slice(0, wider < 0 ? wider : undefined),
        ...(wider > 0 ? ['x'] : []),
      ].join(',');
    });
const table = fc
  .tuple(fc.shuffledSubarray([...columns], { minLength: 4 }), fc.boolean(), fc.boolean())
  .chain(([some, all, short]) => {
    const chosen = all ? columns : some;
    const values = chosen.map(([, value]) => value).slice(0, short ? -1 : undefined);
    return fc
      .record({
        rows: fc.array(
          fc.oneof({ weight: 9, arbitrary: rowOf(values) }, fc.constantFrom('', ',,', '　', '" "')),
          { maxLength: 12 },
        ),
        newline: fc.constantFrom('\n', '\r\n', '\r'),
        repeat: fc.nat(2),
        above: fc.constantFrom('', '', '', '避難所一覧\n', '"題\n'),
      })
      .map(
        ({ rows, newline, repeat, above }) =>
          above +
          [chosen.map(([header]) => header).join(','), ...rows, ...rows.slice(0, repeat)].join(
            newline,
          ),
      );
  });
const steps = fc.integer({ min: 1, max: 200 });
const borders = fc.array(fc.nat(1000));
const area = { code: '132012', bbox: [139.5, 35.5, 139.8, 35.7] } as const;
const options = fc.record({
  as: fc.constantFrom('evacuation-space' as const, undefined),
  municipality: fc.constantFrom(undefined, area),
  limit: fc.constantFrom(1, 2, 1000),
});

describe('checking bytes says what checking the table says', () => {
  test.each(['utf-8', 'cp932', 'euc-jp'] as const)('%s, cut anywhere', async (encoding) => {
    await fc.assert(
      fc.asyncProperty(table, options, steps, borders, async (text, given, step, at) => {
        const bytes = bytesOf(encoding)(text);
        if (bytes === undefined) return;
        const report = checkInSteps(cut(bytes, at), { file, ...given }, step).then(ofReport);
        expect(await outcome(report)).toEqual(await outcome(ofTable(bytes, { file, ...given })));
      }),
    );
  });

  test('with damaged bytes', async () => {
    await fc.assert(
      fc.asyncProperty(table, steps, fc.nat(), fc.nat(255), async (text, step, at, byte) => {
        const bytes = utf8(text.repeat(3));
        if (bytes.length > 0) bytes[at % bytes.length] = byte;
        const report = checkInSteps(bytes, { file }, step).then(ofReport);
        expect(await outcome(report)).toEqual(await outcome(ofTable(bytes, { file })));
      }),
    );
  });
});

const rows = (count: number): string =>
  Array.from({ length: count }, (_, k) => `${k},第${k}小学校,35.65,139.7,\n`).join('');

describe('files larger than one looks ahead', () => {
  const header = 'ID,名称,緯度,経度,備考\n';

  test('a stream is read piece by piece, and closed where the file is refused', async () => {
    let closed = false;
    async function* page(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield utf8('<!doctype html><html><body>\n'.repeat(1000));
      } finally {
        closed = true;
      }
    }
    await expect(check(page(), { file })).rejects.toMatchObject({
      code: 'open-data/html-instead-of-csv',
    });
    expect(closed).toBe(true);
  });

  test('counts all rows, keeps the findings of the first', async () => {
    const bytes = utf8(header + rows(20_000) + '1,,,\n'.repeat(5000));
    const stream = new Blob([new Uint8Array(bytes)]).stream();
    const report = await check(stream, { file, limit: 3, repeats: false });
    expect(report).toMatchObject({ rows: 25_000, rowsWithFindings: 5000 });
    expect(report.findings.map(({ row }) => row)).toEqual([
      20_002, 20_002, 20_003, 20_003, 20_004, 20_004,
    ]);
    expect(ofReport(await check(bytes, { file, limit: 10_000 }))).toEqual(
      await ofTable(bytes, { file }),
    );
  });

  test('letters that come late decide the encoding then', async () => {
    const ascii = `name,lat,lng\n${'a,35.65,139.7\n'.repeat(30_000)}`;
    const late = bytesOf('cp932')('第一小学校,35.65,139.7\n') ?? new Uint8Array();
    const bytes = Uint8Array.from([...utf8(ascii), ...late]);
    const report = await check(bytes, { file, repeats: false });
    expect(report).toMatchObject({ encoding: 'cp932', rows: 30_001, rowsWithFindings: 0 });
  });

  test('UTF-16 is carried over on the way', async () => {
    const text = header + rows(20_000);
    const bytes = new Uint8Array(2 * text.length + 2);
    for (const [k, unit] of Array.from(`\ufeff${text}`).entries()) {
      new DataView(bytes.buffer).setUint16(2 * k, unit.charCodeAt(0), true);
    }
    const report = await check(new Blob([bytes]).stream(), { file });
    expect(report).toMatchObject({
      encoding: 'utf-16le',
      bom: true,
      rows: 20_000,
      rowsWithFindings: 0,
    });
  });

  test('blank rows of a sheet’s end are one finding', async () => {
    const bytes = utf8(header + rows(300) + ',,,,\r\n'.repeat(100_000));
    const report = await check(bytes, { file });
    expect(report).toMatchObject({ rows: 300, blankRows: 100_000, rowsWithFindings: 0 });
    expect(report.counts).toContainEqual({
      code: 'open-data/blank-row',
      severity: 'info',
      count: 1,
    });
  });

  test('a quote that never closes swallows nothing', async () => {
    const bytes = utf8(`${header}1,"二,35.65,139.7,\n${rows(20_000)}`);
    const report = await check(bytes, { file });
    expect(report.rows).toBe(20_001);
    expect(report.findings.map(({ code, cell }) => [code, cell])).toContainEqual([
      'open-data/unterminated-quote',
      'B2',
    ]);
  });

  test('JSON is read whole', async () => {
    const list = Array.from({ length: 10_000 }, (_, k) => ({
      名称: `${k}`,
      緯度: 35.65,
      経度: k === 7 ? '' : 139.7,
    }));
    const bytes = utf8(JSON.stringify(list));
    expect(ofReport(await check(cut(bytes, [9, 300_000]), { file }))).toEqual(
      await ofTable(bytes, { file }),
    );
  });
});
