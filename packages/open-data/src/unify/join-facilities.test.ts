import { loadCompanion, loadDataset } from '@yokoten/standard/datasets';
import { describe, expect, test } from 'vitest';
import { readTable, type Table } from '../table.ts';
import { joinFacilities } from './join-facilities.ts';
import type { SourceFile } from './source-file.ts';
import { unify } from './unify.ts';

const companion = await loadCompanion();
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const table = (text: string): Table => readTable(utf8(text), { file: 'a.csv' });
const source = (file: string, text: string): SourceFile => ({ file, bytes: () => utf8(text) });

const columns = (await loadDataset('polling-place')).generations
  .filter(({ layout }) => layout === 'data-model')
  .flatMap((layout) => layout.columns.map(({ name }) => name));
const record = (facility: string, id: string): string =>
  columns
    .map((name) => {
      if (name === '施設_ID') return facility;
      if (name === '投票所_ID') return id;
      return name === '投票所_名称' ? `第${id}投票所` : '';
    })
    .join(',');
const FACILITIES =
  '施設_ID,施設_名称,住所_連結表記,住所_都道府県,住所_市区町村,住所_町字,住所_番地以下,住所_緯度,住所_経度';
const main = [columns.join(','), record('F1', '1'), record('F9', '2'), record('', '3'), ''].join(
  '\n',
);
const facilities = `${FACILITIES}
F1,見本小学校,見本県見本市見本町1,見本県,見本市,見本町,1,35.6,139.3
F2,見本公民館,見本県見本市見本町2,見本県,見本市,見本町,2,35.7,139.4
`;

describe('joinFacilities', () => {
  test('adds the facility to its row, and says which reference leads nowhere', () => {
    const joined = joinFacilities(table(main), table(facilities), companion);
    expect(joined.table.header.slice(columns.length)).toEqual(FACILITIES.split(',').slice(1));
    expect(joined.table.rows.map(({ cells }) => cells[columns.length + 1])).toEqual([
      '見本県見本市見本町1',
      undefined,
      undefined,
    ]);
    expect([...joined.used]).toEqual([2]);
    expect(joined.findings).toMatchObject([
      { code: 'open-data/foreign-key', cell: 'B3', facts: { value: 'F9' } },
    ]);
  });
});

describe('unify', () => {
  test.each([
    [source('132012_polling_place.csv', main), source('132012_facility.csv', facilities)],
    [source('132012_facility.csv', facilities), source('132012_polling_place.csv', main)],
  ])('brings both files into one table, whichever comes first', async (first, second) => {
    const { tables, ledger, listed } = await unify([first, second]);
    const rows = tables.get('polling-place')?.rows ?? [];
    expect(rows.map(({ at }) => at)).toEqual([[139.3, 35.6], undefined, undefined]);
    const address = tables.get('polling-place')?.columns.indexOf('所在地_連結表記') ?? -1;
    expect(rows[0]?.cells[address]).toBe('見本県見本市見本町1');
    expect(ledger.map(({ file }) => file)).toEqual([first.file, second.file]);
    const facility = ledger.find(({ file }) => file === '132012_facility.csv');
    expect(facility).toMatchObject({ status: 'ok', rows: 2, merged: 0, joined: 1, listed: 1 });
    expect(listed.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '3 open-data/unused-facility',
    ]);
  });

  test('a main file without its facilities is degraded, and says which file is missing', async () => {
    const files = [
      source('132012_polling_place.csv', main),
      source('142018_facility.csv', facilities),
    ];
    const { ledger } = await unify(files);
    expect(ledger[0]?.status).toBe('degraded');
    expect(ledger[0]?.reasons.map(({ code }) => code)).toContain(
      'open-data/split-layout-missing-facility',
    );
  });
});
