import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram, type Ending } from './run.ts';
import type { Target } from './target.ts';

/** Package managers that say who they are when they start us. */
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';

/** What only one package manager writes. */
const LOCKFILES: readonly (readonly [string, PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['pnpm-workspace.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

/**
 * The package manager of the project around the place, which a second one would spoil; else the one that started us, by
 * `npm_config_user_agent` (`pnpm/10.1.0 npm/? node/v22…`); npm where nothing says which.
 */
export function detectPackageManager(
  env: Readonly<Record<string, string | undefined>>,
  target: Pick<Target, 'parent' | 'missing' | 'repository'> | undefined,
): PackageManager {
  const found = target && managerAround(target);
  return found ?? managerNamed(env.npm_config_user_agent?.split('/')[0]) ?? 'npm';
}

/** Beyond a repository another project begins, and without one only the place itself is known to belong together. */
function managerAround({
  parent,
  missing,
  repository,
}: Pick<Target, 'parent' | 'missing' | 'repository'>): PackageManager | undefined {
  const last = repository ?? (missing.length === 0 ? parent : undefined);
  if (last === undefined) return undefined;
  for (let folder = parent; ; folder = dirname(folder)) {
    const found = managerOf(folder);
    if (found !== undefined || folder === last || folder === dirname(folder)) return found;
  }
}

/** By the manifest's `packageManager` (Corepack's field), else by what lies beside it. */
function managerOf(folder: string): PackageManager | undefined {
  const file = join(folder, 'package.json');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [, declared] = /"packageManager"\s*:\s*"([a-z]+)@/.exec(text) ?? [];
  return managerNamed(declared) ?? LOCKFILES.find(([name]) => existsSync(join(folder, name)))?.[1];
}

function managerNamed(name: string | undefined): PackageManager | undefined {
  return name === 'npm' || name === 'pnpm' || name === 'yarn' || name === 'bun' ? name : undefined;
}

/**
 * npm asks anew about every package it knows, and about flaws and donations, which takes most of its time. Where what it
 * knows is too old for a range it asks all the same; the others do so by themselves.
 */
const QUICKLY: Readonly<Record<PackageManager, readonly string[]>> = {
  npm: ['--prefer-offline', '--no-audit', '--no-fund'],
  pnpm: [],
  yarn: [],
  bun: [],
};

/** Installs the app's dependencies; what it says goes to stderr. */
export function installDependencies(
  manager: PackageManager,
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<Ending> {
  return runProgram(manager, ['install', ...QUICKLY[manager]], {
    cwd: folder,
    env,
    signal,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
}
