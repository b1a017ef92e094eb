import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { figure, median, type BenchOptions, type Figure } from './figure.ts';
import type { Cost } from './read/cost.ts';
import { filledWorkbook, sheetEnd } from './read/workbook.ts';

const script = fileURLToPath(new URL('read/cost.ts', import.meta.url));

/** Reading workbooks beside a peer, interleaved, each time in a process of its own; and what a bomb costs. */
export async function* bench({ quick }: BenchOptions): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-read-'));
  const place = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  try {
    const rows = quick ? 2000 : 19_000;
    const filled = place('filled.xlsx', filledWorkbook(rows, 39));
    const [own, peer] = compare(filled, quick ? 1 : 5, `${rows} rows`);
    const what = `xlsx, ${rows.toLocaleString('en')} rows × 39 columns`;
    yield figure(what, own, 'CPU s', '<= 1.5');
    yield figure(`${what}: read-excel-file over ours`, peer / own, 'times');
    if (!quick) {
      const { cpuSeconds, megabytes } = costOf(place('end.xlsx', sheetEnd(500)), '500 rows');
      yield figure('xlsx, 1,048,576 rows, all but 501 blank', cpuSeconds, 'CPU s');
      yield figure('the same: memory above idle', megabytes, 'MB');
    }
    const bomb = place('bomb.zip', zipSync({ 'a.csv': strToU8('\0'.repeat(400e6)) }, { level: 9 }));
    const { milliseconds, megabytes } = costOf(bomb, 'open-data/archive-too-large');
    yield figure('zip bomb, 400 MB in 390 KB, refused', milliseconds / 1000, 's', '<= 0.2');
    yield figure('the same: memory above idle', megabytes, 'MB', '<= 64');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compare(file: string, rounds: number, outcome: string): [own: number, peer: number] {
  const own: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < rounds; round++) {
    own.push(costOf(file, outcome).cpuSeconds);
    peer.push(costOf(file, outcome, 'peer').cpuSeconds);
  }
  return [median(own), median(peer)];
}

function costOf(file: string, outcome: string, reader = 'ours'): Cost {
  const text = execFileSync(process.execPath, [script, file, reader], { encoding: 'utf8' });
  const cost = JSON.parse(text) as Cost;
  if (cost.outcome !== outcome) throw new Error(`${reader}: ${cost.outcome}, not ${outcome}`);
  return cost;
}
