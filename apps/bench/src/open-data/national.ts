import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figure, type BenchOptions, type Figure } from '../figure.ts';
import { interleaved, child, type Run } from './measure.ts';

const archive = fileURLToPath(
  new URL(
    '../../../../../shared/data/shelters/gsi/gsi-emergency-all-japan.tar.gz',
    import.meta.url,
  ),
);
const FEATURES = 115_402;
const UNAVAILABLE = 223;

interface Merged {
  readonly seconds: number;
  readonly rows: number;
  readonly merged: number;
  readonly skipped: number;
  readonly failed: number;
}

/** The country's emergency evacuation sites, 1,917 files, into one table with a ledger. */
export async function* national({ quick }: BenchOptions): AsyncGenerator<Figure> {
  if (!existsSync(archive)) {
    console.error('SKIPPED: the national set. It is not at ../shared/data.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-national-'));
  try {
    execFileSync('tar', ['-xzf', archive, '-C', folder]);
    const seconds: number[] = [];
    const once = async (): Promise<Run<Merged>> => {
      const run = await child<Merged>('national', folder);
      seconds.push(run.result.seconds);
      return run;
    };
    const { merged } = await interleaved(quick ? 1 : 3, { merged: once });
    const { result } = merged;
    if (result.rows !== FEATURES || result.merged !== FEATURES || result.skipped !== UNAVAILABLE) {
      throw new Error(`The national set came out as ${JSON.stringify(result)}.`);
    }
    const best = seconds.toSorted((a, b) => a - b)[seconds.length >> 1] ?? Number.NaN;
    yield figure(
      'national set, 115,402 sites in 1,694 files + 223 without data, merged',
      best,
      's',
      '<= 10',
    );
    yield figure('the same, of all threads', merged.cpu, 'CPU s');
    yield figure('the same: memory', merged.rss, 'MB');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
