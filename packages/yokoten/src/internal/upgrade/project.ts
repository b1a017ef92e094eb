import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fault, YokotenError } from '../fault.ts';
import { gitFailed, gitIn, mustGit, type Git } from './git.ts';
import { readBlobs } from './git-merge.ts';
import type { Entry, FileMode, Tree } from './tree.ts';

/** An app as it stands before an upgrade. */
export interface Project {
  /** Absolute path of the app's folder. */
  readonly root: string;
  /** Its repository, where it has one; what counts is what was committed last. */
  readonly repository: Repository | undefined;
  /** Every file of the app that Git knows; without a repository, every file of the folder. */
  readonly paths: ReadonlySet<string>;
  /** Reads files; those that are not there, or are too large to be a template's, are left out. */
  read(paths: Iterable<string>): Promise<Tree>;
}

/** The Git repository around an app. */
export interface Repository {
  readonly git: Git;
  /** Absolute path of the repository's work tree. */
  readonly top: string;
  /** The app's folder in it, ending in `/`; empty where the app is the whole of it. */
  readonly prefix: string;
  readonly head: string;
  /** `undefined` where no branch is checked out. */
  readonly branch: string | undefined;
  /** Files in the app that differ from the last commit. */
  readonly uncommitted: readonly string[];
}

const LARGEST_FILE = 4_000_000;

/** Made anew by a build or an installation, or Git's own. */
const NOT_THE_APPS = /^(node_modules|dist|\.git)$/;

/**
 * Looks at a folder.
 *
 * @throws YokotenError `yokoten/no-such-file`, `yokoten/bare-repository`, `yokoten/no-commit`, `yokoten/git-failed`
 */
export async function readProject(root: string): Promise<Project> {
  const there = await lstat(root).catch(() => undefined);
  if (there?.isDirectory() !== true) throw noFolder(root);
  const git = gitIn(root);
  const found = await git([
    'rev-parse',
    '--is-bare-repository',
    '--show-toplevel',
    '--show-prefix',
  ]);
  const [bare, top = '', prefix = ''] = found.stdout.toString().split('\n');
  if (bare === 'true') throw bareRepository(root);
  if (found.code === undefined) return plainFolder(root);
  if (found.code !== 0) {
    if (/not a git repository/i.test(found.stderr)) return plainFolder(root);
    throw gitFailed(['rev-parse'], found.stderr);
  }
  const head = (await git(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])).stdout
    .toString()
    .trim();
  const listed = head === '' ? [] : await listCommit(git, head);
  if (listed.length === 0) {
    // A folder that another repository ignores has no history of its own.
    const ignored = await git(['check-ignore', '--quiet', '.']);
    if (ignored.code === 0 || (head !== '' && prefix !== '')) return plainFolder(root);
    throw noCommit(root);
  }
  const branch = (await git(['symbolic-ref', '--quiet', '--short', 'HEAD'])).stdout
    .toString()
    .trim();
  const status = await mustGit(git, [
    'status',
    '--porcelain',
    '-z',
    '--untracked-files=no',
    '--',
    '.',
  ]);
  const uncommitted = status
    .toString()
    .split('\0')
    .filter((line) => line !== '');
  return {
    root,
    repository: {
      git,
      top,
      prefix,
      head,
      branch: branch === '' ? undefined : branch,
      uncommitted: uncommitted.map((line) => line.slice(3)),
    },
    paths: new Set(listed.map(({ path }) => path)),
    read: (paths) => readCommitted(git, listed, new Set(paths)),
  };
}

interface Listed {
  readonly path: string;
  readonly mode: FileMode;
  readonly id: string;
  readonly size: number;
}

/** Files below the current folder; submodules are another repository's matter. */
async function listCommit(git: Git, commit: string): Promise<Listed[]> {
  const output = await mustGit(git, ['ls-tree', '-r', '-z', '-l', commit, '.']);
  return output
    .toString()
    .split('\0')
    .flatMap((line) => {
      const [, mode = '', id = '', size = '', path = ''] =
        /^(\d+) blob (\w+) +(\d+)\t([^]*)$/.exec(line) ?? [];
      return path === '' ? [] : [{ path, id, mode: mode as FileMode, size: Number(size) }];
    });
}

async function readCommitted(
  git: Git,
  listed: readonly Listed[],
  paths: ReadonlySet<string>,
): Promise<Tree> {
  const wanted = listed.filter(({ path, size }) => paths.has(path) && size <= LARGEST_FILE);
  const blobs = await readBlobs(
    git,
    wanted.map(({ id }) => id),
  );
  return new Map(
    wanted.map(({ path, mode }, i): [string, Entry] => [
      path,
      { mode, bytes: blobs[i] ?? new Uint8Array() },
    ]),
  );
}

async function plainFolder(root: string): Promise<Project> {
  const listed = new Map<string, FileMode | undefined>();
  await listFolder(root, '', listed);
  return {
    root,
    repository: undefined,
    paths: new Set(listed.keys()),
    async read(paths) {
      const entries = [...paths].flatMap((path) => {
        const mode = listed.get(path);
        return mode === undefined ? [] : [{ path, mode }];
      });
      return new Map(
        await Promise.all(
          entries.map(async ({ path, mode }): Promise<[string, Entry]> => {
            const bytes = mode === '120000' ? new Uint8Array() : await readFile(join(root, path));
            return [path, { mode, bytes }];
          }),
        ),
      );
    },
  };
}

async function listFolder(
  root: string,
  below: string,
  found: Map<string, FileMode | undefined>,
): Promise<void> {
  for (const entry of await readdir(join(root, below), { withFileTypes: true })) {
    if (NOT_THE_APPS.test(entry.name) && (below === '' || entry.name === '.git')) continue;
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) await listFolder(root, path, found);
    else if (entry.isSymbolicLink()) found.set(path, '120000');
    else if (entry.isFile()) {
      const { size, mode } = await lstat(join(root, path));
      const kind = (mode & 0o100) === 0 ? '100644' : '100755';
      found.set(path, size <= LARGEST_FILE ? kind : undefined);
    }
  }
}

function noFolder(file: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/no-such-file',
      'このフォルダーはありません。アプリのフォルダーを書いてください。',
      'There is no such folder. Name the folder of the app.',
      { file },
    ),
  );
}

function bareRepository(file: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/bare-repository',
      'これは作業フォルダーのないGitリポジトリーです。\n「git clone」した先で実行してください。',
      'This is a Git repository without a work tree. Clone it, and run this in the clone.',
      { file },
    ),
  );
}

function noCommit(file: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/no-commit',
      'まだコミットがありません。\n「git add -A」と「git commit」を先に実行してください。',
      'Nothing is committed yet. Run git add -A and git commit first.',
      { file },
    ),
  );
}
