import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { unifiedParquet } from '../src/columnar/index.ts';
import { unify } from '../src/unify/index.ts';

/** DuckDB for Python, which `.ci/run` installs; it is no part of the project. */
const python = fileURLToPath(new URL('../../../.cache/duckdb/bin/python', import.meta.url));
const isHere = existsSync(python);
if (!isHere) console.log('parquet: DuckDB is not in .cache/duckdb, so it opens nothing here');

const QUERY = `
import duckdb, json, sys
rows = duckdb.sql(f"select ID, _licence, _row, _lng, _lat from '{sys.argv[1]}' order by _row").fetchall()
types = duckdb.sql(f"describe select ID, _row, _lng from '{sys.argv[1]}'").fetchall()
print(json.dumps({'rows': rows, 'types': [one[1] for one in types]}))
`;

test.skipIf(!isHere)('DuckDB opens a unified table, with numbers as numbers', async () => {
  const csv =
    '全国地方公共団体コード,ID,地方公共団体名,種別,所在地_連結表記,所在地_都道府県,所在地_市区町村,緯度,経度,口径,備考\n' +
    '132012,001,,消火栓,,,,35.6,139.3,100,"見本、"",引用"\n132012,002,,防火水槽,,,,,,,\n';
  const bytes = (): Uint8Array => new TextEncoder().encode(csv);
  const { tables, ledger } = await unify([{ file: 'a.csv', bytes, licence: 'CC-BY-4.0' }]);
  const table = tables.get('fire-hydrant');
  if (table === undefined) throw new Error('no table');
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-parquet-'));
  try {
    const file = join(folder, 'hydrants.parquet');
    writeFileSync(file, await unifiedParquet(table, ledger));
    expect(JSON.parse(execFileSync(python, ['-c', QUERY, file], { encoding: 'utf8' }))).toEqual({
      rows: [
        ['001', 'CC-BY-4.0', 2, 139.3, 35.6],
        ['002', 'CC-BY-4.0', 3, null, null],
      ],
      types: ['VARCHAR', 'INTEGER', 'DOUBLE'],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
