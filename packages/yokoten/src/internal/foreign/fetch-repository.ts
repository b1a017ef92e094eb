import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gitIn, gitVersion } from '../upgrade/git.ts';
import { needsGit, noCommit, tooLarge, tooSlow, unreachable } from './faults.ts';
import type { ForeignLimits } from './limits.ts';
import { runSafeGit, type Ran, type SafeGit } from './safe-git.ts';

/** What a repository is fetched with. */
export interface Fetching {
  readonly git: SafeGit;
  readonly url: string;
  readonly limits: ForeignLimits;
  readonly signal: AbortSignal;
}

/** Without remotes, so that Git brings nothing that was not asked. */
const CONFIG = '[core]\n\trepositoryformatversion = 0\n\tbare = true\n';

const FETCH = [
  '--quiet',
  '--no-tags',
  '--recurse-submodules=no',
  '--no-auto-maintenance',
  '--filter=blob:none',
];

/** How often the size of what came is looked at, in milliseconds. */
const WATCH = 100;

/**
 * Git below a folder, for an empty repository of our own.
 *
 * @throws YokotenError `yokoten/foreign-needs-git`
 */
export async function emptyRepository(folder: string, limits: ForeignLimits): Promise<SafeGit> {
  const found = await gitVersion(gitIn(folder));
  const [major, minor] = found ?? [0, 0];
  if (major < 2 || (major === 2 && minor < 32)) throw needsGit(found?.join('.') ?? '–');
  // By hand: `git init` would copy a template with hooks.
  const git = join(folder, 'git');
  for (const part of ['objects/info', 'objects/pack', 'refs/heads'])
    await mkdir(join(git, part), { recursive: true });
  await writeFile(join(git, 'HEAD'), 'ref: refs/heads/none\n');
  await writeFile(join(git, 'config'), CONFIG);
  return { folder, limits };
}

/**
 * The settings of the person by which https leaves their network; nothing that names a program, a header or a password
 * store.
 */
export async function networkSettings({ folder }: SafeGit): Promise<string[]> {
  // From a repository of our own: the folder above may be in another.
  const git = gitIn(folder, { GIT_DIR: join(folder, 'git') });
  const pattern = '^http\\.(proxy|sslbackend|sslcainfo|sslcapath)$';
  const { code, stdout } = await git(['config', '--null', '--get-regexp', pattern]);
  if (code !== 0) return [];
  const settings = stdout.toString().split('\0').filter(Boolean);
  return settings.map((setting) => setting.replace('\n', '='));
}

/**
 * Fetches the commits and folders of a repository's default branch, not yet the files.
 *
 * @returns the commit
 * @throws YokotenError `yokoten/foreign-unreachable`, `yokoten/foreign-too-large`, `yokoten/foreign-too-slow`,
 * `yokoten/foreign-empty`
 */
export async function fetchHead(fetching: Fetching): Promise<string> {
  const { git, url } = fetching;
  const { code, stderr } = await fetchWatched(fetching, ['--', url, 'HEAD']);
  if (code !== 0) {
    if (/couldn't find remote ref HEAD/i.test(stderr)) throw noCommit(url);
    throw unreachable(url, stderr);
  }
  const head = await readFile(join(git.folder, 'git/FETCH_HEAD'), 'latin1');
  const commit = /^[0-9a-f]{40}(?=\t)/.exec(head)?.[0];
  if (commit === undefined) throw noCommit(url);
  return commit;
}

/** Fetches blobs by their hash. @throws YokotenError as {@link fetchHead} does */
export async function fetchBlobs(fetching: Fetching, blobs: readonly string[]): Promise<void> {
  const args = ['--no-write-fetch-head', '--stdin', '--', fetching.url];
  const { code, stderr } = await fetchWatched(fetching, args, `${blobs.join('\n')}\n`);
  if (code !== 0) throw unreachable(fetching.url, stderr);
}

async function fetchWatched(
  { git, limits, signal, url }: Fetching,
  args: readonly string[],
  input = '',
): Promise<Ran> {
  const full = new AbortController();
  const store = join(git.folder, 'git/objects');
  let size = 0;
  const watch = async (): Promise<void> => {
    size = Math.max(size, await sizeBelow(store));
    if (size > limits.fetched) full.abort();
  };
  // A file that goes while it is looked at is counted the next time.
  const timer = setInterval(() => void watch().catch(() => undefined), WATCH);
  try {
    const ran = await runSafeGit(
      git,
      ['-c', `http.lowSpeedTime=${limits.silence}`, 'fetch', ...FETCH, ...args],
      { output: 1_000_000, signal: AbortSignal.any([signal, full.signal]), input, network: true },
    );
    await watch();
    if (size > limits.fetched) throw tooLarge(url, size, limits.fetched);
    signal.throwIfAborted();
    const asked = /attempting to allocate (\d+) over limit/.exec(ran.stderr)?.[1];
    if (asked !== undefined) throw tooLarge(url, Number(asked), limits.memory);
    if (/operation too slow/i.test(ran.stderr)) throw tooSlow(url, limits.silence * 1000);
    await writeFile(join(git.folder, 'git/config'), CONFIG);
    return ran;
  } finally {
    clearInterval(timer);
  }
}

async function sizeBelow(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(
    names.map(async (name) => (await lstat(join(folder, name)).catch(() => undefined))?.size ?? 0),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
