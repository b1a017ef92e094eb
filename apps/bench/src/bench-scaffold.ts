import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { figure, median, type BenchOptions, type Figure } from './figure.ts';
import { choicesFor, packedPackages, root, scaffolder } from './fork/scaffolder.ts';

/**
 * Scaffolding without install: bare Node, create-vite and create-yokoten in turn, so that noise hits all alike; with the
 * Node of the machine, as a person who types `npm create` has it.
 */
export async function* bench({ quick }: BenchOptions): AsyncGenerator<Figure> {
  const rounds = quick ? 7 : 31;
  const { path, version } = machineNode();
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-bench-'));
  const settings = { node: path, folder, rounds };
  try {
    yield* compare(`Node ${version}, this machine's settings`, settings, process.env);
    // These two make every start of Node slower, which flatters a ratio to it.
    const { NODE_EXTRA_CA_CERTS: certificates, NODE_OPTIONS: options, ...plain } = process.env;
    if (certificates !== undefined || options !== undefined) {
      yield* compare(`Node ${version}, no certificates or options added`, settings, plain);
    }
  } finally {
    // Not before: for minutes after many files are deleted, a disk without a journal is slow to make others.
    rmSync(folder, { recursive: true, force: true });
  }
  const tarball = readdirSync(packedPackages).find((name) => name.startsWith('create-yokoten'));
  if (tarball !== undefined) {
    yield figure(
      'create-yokoten, packed',
      statSync(join(packedPackages, tarball)).size / 1000,
      'KB',
      '<= 150',
    );
  }
}

interface Settings {
  readonly node: string;
  /** Where the apps are made. */
  readonly folder: string;
  readonly rounds: number;
}

function* compare(
  where: string,
  { node, folder, rounds }: Settings,
  env: NodeJS.ProcessEnv,
): Generator<Figure> {
  const apps = mkdtempSync(join(folder, 'apps-'));
  const vite = join(root, 'apps/bench/peers/node_modules/create-vite/index.js');
  const flags = [...choicesFor('disaster-map'), '--no-install', '--no-git'];
  const runs = {
    bare: () => ['-e', '0'],
    vite: (name: string) => [vite, name, '--template', 'vanilla-ts', '--no-interactive'],
    ours: (name: string) => [scaffolder, name, ...flags],
  };
  const times: Record<keyof typeof runs, number[]> = { bare: [], vite: [], ours: [] };
  for (let round = 0; round < rounds; round++) {
    for (const key of ['bare', 'vite', 'ours'] as const) {
      times[key].push(timeOf(node, runs[key](`${key}-${round}`), apps, env));
    }
  }
  const [bare, peer, own] = [median(times.bare), median(times.vite), median(times.ours)];
  yield figure(`${where}: bare \`node -e 0\``, bare, 'ms');
  yield figure(`${where}: create-vite 9.3.0`, peer, 'ms');
  yield figure(`${where}: create-yokoten`, own, 'ms');
  yield figure(`${where}: create-vite ÷ bare`, peer / bare, '×');
  yield figure(`${where}: create-yokoten ÷ bare`, own / bare, '×', '<= 1.5');
  yield figure(`${where}: create-yokoten ÷ create-vite`, own / peer, '×', '<= 1');
}

/** The Node a person finds on this machine, not the newer one the launcher may have fetched. */
function machineNode(): { path: string; version: string } {
  const folders = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('_npx'));
  const path =
    folders.map((folder) => join(folder, 'node')).find((file) => existsSync(file)) ??
    process.execPath;
  return {
    path,
    version: spawnSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.trim(),
  };
}

function timeOf(
  node: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(node, args, {
    cwd,
    encoding: 'utf8',
    env: { ...env, CI: '1' },
  });
  const took = performance.now() - began;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return took;
}
