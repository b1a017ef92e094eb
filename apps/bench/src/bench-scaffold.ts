import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figure, median, type BenchOptions, type Figure } from './figure.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Scaffolding without install: bare Node, create-vite and create-yokoten, taken in turn so that noise hits all alike. */
export async function* bench({ quick }: BenchOptions): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-bench-'));
  const vite = join(root, 'apps/bench/peers/node_modules/create-vite/index.js');
  const ours = join(root, 'packages/create-yokoten/dist/cli.js');
  const runs = {
    bare: () => ['-e', '0'],
    vite: (name: string) => [vite, name, '--template', 'vanilla-ts', '--no-interactive'],
    ours: (name: string) => [
      ours,
      name,
      '--template',
      'disaster-map',
      '--municipality',
      '132012',
      '--yes',
      '--no-install',
      '--no-git',
    ],
  };
  const times: Record<keyof typeof runs, number[]> = { bare: [], vite: [], ours: [] };
  try {
    const rounds = quick ? 5 : 31;
    for (let round = 0; round < rounds; round++) {
      for (const key of ['bare', 'vite', 'ours'] as const) {
        times[key].push(timeOf(runs[key](`${key}-${round}`), folder));
      }
    }
    const [bare, peer, own] = [median(times.bare), median(times.vite), median(times.ours)];
    yield figure('bare `node -e 0`, median', bare, 'ms');
    yield figure('create-vite 9.3.0, median', peer, 'ms');
    yield figure('create-yokoten, median', own, 'ms');
    yield figure('create-vite ÷ bare node', peer / bare, '×');
    yield figure('create-yokoten ÷ bare node', own / bare, '×', '<= 1.5');
    yield figure('create-yokoten ÷ create-vite', own / peer, '×', '<= 1');
    const pack = join(root, '.cache/pack');
    const tarball = readdirSync(pack).find((name) => name.startsWith('create-yokoten'));
    if (tarball !== undefined)
      yield figure(
        'create-yokoten, packed',
        statSync(join(pack, tarball)).size / 1000,
        'KB',
        '<= 150',
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timeOf(args: readonly string[], cwd: string): number {
  const began = performance.now();
  const { status, stderr } = spawnSync('node', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, CI: '1' },
  });
  const took = performance.now() - began;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return took;
}
