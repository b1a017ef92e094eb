import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../src/check.ts';
import { OpenDataError } from '../src/error.ts';
import { readPlaces } from '../src/places.ts';
import { type Mapping, recognise } from '../src/recognise.ts';
import { readTable, type Table } from '../src/table.ts';
import { validate } from '../src/validate.ts';

const file = 'hostile.csv';
const tier = process.env.YOKOTEN_TIER ?? '';
/** A million cases of each kind in all; what a commit waits for is a sample of them. */
const CASES =
  new Map([
    ['full', 500_000],
    ['ci', 10_000],
  ]).get(tier) ?? 1000;
const timeout = tier === 'full' ? 3_600_000 : 120_000;
/** Recognising and reading in pieces cost more than all else together: one case in so many. */
const SELDOM = 20;

/** Names that would change every object if they were assigned as keys. */
const POISON = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
const HEADERS = [
  ...POISON,
  'ID',
  '名称',
  '緯度',
  '経度',
  '備考',
  '名称_カナ',
  'URL',
  '',
  '災害種別_洪水',
];
const ATOMS = [
  '"',
  '""',
  ',',
  '\n',
  '\r',
  '\r\n',
  ' ',
  '\t',
  '\0',
  '\u00a0',
  '　',
  '\ufeff',
  '\ufffd',
];
const TEXTS = [...POISON, '1', '35.6', '139.7', '=1+1', '漢字', '<b>', '{"a":1}', '𠮷', 'ｱ', ''];

const cell = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.array(fc.constantFrom(...ATOMS, ...TEXTS), { maxLength: 4 }).map((parts) => parts.join('')),
);
const written = (text: string): string =>
  /^ |["\r\n,]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A table whose records are known before it is written. */
const known = fc
  .tuple(
    fc.shuffledSubarray(HEADERS, { minLength: 3 }),
    fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 }),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([header, rows, newline]) => ({
    header: ['名称', '緯度', ...header],
    rows,
    text: [['名称', '緯度', ...header], ...rows]
      .map((row) => row.map(written).join(','))
      .join(newline),
  }));
const anything = fc.oneof(
  fc
    .array(fc.constantFrom(...ATOMS, ...TEXTS, ...HEADERS), { maxLength: 30 })
    .map((parts) => new TextEncoder().encode(parts.join(''))),
  fc.uint8Array({ maxLength: 60 }),
);

const mappings = new Map<string, Mapping>();
let turn = 0;

async function mappingOf(table: Table): Promise<Mapping> {
  const key = JSON.stringify(table.header);
  const known = ++turn % SELDOM === 0 ? undefined : mappings.get(key);
  const mapping = known ?? (await recognise(table));
  if (mappings.size < 10_000) mappings.set(key, mapping);
  return mapping;
}

function unpolluted(): void {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['1']).toBeUndefined();
}

/** Places and rows left out are all rows; findings point into the table. */
async function examined(table: Table): Promise<void> {
  const mapping = await mappingOf(table);
  const { places, leftOut } = readPlaces(table, mapping);
  expect(places.length + leftOut.length).toBe(table.rows.length);
  for (const { row } of validate(table, mapping)) {
    if (row === undefined || row === table.headerRow) continue;
    expect(table.rows.some((one) => one.row === row)).toBe(true);
  }
  unpolluted();
}

test('records in are rows out, and no column is dropped', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(known, async ({ header, rows, text }) => {
      const bytes = new TextEncoder().encode(text);
      // A file that ends with a line end has no record behind it.
      const last = rows.at(-1);
      const ended = last !== undefined && last.map(written).join(',') === '' ? 1 : 0;
      const table = readTable(bytes, { file });
      expect(table.header).toEqual(header);
      const solid = rows.filter((row) => row.some((text) => text.trim() !== ''));
      expect(table.rows.map(({ cells }) => cells)).toEqual(solid);
      expect(table.rows.length + table.blankRows).toBe(rows.length - ended);
      await examined(table);
      if (turn % SELDOM !== 0) return;
      const report = await check(bytes, { file });
      expect(report.rows + report.blankRows).toBe(rows.length - ended);
      expect(report.columns.map((column) => column.header)).toEqual(header);
    }),
    { numRuns: CASES },
  );
});

test('whatever the bytes, there is a table or a reason', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (bytes) => {
      try {
        const table = readTable(bytes, { file });
        expect(table.header.length).toBeGreaterThan(0);
        await examined(table);
        if (turn % SELDOM === 0) {
          const { rows, blankRows } = await check(bytes, { file });
          expect([rows, blankRows]).toEqual([table.rows.length, table.blankRows]);
        }
      } catch (error) {
        if (!(error instanceof OpenDataError)) throw error;
        expect(error.code).toMatch(/^open-data\//u);
      }
      unpolluted();
    }),
    { numRuns: CASES },
  );
});
