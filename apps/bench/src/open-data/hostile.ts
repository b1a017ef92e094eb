import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpenDataError, readTable, recognise, validate } from '@yokoten/open-data';
import { check } from '@yokoten/open-data/check';
import { type BenchOptions, figure, type Figure, median } from '../figure.ts';
import type { Refusal } from './answer.ts';
import { child } from './measure.ts';
import { zipBomb } from './zip-bomb.ts';

const file = 'hostile.csv';
const HEADER = 'ID,名称,緯度,経度,備考\n';
/** As many blank rows as a sheet saved to its end has. */
const SHEET_END = 1_045_000;

/** What makes a careless reader slow: each piece fills a file, below a header. */
const PIECES: Readonly<Record<string, string>> = {
  'quotes only': '"',
  'commas only': ',',
  'line ends only': '\n',
  'NUL bytes': '\0',
  'blanks before quotes': ' "a"b ',
  'doubled quotes': '"a""",',
};

/** Hostile files: time for each megabyte, and what a zip bomb costs before it is refused. */
export async function* hostile({ quick }: BenchOptions): AsyncGenerator<Figure> {
  const megabytes = quick ? 1 : 4;
  const files = Object.entries(PIECES).map(([name, piece]): [string, Uint8Array] => {
    const text = HEADER + piece.repeat((megabytes * 1e6) / piece.length);
    return [name, new TextEncoder().encode(text)];
  });
  const columns = quick ? 100_000 : 1_000_000;
  const wide = Array.from({ length: columns }, (_, k) => `列${k}`).join(',');
  const open = `${HEADER}1,"${shelters(megabytes * 30_000)}`;
  files.push(['a quote that never closes', new TextEncoder().encode(open)]);
  files.push([
    `${columns.toLocaleString('en')} columns`,
    new TextEncoder().encode(`${wide}\n${wide}\n`),
  ]);
  for (const [name, bytes] of files) {
    yield figure(
      `${name}: read, map, validate`,
      await perMegabyte(bytes, whole),
      'ms/MB',
      '<= 100',
    );
    yield figure(`${name}: check`, await perMegabyte(bytes, streamed), 'ms/MB', '<= 100');
  }
  yield await blankRows();
  yield* bomb(quick ? 1 : 5);
}

function shelters(count: number): string {
  return Array.from({ length: count }, (_, k) => `${k},第${k}小学校,35.65,139.7,\n`).join('');
}

async function whole(bytes: Uint8Array): Promise<void> {
  const table = readTable(bytes, { file });
  validate(table, await recognise(table));
}

async function streamed(bytes: Uint8Array): Promise<void> {
  await check(bytes, { file });
}

/** CPU time; a refusal is an answer too. */
async function perMegabyte(
  bytes: Uint8Array,
  look: (bytes: Uint8Array) => Promise<void>,
): Promise<number> {
  return (await cpuMs(() => look(bytes))) / (bytes.length / 1e6);
}

async function cpuMs(task: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  try {
    await task();
  } catch (error) {
    if (!(error instanceof OpenDataError)) throw error;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function blankRows(): Promise<Figure> {
  const rows = shelters(3000) + ',,,,\r\n'.repeat(SHEET_END);
  const bytes = new TextEncoder().encode(HEADER + rows);
  const began = performance.now();
  const report = await check(bytes, { file });
  const seconds = (performance.now() - began) / 1000;
  if (report.blankRows !== SHEET_END || report.counts.length !== 1) {
    throw new Error(`Blank rows: ${JSON.stringify(report.counts)}`);
  }
  return figure('1,045,000 blank rows are one finding', seconds, 's', '<= 0.3');
}

async function* bomb(rounds: number): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-bench-'));
  try {
    const path = join(folder, 'bomb.zip');
    const bytes = zipBomb();
    writeFileSync(path, bytes);
    const [seconds, memory]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      const idle = await child<Refusal>('refuse');
      const refused = await child<Refusal>('refuse', path);
      if (refused.result.code === null) throw new Error('The zip bomb was not refused.');
      seconds.push(refused.result.seconds);
      memory.push(refused.rss - idle.rss);
    }
    const what = `zip bomb of ${Math.round(bytes.length / 1000)} KB refused`;
    yield figure(what, median(seconds), 's', '<= 0.2');
    yield figure(`${what}: memory above idle`, median(memory), 'MB', '<= 64');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
