import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitFailed, gitIn, mustGit, type Git } from '../upgrade/git.ts';

/**
 * Name of the branch with the newest daily data. It has exactly one commit, without a parent, and shares nothing with
 * the branch of the app: however long it goes on, whoever clones or forks gets one day's data.
 */
const DATA_BRANCH = 'data';

/** The branch as the remote has it. */
export interface DataBranch {
  readonly commit: string;
  readonly tree: string;
  /** The bytes of a file, or `undefined` where the branch has none of that name. */
  read(path: string): Promise<Uint8Array | undefined>;
}

/** Fetches the one commit of the branch; `undefined` where there is no such branch yet. */
export async function fetchDataBranch(git: Git): Promise<DataBranch | undefined> {
  const ref = `refs/heads/${DATA_BRANCH}`;
  const [line = ''] = (await mustGit(git, ['ls-remote', 'origin', ref])).toString().split('\n');
  const [commit = ''] = line.split('\t');
  if (commit === '') return undefined;
  await mustGit(git, ['fetch', '--quiet', '--no-tags', '--depth', '1', 'origin', commit]);
  const tree = (await mustGit(git, ['rev-parse', `${commit}^{tree}`])).toString().trim();
  return {
    commit,
    tree,
    read: async (path) => {
      const { code, stdout } = await git(['cat-file', 'blob', `${commit}:${path}`]);
      return code === 0 ? stdout : undefined;
    },
  };
}

/**
 * Makes files the one commit of the branch.
 *
 * @param before the branch as it was read; one that another run changed since is not overwritten
 * @returns whether anything was pushed: nothing is where the branch holds the very same
 * @throws YokotenError `yokoten/git-failed`
 */
export async function pushDataBranch(
  root: string,
  files: ReadonlyMap<string, Uint8Array>,
  before: DataBranch | undefined,
  env: Readonly<Record<string, string>>,
): Promise<boolean> {
  const aside = await mkdtemp(join(tmpdir(), 'yokoten-data-'));
  try {
    const git = gitIn(root, { ...IDENTITY, ...env, GIT_INDEX_FILE: join(aside, 'index') });
    for (const [path, bytes] of files) {
      const blob = await mustGit(git, ['hash-object', '-w', '--stdin'], bytes);
      const entry = `100644,${blob.toString().trim()},${path}`;
      await mustGit(git, ['update-index', '--add', '--cacheinfo', entry]);
    }
    const tree = (await mustGit(git, ['write-tree'])).toString().trim();
    if (tree === before?.tree) return false;
    const made = await mustGit(git, ['commit-tree', tree, '-m', 'Newest data']);
    const ref = `refs/heads/${DATA_BRANCH}`;
    const lease = `--force-with-lease=${ref}:${before?.commit ?? ''}`;
    const args = ['push', '--quiet', lease, 'origin', `${made.toString().trim()}:${ref}`];
    const { code, stderr } = await git(args);
    if (code !== 0) throw gitFailed(args, stderr);
    return true;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** Who the commit is by where nobody is set up: a machine that runs every night has no name of its own. */
const IDENTITY = {
  GIT_AUTHOR_NAME: 'github-actions[bot]',
  GIT_AUTHOR_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
  GIT_COMMITTER_NAME: 'github-actions[bot]',
  GIT_COMMITTER_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
} as const;

/**
 * What Git needs to reach the remote where a checkout left no token behind: that of the workflow, for its own server
 * alone and out of the list of processes.
 */
export function tokenSettings(
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const { GITHUB_TOKEN: token, GITHUB_SERVER_URL: server } = env;
  if (token === undefined || token === '' || server?.startsWith('https://') !== true) return {};
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${server}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
  };
}
