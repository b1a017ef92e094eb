import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchOptions, figure, type Figure } from '../figure.ts';
import { loadDataset } from '@yokoten/standard/datasets';
import { type Answer, ROWS_KEPT } from './answer.ts';
import { rowSchema } from './cell-schema.ts';
import { checkQuery } from './check-sql.ts';
import { child, interleaved, type Run } from './measure.ts';
import { writeShelterFile } from './shelter-file.ts';

const DIRTY_PERCENT = 5;

/** Parse, map and validate a list of shelters with 39 columns; peers in the same rounds. */
export async function* speed({ quick }: BenchOptions): AsyncGenerator<Figure> {
  const rows = quick ? 100_000 : 1_000_000;
  const rounds = quick ? 3 : 5;
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-bench-'));
  const path = (name: string): string => join(folder, name);
  try {
    const [clean, dirty, cp932] = [path('clean.csv'), path('dirty.csv'), path('cp932.csv')];
    await writeShelterFile(clean, { rows, dirtyPercent: 0, encoding: 'utf-8' });
    await writeShelterFile(dirty, { rows, dirtyPercent: DIRTY_PERCENT, encoding: 'utf-8' });
    await writeShelterFile(cp932, { rows, dirtyPercent: DIRTY_PERCENT, encoding: 'cp932' });
    for (const [state, file] of [
      ['clean', clean],
      [`${DIRTY_PERCENT} % of the rows dirty`, dirty],
    ] as const) {
      yield* compare(`${rows.toLocaleString('en')} rows, ${state}`, file, rows, rounds);
    }
    yield* encodings(dirty, cp932, rounds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* compare(
  what: string,
  file: string,
  rows: number,
  rounds: number,
): AsyncGenerator<Figure> {
  const { generations } = await loadDataset('evacuation-space');
  const columns = generations[0]?.columns ?? [];
  const [query, schema] = [`${file}.sql.json`, `${file}.schema.json`];
  writeFileSync(query, JSON.stringify(checkQuery(file, columns, ROWS_KEPT)));
  writeFileSync(schema, JSON.stringify(rowSchema(columns)));
  const cases = {
    ours: () => check(file),
    repeats: () => check(file, 'repeats'),
    duckdb: () => child<Answer>('duckdb', query),
    whole: () => child<Answer>('udsv-ajv', file, schema, 'whole'),
    chunks: () => child<Answer>('udsv-ajv', file, schema, 'chunks'),
    papaparse: () => child<Answer>('papaparse', file),
  };
  const { ours, repeats, duckdb, whole, chunks, papaparse } = await interleaved(rounds, cases);
  for (const { result } of [ours, duckdb, whole, chunks, papaparse]) {
    if (result.rows !== rows) throw new Error(`${what}: ${result.rows} rows were read.`);
  }
  sameAnswer(what, ours.result, duckdb.result);
  yield figure(`${what}: check`, ours.cpu, 'CPU s');
  yield figure(`${what}: DuckDB, same rules in SQL, threads=1`, duckdb.cpu, 'CPU s');
  yield figure(`${what}: uDSV objects + ajv, formats only`, whole.cpu, 'CPU s');
  yield figure(`${what}: the same in chunks`, chunks.cpu, 'CPU s');
  yield figure(`${what}: papaparse objects, nothing checked`, papaparse.cpu, 'CPU s');
  yield figure(`${what}: check ÷ DuckDB`, ours.cpu / duckdb.cpu, '×', '<= 0.8');
  yield figure(`${what}: check, memory`, ours.rss, 'MB', '<= 80');
  yield figure(`${what}: DuckDB, memory`, duckdb.rss, 'MB');
  yield figure(`${what}: uDSV objects + ajv ÷ check`, whole.cpu / ours.cpu, '×', '>= 3');
  yield figure(`${what}: uDSV in chunks + ajv ÷ check`, chunks.cpu / ours.cpu, '×');
  yield figure(`${what}: uDSV objects + ajv, memory`, whole.rss, 'MB');
  yield figure(`${what}: papaparse ÷ check`, papaparse.cpu / ours.cpu, '×', '>= 15');
  yield figure(`${what}: check with repeated rows and IDs`, repeats.cpu, 'CPU s');
  yield figure(`${what}: the same, memory`, repeats.rss, 'MB');
}

async function* encodings(utf8: string, cp932: string, rounds: number): AsyncGenerator<Figure> {
  const measured = await interleaved(rounds, {
    utf8: () => check(utf8),
    cp932: () => check(cp932),
  });
  sameAnswer('CP932', measured.cp932.result, measured.utf8.result);
  yield figure(
    'speed of CP932 ÷ UTF-8, rows',
    measured.utf8.cpu / measured.cp932.cpu,
    '×',
    '>= 0.8',
  );
}

function check(file: string, repeats = ''): Promise<Run<Answer>> {
  return child<Answer>('check', file, String(ROWS_KEPT), repeats);
}

/** Both must have found the same in the same places, or one of them did less work. */
function sameAnswer(what: string, one: Answer, other: Answer): void {
  for (const part of ['rows', 'counts', 'first', 'missing'] as const) {
    const [ours, theirs] = [canonical(one[part]), canonical(other[part])];
    if (ours !== theirs) {
      throw new Error(`${what}: ${part} differ.\n${ours.slice(0, 2000)}\n${theirs.slice(0, 2000)}`);
    }
  }
}

function canonical(part: Answer[keyof Answer]): string {
  if (typeof part === 'number') return String(part);
  if (Array.isArray(part) && typeof part[0] === 'number') return JSON.stringify(part);
  const lines = Array.isArray(part) ? part : Object.entries(part).map((entry) => entry.join(' '));
  return lines.map(String).toSorted().join('\n');
}
