import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isQuick } from '../../../../apps/tools/src/tier.ts';
import { loadDataset } from '@yokoten/standard/datasets';
import { OpenDataError } from '../error.ts';
import type { Mapping } from '../recognise.ts';
import type { Table, TableRow } from '../table.ts';
import {
  applyPatches,
  type Patch,
  repair,
  readPatches,
  repairText,
  undo,
  undoSome,
} from './index.ts';

const COLUMNS = [
  '名称',
  '名称_カナ',
  '緯度',
  '経度',
  '電話番号',
  '郵便番号',
  'URL',
  '開始時間',
  '終了時間',
  '収容人数',
  '全国地方公共団体コード',
  '所在地_連結表記',
  '開始日',
  '',
  '備考',
  '備考',
] as const;

/** Clean values, and dirt of every kind, of every column: any cell may hold any of them. */
const VALUES = [
  '',
  '',
  '',
  'あおば公園',
  'アオバコウエン',
  '35.65',
  '139.33',
  '042-622-2231',
  '1920063',
  'https://example.jp/',
  '09:00',
  '120',
  '132012',
  'みどり県あおば市1',
  '2024-04-01',
  '　あおば ',
  'ｱｵﾊﾞ',
  'あおば',
  '３５．６５',
  '139.33',
  '35度39分29秒',
  '35.65,139.33',
  '3565123',
  '353929',
  '0',
  '０４２−６２２−２２３１',
  '422222231',
  '600001',
  '10010',
  '〒192-0063',
  'ttps://a.jp/',
  'example.jp',
  '8:30',
  '終日',
  '午後12時',
  '120人',
  '50台',
  '1,200',
  '1',
  '600',
  '200',
  '約5',
  '11002',
  '12025',
  '12033',
  '13201',
  '1210',
  '1.32012E+05',
  '令和6年1月9日',
  'R6.4.1',
  '4/5/2020',
  '5/13/2020',
  '〃',
  '同上',
  '-',
  '不明',
  '#N/A',
  '合計',
  '小計',
  '※注記',
  'a&amp;b',
  '&amp;amp;',
  '<br>',
  '"url": "https://b.jp/"',
  '\u200b',
  'x\u00a0y',
  '縺ゅ♀縺ｰ',
  '¼Ì',
  '名\n称',
  '2024年4月',
  'Ver.1.2',
  '令和6年4月1日現在',
  '名称',
  '_x000D_',
  '35.3929',
  '○',
  '×',
  '__proto__',
  '🏞',
];

const cell = fc.constantFrom(...VALUES);
const cells = fc.array(cell, { minLength: 1, maxLength: COLUMNS.length + 2 });
const gap = fc.nat(2);

const tables: fc.Arbitrary<Table> = fc
  .tuple(fc.array(fc.tuple(cells, gap), { maxLength: 12 }), fc.constantFrom('csv', 'tsv', 'json'))
  .map(([records, kind]) => {
    let row = 1;
    const rows: TableRow[] = records.map(([one, skipped]) => {
      row += 1 + skipped;
      return { row, line: row, cells: one };
    });
    return tableOf(COLUMNS, rows, kind);
  });

function tableOf(header: readonly string[], rows: readonly TableRow[], kind: Table['kind']): Table {
  const shape = { headerRow: 1, headerLine: 1, preamble: [], blankRows: 0, problems: [] };
  const file = 'a.csv';
  return { file, kind, encoding: 'utf-8', bom: false, newline: 'lf', header, rows, ...shape };
}

function mappingOf(header: readonly string[], extra: Partial<Mapping> = {}): Mapping {
  const columns = header.map((label, index) => ({
    index,
    header: label,
    ...(label !== '' && { standard: label }),
    confidence: label === '' ? 0 : 1,
  }));
  return { generation: 'other', confidence: 0, columns, ...extra };
}

const mapping = mappingOf(COLUMNS);
const municipality = { code: '132012', bbox: [139.1, 35.5, 139.6, 35.8] } as const;

/** All cases of the full tier take minutes. */
const LONG = { timeout: 600_000 };

describe('properties', LONG, () => {
  test('what is repaired is taken back exactly, and done again exactly from JSON', () => {
    fc.assert(
      fc.property(tables, fc.boolean(), (table, known) => {
        const made = repair(table, mapping, known ? { municipality } : {});
        expect(undo(made.table, made.patches)).toEqual(table);
        const list = readPatches(JSON.parse(JSON.stringify(made.patches)), 'a.json');
        expect(applyPatches(table, list)).toEqual(made.table);
      }),
    );
  });

  test('a repaired table needs no repair', () => {
    fc.assert(
      fc.property(tables, fc.boolean(), (table, known) => {
        const options = known ? { municipality } : {};
        const made = repair(table, mapping, options);
        expect(repair(made.table, made.mapping, options).patches).toEqual([]);
      }),
    );
  });

  test('nor does one in which ditto marks wait for what is mended above them', () => {
    const rows = [
      ['一', '', '', '35.65,139.33', '', '', '', '終日'],
      ['〃', '', '同上', '同上', '', '', '', '〃', '〃'],
      ['#N/A', '※注記'],
    ].map((cells, at) => ({ row: at + 2, line: at + 2, cells }));
    const made = repair(tableOf(COLUMNS, rows, 'csv'), mapping);
    expect(made.table.rows[1]?.cells.slice(2, 9)).toEqual([
      '35.65',
      '139.33',
      '',
      '',
      '',
      '00:00',
      '24:00',
    ]);
    expect(repair(made.table, made.mapping).patches).toEqual([]);
  });

  test('the table that is repaired is not touched', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const before = structuredClone(table);
        repair(table, mapping);
        expect(table).toEqual(before);
      }),
    );
  });

  test('whatever is taken back, the rest can be as well', () => {
    fc.assert(
      fc.property(tables, fc.infiniteStream(fc.boolean()), (table, coin) => {
        const made = repair(table, mapping);
        const chosen = made.patches.filter(() => coin.next().value);
        const some = undoSome(made.table, made.patches, chosen);
        for (const patch of chosen) expect(some.patches).not.toContain(patch);
        expect(undo(some.table, some.patches)).toEqual(table);
      }),
    );
  });

  test('every row is in the table or in a patch', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const made = repair(table, mapping);
        const removed = made.patches.flatMap((patch) =>
          patch.kind === 'removed-rows' ? patch.rows : [],
        );
        const numbers = [...made.table.rows, ...removed].map(({ row }) => row);
        expect(numbers.sort((a, b) => a - b)).toEqual(table.rows.map(({ row }) => row));
        expect(made.mapping.columns).toHaveLength(made.table.header.length);
      }),
    );
  });

  test('a cell of a column with a format changes into a value of it, or into nothing', async () => {
    const definition = await loadDataset('public-toilet');
    const [current] = definition.generations;
    const header = (current?.columns ?? []).map(({ name }) => name);
    const rows = fc.array(fc.array(cell, { minLength: header.length, maxLength: header.length }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(rows, (all) => {
        const records = all.map((cells, at) => ({ row: at + 2, line: at + 2, cells }));
        const { table } = repairText(tableOf(header, records, 'csv'));
        const whole = mappingOf(header, { dataset: 'public-toilet', definition });
        const { patches } = repair(table, whole);
        const last = new Map<string, Patch>();
        for (const patch of patches) if (patch.kind === 'cell') last.set(patch.cell, patch);
        for (const { column, after, code } of last.values()) {
          // What a ditto mark repeats can be wrong in the row above as well; readings are free text.
          if (code === 'open-data/ditto-mark' || column === '名称_カナ') continue;
          const { issues = [] } = definition['~standard'].validate(
            Object.fromEntries([[column, after]]),
          );
          expect(issues.filter(({ path: [name] = [] }) => name === column && after !== '')).toEqual(
            [],
          );
        }
      }),
    );
  });
});

describe('patches', () => {
  const table = tableOf(
    ['名称', '電話番号'],
    [
      { row: 2, line: 2, cells: [' 一 ', '０４２-６２２-２２３１'] },
      { row: 4, line: 4, cells: ['※注', ''] },
    ],
    'csv',
  );
  const made = repair(table, mappingOf(table.header));

  test('name the cell, the change, the reason and how sure it is', () => {
    expect(made.patches[0]).toEqual({
      kind: 'cell',
      code: 'open-data/outer-blank',
      row: 2,
      index: 0,
      cell: 'A2',
      column: '名称',
      before: ' 一 ',
      after: '一',
      confidence: 1,
    });
  });

  test('of another table are refused', () => {
    const other = { ...table, rows: [{ row: 2, line: 2, cells: ['二', ''] }] };
    expect(() => applyPatches(other, made.patches)).toThrow(OpenDataError);
    expect(() => undo(table, made.patches)).toThrow(
      expect.objectContaining({ code: 'open-data/patch-mismatch' }),
    );
  });

  test.each([
    ['a row that is not there', { row: 99 }],
    ['a column far outside', { index: 1e9 }],
    ['a row lengthened without end', { index: 1e9, before: '', width: 2 }],
    ['another text', { before: 'x' }],
  ])('that do not fit are refused: %s', (_, change) => {
    const [first] = made.patches;
    const wrong = { ...first, ...change } as Patch;
    expect(() => applyPatches(table, [wrong])).toThrow(
      expect.objectContaining({ code: 'open-data/patch-mismatch' }),
    );
  });

  test('one of two of the same cell takes the later one along', () => {
    const spaced = tableOf(
      ['電話番号'],
      [{ row: 2, line: 2, cells: [' ０４２-６２２-２２３１'] }],
      'csv',
    );
    const { table: mended, patches } = repair(spaced, mappingOf(['電話番号']));
    expect(patches.map(({ code }) => code)).toEqual([
      'open-data/outer-blank',
      'open-data/width-mixed',
    ]);
    const [first, second] = patches;
    expect(
      undoSome(mended, patches, second === undefined ? [] : [second]).table.rows[0]?.cells,
    ).toEqual(['０４２-６２２-２２３１']);
    expect(undoSome(mended, patches, first === undefined ? [] : [first])).toEqual({
      table: spaced,
      patches: [],
    });
  });
});

test.each([
  ['no list', {}],
  ['a list of something else', [{ kind: 'cell' }]],
  ['an unknown kind', [{ kind: '__proto__' }]],
  ['null', [null]],
])('a patch list that is none is refused: %s', (_, value) => {
  expect(() => readPatches(value, 'a.json')).toThrow(
    expect.objectContaining({ code: 'open-data/not-a-patch-list' }),
  );
});

test('blank rows to the end of the sheet are one patch', () => {
  const ROWS = isQuick ? 50_000 : 1_048_000;
  const blank = Array.from({ length: ROWS }, (_, at) => ({
    row: at + 3,
    line: at + 3,
    cells: ['', ''],
  }));
  const table = tableOf(
    ['名称', '緯度'],
    [{ row: 2, line: 2, cells: ['一', ''] }, ...blank],
    'json',
  );
  const { patches, table: mended } = repair(table, mappingOf(table.header));
  expect(patches).toHaveLength(1);
  expect(mended.rows).toHaveLength(1);
});

test('text is repaired before anything is recognised', () => {
  const { table, patches } = repairText(tableOf(['\ufeff名称', '備考'], [], 'csv'));
  expect(table.header[0]).toBe('名称');
  expect(patches[0]).toMatchObject({ kind: 'header', cell: 'A1' });
});
