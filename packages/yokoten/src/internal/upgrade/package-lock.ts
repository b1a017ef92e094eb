import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isRecord } from '../config-reader.ts';
import { keepVendored, type KeptVendored } from '../vendor/keep-vendored.ts';
import { NPM_LOCK } from '../vendor/npm-lock.ts';
import { VENDOR_RECORD } from '../vendor/vendor-record.ts';
import type { Project } from './project.ts';
import { runProgram } from './run-program.ts';
import { isSafePath } from './safe-path.ts';
import { textEntry, textOf, type Entry } from './tree.ts';

/** What became of the list of exact versions that a package manager keeps. */
export type LockOutcome =
  | { readonly state: 'none' }
  | {
      readonly state: 'made-anew';
      readonly path: string;
      readonly entry: Entry;
      /** Whether packages that the app carries as files are others now. */
      readonly isVendorStale: boolean;
    }
  | {
      readonly state: 'stale';
      readonly path: string;
      readonly command: string;
      readonly reason: string;
    };

interface Manager {
  readonly file: string;
  readonly program: string;
  /** Resolves versions and writes the list; installs nothing and runs no script of a package. */
  readonly args: readonly string[];
  /** What a person types to do the same. */
  readonly command: string;
}

const MANAGERS: readonly Manager[] = [
  {
    file: 'package-lock.json',
    program: 'npm',
    args: ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'],
    command: 'npm install',
  },
  {
    file: 'pnpm-lock.yaml',
    program: 'pnpm',
    args: [
      'install',
      '--lockfile-only',
      '--ignore-scripts',
      '--ignore-pnpmfile',
      '--no-frozen-lockfile',
    ],
    command: 'pnpm install',
  },
  {
    file: 'yarn.lock',
    program: 'yarn',
    args: ['install', '--mode', 'update-lockfile'],
    command: 'yarn install',
  },
  {
    file: 'bun.lock',
    program: 'bun',
    args: ['install', '--lockfile-only', '--ignore-scripts'],
    command: 'bun install',
  },
];

/** Settings of package managers that decide what is resolved. */
const SETTINGS = ['.npmrc', '.yarnrc.yml', 'pnpm-workspace.yaml', 'bunfig.toml'] as const;

/** A package manager of its own that the project brings along (`yarnPath`) is not started either. */
const NOTHING_RUNS = {
  npm_config_ignore_scripts: 'true',
  YARN_ENABLE_SCRIPTS: '0',
  YARN_IGNORE_PATH: '1',
} as const;

const LONGEST_WAIT = 180_000;

/**
 * Has the project's own package manager make its list of exact versions anew for a changed `package.json`, in a folder
 * that is thrown away. Where that cannot be done, nothing is changed and the outcome says what to type.
 */
export async function remakeLock(project: Project, manifest: Entry): Promise<LockOutcome> {
  const manager = MANAGERS.find(({ file }) => project.paths.has(file));
  if (manager === undefined) return { state: 'none' };
  const stale = (reason: string): LockOutcome => ({
    state: 'stale',
    path: manager.file,
    command: manager.command,
    reason: reason.trim().split('\n').slice(0, 3).join(' '),
  });
  const folder = await mkdtemp(join(tmpdir(), 'yokoten-lock-'));
  try {
    await copyWhatCounts(project, manifest, manager, folder);
    const { code, stderr, stdout } = await runProgram(manager.program, manager.args, {
      cwd: folder,
      env: { ...process.env, CI: '', ...NOTHING_RUNS },
      timeout: LONGEST_WAIT,
    });
    if (code === undefined) return stale(`${manager.program}: not found`);
    if (code !== 0) return stale(stderr || stdout.toString());
    const text = await readFile(join(folder, manager.file), 'utf8');
    const kept = await pointedAtFiles(project, manager.file, text);
    const entry = textEntry(kept.text);
    return { state: 'made-anew', path: manager.file, entry, isVendorStale: kept.isStale };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** An app that carries its packages as files goes on doing so. */
async function pointedAtFiles(project: Project, path: string, text: string): Promise<KeptVendored> {
  const tree = await project.read([VENDOR_RECORD, NPM_LOCK]);
  const [record, before] = [tree.get(VENDOR_RECORD), tree.get(NPM_LOCK)].map(
    (entry) => entry && textOf(entry),
  );
  if (path !== NPM_LOCK || record === undefined || before === undefined)
    return { text, isStale: false };
  return keepVendored(before, text, record);
}

async function copyWhatCounts(
  project: Project,
  manifest: Entry,
  manager: Manager,
  folder: string,
): Promise<void> {
  const tarballs = ownTarballs(manifest).filter((path) => project.paths.has(path));
  const tree = await project.read([manager.file, ...SETTINGS]);
  await writeFile(join(folder, 'package.json'), manifest.bytes);
  for (const [path, { bytes, mode }] of tree)
    if (mode !== '120000') await writeFile(join(folder, path), bytes);
  for (const path of tarballs) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(project.root, path), join(folder, path));
  }
}

/** Packages that stand in the project as files, like `file:vendor/a-1.0.0.tgz`. */
function ownTarballs(manifest: Entry): string[] {
  const value: unknown = JSON.parse(textOf(manifest) ?? '{}');
  const groups = isRecord(value) ? [value['dependencies'], value['devDependencies']] : [];
  return groups
    .flatMap((group) => (isRecord(group) ? Object.values(group) : []))
    .flatMap((range) =>
      typeof range === 'string' ? (/^file:(?:\.\/)?(.+)$/.exec(range)?.[1] ?? []) : [],
    )
    .filter(isSafePath);
}
