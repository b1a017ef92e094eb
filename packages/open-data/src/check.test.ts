import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../test/bytes-of.ts';
import { check, checkInSteps, type CheckOptions, type CheckReport } from './check.ts';
import { OpenDataError } from './error.ts';
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
  const { kind, encoding, bom, newline, rows, blankRows } = table;
  return {
    ...{ kind, encoding, bom, newline, blankRows },
    rows: rows.length,
    dataset: mapping.dataset ?? null,
    missing: table.header.map(
      (_, index) => rows.filter(({ cells }) => (cells[index] ?? '').trim() === '').length,
    ),
    findings: sorted(findings),
    counts: counted(findings),
  };
}

function ofReport(report: CheckReport): object {
  const { kind, encoding, bom, newline, rows, blankRows, dataset, columns, findings } = report;
  const counts = report.counts.map(({ code, severity, count }) => `${code} ${severity} ${count}`);
  return {
    ...{ kind, encoding, bom, newline, blankRows, rows, dataset },
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

/** A table shaped like a town's: columns of a dataset, cells right, wrong, blank or hostile. */
const headers = ['ID', '名称', '名称_カナ', '緯度', '経度', '標高', '電話番号', '郵便番号', '災害種別_洪水', 'URL', '備考', '', '全国地方公共団体コード', '所在地_連結表記', '市区町村コード'];
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', '1', '35.68', '139.76', '第一小学校', 'ダイイチ', '132012', '042-620-7252', '1920063', 'https://example.jp/a') },
  { weight: 2, arbitrary: fc.constantFrom(' ', '　', ' 35.68 ', '35.68　', '３５．６８', '139.7', '356812', '46', '131016', '132011', '8:30', '"', '""', ' "x" ', '"a"b', '"未完', 'a""b', 'ｶﾅ', '\u00a0', '1\t', '①㈱', '〇') },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom('"', ',', ' ', 'a', '漢', '\t', '\n', '\r', '1', '.', '-'), maxLength: 4 }) },
);
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const written = fc.tuple(cell, fc.integer({ min: 0, max: 3 })).map(([text, how]) =>
  how === 0 ? quote(text) : text,
);
const rowOf = (width: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.array(written, { minLength: width, maxLength: width }) },
    { weight: 1, arbitrary: fc.array(written, { maxLength: width + 2 }) },
  ).map((cells) => cells.join(','));
const table = fc.shuffledSubarray(headers, { minLength: 3 }).chain((header) =>
  fc.record({
    rows: fc.array(fc.oneof({ weight: 6, arbitrary: rowOf(header.length) }, fc.constantFrom('', ',,', '　')), { maxLength: 12 }),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    repeat: fc.nat(3),
    above: fc.constantFrom('', '', '避難所一覧\n'),
  }).map(({ rows, newline, repeat, above }) =>
    above + [header.join(','), ...rows, ...rows.slice(0, repeat)].join(newline),
  ),
);
const steps = fc.integer({ min: 1, max: 200 });
const borders = fc.array(fc.nat(1000));
const area = { code: '132012', bbox: [139.5, 35.5, 139.8, 35.7] } as const;
const options = fc.record({
  as: fc.constantFrom('evacuation-space' as const, undefined),
  municipality: fc.constantFrom(undefined, area),
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
