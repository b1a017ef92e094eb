import { lstat, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from '../fault.ts';
import { YokotenError } from '../fault.ts';
import { placeOf } from './address.ts';
import { leftOut, noFolder, tooSlow } from './faults.ts';
import { emptyRepository, fetchBlobs, fetchHead, networkSettings } from './fetch-repository.ts';
import { filesOfFolder } from './folder-files.ts';
import type { ForeignTree } from './foreign.ts';
import { filesOfCommit, treesBefore } from './git-files.ts';
import { FOREIGN_LIMITS, type ForeignLimits } from './limits.ts';
import { isBareRepository, localHistory } from './local-history.ts';

/** How a foreign place is opened. */
export interface ForeignOptions {
  readonly signal?: AbortSignal;
  readonly limits?: ForeignLimits;
}

/**
 * Opens a folder, a repository on the disk or a public repository on the network to be read. Nothing of it is run,
 * checked out, or followed to another place.
 *
 * @param source a folder, or an address with https
 * @throws YokotenError `yokoten/foreign-address`, `yokoten/no-such-file`, `yokoten/foreign-needs-git`,
 * `yokoten/foreign-unreachable`, `yokoten/foreign-too-large`, `yokoten/foreign-too-many-files`,
 * `yokoten/foreign-too-slow`, `yokoten/foreign-empty`, `yokoten/foreign-damaged`
 */
export async function openForeign(
  source: string,
  { signal, limits = FOREIGN_LIMITS }: ForeignOptions,
): Promise<ForeignTree> {
  const place = placeOf(source);
  const late = AbortSignal.timeout(limits.time);
  const either = signal === undefined ? late : AbortSignal.any([signal, late]);
  const temporary = await mkdtemp(join(await realpath(tmpdir()), 'yokoten-foreign-'));
  const remove = (): Promise<void> =>
    rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  try {
    const tree =
      place.kind === 'url'
        ? await openAddress(place.url, temporary, limits, either)
        : await openFolder(place.folder, temporary, limits, either);
    return {
      ...tree,
      name: place.name,
      ...(place.kind === 'url' && { url: place.url }),
      async close() {
        await tree.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    if (late.aborted && signal?.aborted !== true) throw tooSlow(source, limits.time);
    throw error;
  }
}

type Opened = Omit<ForeignTree, 'name' | 'url'>;

async function openAddress(
  url: string,
  temporary: string,
  limits: ForeignLimits,
  signal: AbortSignal,
): Promise<Opened> {
  const own = await emptyRepository(temporary, limits);
  const git = { ...own, network: await networkSettings(own) };
  const fetching = { git, url, limits, signal };
  const commit = await fetchHead(fetching);
  const bring = (blobs: readonly string[]): Promise<void> => fetchBlobs(fetching, blobs);
  const reading = { git, source: url, limits, signal, bring };
  const trees = await treesBefore(commit, reading);
  const read = await filesOfCommit(commit, reading);
  return { ...read, trees, close: async () => read.close() };
}

async function openFolder(
  folder: string,
  temporary: string,
  limits: ForeignLimits,
  signal: AbortSignal,
): Promise<Opened> {
  const there = await lstat(folder).catch(() => undefined);
  const root = there?.isSymbolicLink() === true ? await realpath(folder) : folder;
  if (there === undefined || !(await lstat(root)).isDirectory()) throw noFolder(folder);
  if (await isBareRepository(root)) return openBare(root, temporary, limits, signal);
  const listed = await filesOfFolder(root, limits, signal);
  const history = await historyOf(root, temporary, limits, signal);
  return {
    files: listed.files,
    leftOut: [...listed.leftOut, ...history.leftOut],
    trees: history.trees,
    close: async () => undefined,
  };
}

async function openBare(
  root: string,
  temporary: string,
  limits: ForeignLimits,
  signal: AbortSignal,
): Promise<Opened> {
  const found = await localHistory(root, await emptyRepository(temporary, limits));
  if (found === undefined) throw noFolder(root);
  const reading = { git: found.git, source: root, limits, signal };
  const trees = await treesBefore(found.commit, reading);
  const read = await filesOfCommit(found.commit, reading);
  return { ...read, trees, close: async () => read.close() };
}

/** The root trees of a work tree's commits; where they cannot be read this is said, and the files stay. */
async function historyOf(
  root: string,
  temporary: string,
  limits: ForeignLimits,
  signal: AbortSignal,
): Promise<{ readonly trees: readonly string[]; readonly leftOut: readonly Fault[] }> {
  const at = join(root, '.git');
  if ((await lstat(at).catch(() => undefined)) === undefined) return { trees: [], leftOut: [] };
  const unread = { trees: [], leftOut: [leftOut('.git', 'history')] };
  try {
    const found = await localHistory(at, await emptyRepository(temporary, limits));
    if (found === undefined) return unread;
    const reading = { git: found.git, source: root, limits, signal };
    return { trees: await treesBefore(found.commit, reading), leftOut: [] };
  } catch (error) {
    if (error instanceof YokotenError) return unread;
    throw error;
  }
}
