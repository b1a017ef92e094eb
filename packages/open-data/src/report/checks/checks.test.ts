import { describe, expect, test } from 'vitest';
import type { Finding } from '../../problem.ts';
import { recognise } from '../../recognise.ts';
import { readTable } from '../../table.ts';
import { deviatedValues } from './deviated.ts';
import type { MappedTable } from '../../repaired.ts';
import { blankKeys, foreignKeys } from './keys.ts';
import { rowConstraints } from './row-constraints.ts';
import { truncatedValues } from './truncated.ts';

async function mapped(...lines: string[]): Promise<MappedTable> {
  const table = readTable(new TextEncoder().encode(lines.join('\n')), { file: 'a.csv' });
  return { table, mapping: await recognise(table, { as: 'public-toilet' }) };
}

const places = (found: readonly Finding[]): string[] =>
  found.map(({ cell, code, severity }) => `${cell} ${code} ${severity}`);

const long = (first: string): string => first + 'あ'.repeat(99);

describe('truncatedValues', () => {
  test.each([
    ['a'.repeat(255), 255],
    ['32767', 32_767],
    ['2147483647', 2_147_483_647],
  ])('%s', async (value, count) => {
    const { table } = await mapped('名称,備考', `a,${value}`);
    expect(truncatedValues(table)).toMatchObject([
      { code: 'open-data/truncated-value', cell: 'B2', facts: { count } },
    ]);
  });

  test('several values that end at the same usual width', async () => {
    const { table } = await mapped(
      '名称,備考',
      `a,${long('1')}`,
      `b,${long('2')}`,
      `c,${long('3')}`,
      'd,短い',
    );
    expect(places(truncatedValues(table)).map((place) => place.slice(0, 2))).toEqual([
      'B2',
      'B3',
      'B4',
    ]);
  });

  test('the same long value again and again is not cut', async () => {
    const { table } = await mapped(
      '名称,備考',
      ...['a', 'b', 'c'].map((name) => `${name},${'あ'.repeat(100)}`),
    );
    expect(truncatedValues(table)).toEqual([]);
  });
});

describe('deviatedValues', () => {
  const rows = Array.from({ length: 30 }, (_, at) => `a${at},${1 + (at % 4)}`);

  test('a number far from its column is asked about, also where most are the same', async () => {
    const { table, mapping } = await mapped('名称,男性トイレ総数', ...rows, 'x,3000');
    expect(places(deviatedValues(table, mapping))).toEqual(['B32 open-data/deviated-value info']);
  });

  test('ordinary counts, few rows and text columns are not', async () => {
    const usual = await mapped('名称,男性トイレ総数', ...rows, 'x,12', 'y,0');
    expect(deviatedValues(usual.table, usual.mapping)).toEqual([]);
    const few = await mapped('名称,男性トイレ総数', ...rows.slice(0, 10), 'x,3000');
    expect(deviatedValues(few.table, few.mapping)).toEqual([]);
    const text = await mapped('名称,設置位置', ...rows, 'x,3000');
    expect(deviatedValues(text.table, text.mapping)).toEqual([]);
  });
});

describe('rowConstraints', () => {
  test('an end before its beginning is asked about; blank and odd ones are left to others', async () => {
    const { table, mapping } = await mapped(
      '名称,利用開始時間,利用終了時間',
      'a,09:00,17:00',
      'b,22:00,05:00',
      'c,,05:00',
      'd,9時,05:00',
    );
    expect(places(rowConstraints(table, mapping))).toEqual(['C3 open-data/row-constraint info']);
  });

  test('parts that add up to more than the total', async () => {
    const header = '名称,男性トイレ総数,男性トイレ数（小便器）,男性トイレ数（洋式）';
    const { table, mapping } = await mapped(header, 'a,3,2,1', 'b,3,3,1', 'c,,3,1', 'd,3,,');
    const found = rowConstraints(table, mapping);
    expect(places(found)).toEqual(['B3 open-data/row-constraint warning']);
    expect(found[0]?.facts).toEqual({ value: '3', expected: '男性トイレ数' });
  });
});

describe('keys', () => {
  test('a blank ID among others; not where no row has one, and not twice', async () => {
    const { table, mapping } = await mapped('名称,ID', 'a,1', 'b,', 'c,3');
    expect(places(blankKeys(table, mapping, []))).toEqual(['B3 open-data/primary-key warning']);
    const said: Finding = {
      code: 'open-data/constraint-error',
      severity: 'warning',
      file: 'a.csv',
      cell: 'B3',
    };
    expect(blankKeys(table, mapping, [said])).toEqual([]);
    const none = await mapped('名称,ID', 'a,', 'b,');
    expect(blankKeys(none.table, none.mapping, [])).toEqual([]);
  });

  test('a facility that the file of facilities does not have', async () => {
    const facilities = await mapped('施設_ID,名称', 'F1,みほん館', 'F2,第二館');
    const split = await mapped('投票所_名称,施設_ID', '第一,F1', '第二,F9', '第三,');
    const found = foreignKeys(split, facilities);
    expect(places(found)).toEqual(['B3 open-data/foreign-key warning']);
    expect(found[0]?.facts).toEqual({ value: 'F9' });
  });
});
