import { describe, expect, test } from 'vitest';
import { unifiedCells, unifiedColumns } from './provenance.ts';
import type { SourceFile } from './source-file.ts';
import { unifiedGeoJSON } from './to-geojson.ts';
import { unify } from './unify.ts';

const HYDRANTS =
  '全国地方公共団体コード,ID,地方公共団体名,種別,所在地_連結表記,所在地_都道府県,所在地_市区町村,緯度,経度,口径,備考';
const OLD =
  '都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,住所,方書,緯度,経度,種別,口径';

function source(file: string, text: string, more: Partial<SourceFile> = {}): SourceFile {
  return { file, bytes: () => new TextEncoder().encode(text), ...more };
}

const first = source('a.csv', `${HYDRANTS}\n132012,1,,消火栓,,,,35.6,139.3,100,\n`, {
  url: 'https://example.com/a.csv',
  licence: 'CC-BY-4.0',
  retrievedAt: '2026-11-22T09:00:00+09:00',
});
const second = source(
  'b.csv',
  `${HYDRANTS},管理者\n132012,1,,防火水槽,,,,,,40,,見本消防団\n132012,2,,消火栓,,,,35.61,139.31,75,,\n`,
);

describe('unify', () => {
  test('one table, every row with its source, nothing dropped', async () => {
    const { tables, ledger, listed } = await unify([first, second]);
    const table = tables.get('fire-hydrant');
    expect(listed).toEqual([]);
    expect(table?.rows.map(({ source: from, row, at }) => [from, row, at])).toEqual([
      [0, 2, [139.3, 35.6]],
      [1, 2, undefined],
      [1, 3, [139.31, 35.61]],
    ]);
    expect(table?.rows[1]?.other).toEqual([['管理者', '見本消防団']]);
    expect(ledger.map(({ file, status, rows, merged }) => [file, status, rows, merged])).toEqual([
      ['a.csv', 'ok', 1, 1],
      ['b.csv', 'degraded', 2, 2],
    ]);
    expect(ledger[1]?.reasons).toEqual([
      { code: 'open-data/no-coordinates', severity: 'error', count: 1 },
    ]);
  });

  test('an exported row names file, row, licence and time; a missing licence is said to be unstated', async () => {
    const { tables, ledger } = await unify([first, second]);
    const table = tables.get('fire-hydrant');
    if (table === undefined) throw new Error('no table');
    const names = unifiedColumns(table);
    const [one, two] = table.rows.map((row) => {
      const cells = unifiedCells(row, ledger);
      return new Map(names.map((name, index) => [name, cells[index]]));
    });
    expect(one?.get('_licence')).toBe('CC-BY-4.0');
    expect(one?.get('_retrieved_at')).toBe('2026-11-22T09:00:00+09:00');
    expect([two?.get('_file'), two?.get('_row'), two?.get('_licence')]).toEqual([
      'b.csv',
      '2',
      'unstated',
    ]);
    expect(unifiedGeoJSON(table, ledger)).toMatchObject({ without: 1, features: { length: 2 } });
  });

  test('what was mended stands in its row; what is no row is listed', async () => {
    const dirty = `${HYDRANTS}\n132012,1,,消火栓,,,,３５．６,139.3,100,\n※ 2026年4月1日現在,,,,,,,,,,\n`;
    const { tables, ledger, listed } = await unify([source('a.csv', dirty)]);
    const [row, ...others] = tables.get('fire-hydrant')?.rows ?? [];
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      at: [139.3, 35.6],
      repairs: [{ column: '緯度', before: '３５．６', after: '35.6' }],
    });
    expect(listed).toMatchObject([{ row: 3, code: 'open-data/note-row' }]);
    expect(ledger[0]).toMatchObject({ rows: 2, merged: 1, listed: 1, repaired: 2 });
  });

  test('both generations come into the columns of the current one', async () => {
    const old = source('old.csv', `${OLD}\n132012,7,見本県,見本市,見本町1,,35.6,139.3,消火栓,65\n`);
    const { tables, ledger } = await unify([first, old]);
    const table = tables.get('fire-hydrant');
    expect(ledger.map(({ generation }) => generation)).toEqual(['current', 'previous']);
    const column = table?.columns.indexOf('口径') ?? -1;
    expect(table?.rows.map(({ cells }) => cells[column])).toEqual(['100', '65']);
  });

  test.each([
    ['no dataset', source('x.csv', 'あ,い\n1,2\n3,4\n'), 'skipped', 'open-data/no-dataset', 2],
    [
      'a web page',
      source('x.csv', '<html>404</html>'),
      'failed',
      'open-data/html-instead-of-csv',
      0,
    ],
    [
      'an answer that there is none',
      source('x.json', '{"type":"unavailable"}'),
      'skipped',
      'open-data/unavailable',
      0,
    ],
    [
      'what cannot be fetched',
      { file: 'x.csv', bytes: () => Promise.reject(new Error('no answer')) },
      'failed',
      'open-data/unreachable-source',
      0,
    ],
    [
      'the same bytes',
      { ...first, file: 'x.csv', url: undefined },
      'skipped',
      'open-data/duplicate-file',
      0,
    ],
    ['the same address', { ...second, url: first.url }, 'skipped', 'open-data/duplicate-url', 0],
  ] as const)('%s stops nothing and is said', async (_, bad, status, code, rows) => {
    const { tables, ledger, listed } = await unify([first, bad, second]);
    expect(ledger[1]).toMatchObject({ status, rows, listed: rows, merged: 0, reasons: [{ code }] });
    expect(listed).toHaveLength(rows);
    expect(tables.get('fire-hydrant')?.rows.length).toBeGreaterThanOrEqual(1);
    expect(ledger).toHaveLength(3);
  });

  test('what kind of file it is can be said', async () => {
    const file = source('x.csv', 'ID,緯度,経度\n1,35.6,139.3\n', { as: 'fire-hydrant' });
    const { tables } = await unify([file]);
    expect(tables.get('fire-hydrant')?.rows).toHaveLength(1);
  });

  test('tells how far it is, and stops when told to', async () => {
    const steps: string[] = [];
    const stop = new AbortController();
    const running = unify([first, second], {
      signal: stop.signal,
      onProgress: (done, file) => {
        steps.push(`${done} ${file}`);
        stop.abort(new Error('enough'));
      },
    });
    await expect(running).rejects.toThrow('enough');
    expect(steps).toEqual(['1 a.csv']);
  });
});
