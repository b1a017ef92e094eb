import { readFileSync } from 'node:fs';
import { finish } from './finish.mjs';
import { peer } from './peer.mjs';

const [path = ''] = process.argv.slice(2);
const { sql, rules } = JSON.parse(readFileSync(path, 'utf8'));
const { DuckDBInstance } = peer('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
const [row] = (await connection.runAndReadAll(sql)).getRowObjectsJson();
/** @type {Map<string, number>} */
const counts = new Map();
for (const [k, { code }] of rules.entries()) {
  const count = Number(row.counts[k]);
  if (count > 0) counts.set(code, (counts.get(code) ?? 0) + count);
}
finish({
  rows: Number(row.rows),
  counts: Object.fromEntries(counts),
  first: (row.first ?? []).flatMap(({ row: number, broken }) =>
    rules
      .filter((_, bit) => ((BigInt(broken) >> BigInt(bit)) & 1n) === 1n)
      .map(({ code, column }) => `${number} ${code} ${column}`),
  ),
  missing: row.missing.map(Number),
});
