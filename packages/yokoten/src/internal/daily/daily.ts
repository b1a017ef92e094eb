import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  DataLock,
  LockedFile,
  PulledFile,
  PullError,
  PullOptions,
} from '@yokoten/open-data/pull';
import { DATA_LOCK } from '../data-origins.ts';
import { fault, stopOn, type Fault } from '../fault.ts';
import { readText } from '../project-files.ts';
import { gitIn } from '../upgrade/git.ts';
import { textEntry } from '../upgrade/tree.ts';
import { writeInside } from '../upgrade/write-inside.ts';
import { BRANCH_README } from './branch-readme.ts';
import { namedFiles, type DailyFile } from './daily-files.ts';
import { fetchDataBranch, pushDataBranch, tokenSettings, type DataBranch } from './data-branch.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What was done, or would be. */
export interface DailyReport {
  readonly files: readonly PulledFile[];
  /** Files that have an address and are committed all the same: the owner's, left as they are. */
  readonly committed: readonly DailyFile[];
  /** Whether the branch was changed. */
  readonly pushed: boolean;
}

/**
 * Puts the files of the branch in their places, with what is recorded of them. A file that is there already stays.
 *
 * @throws YokotenError `yokoten/not-an-app`, `yokoten/git-failed`, `open-data/broken-lock`
 */
export async function restoreDaily(root: string, env: Environment): Promise<DailyReport> {
  const { daily, committed } = await namedFiles(root);
  const branch = daily.length === 0 ? undefined : await branchOf(root, env);
  const restored = branch === undefined ? [] : await restore(root, daily, branch);
  return { files: restored, committed, pushed: false };
}

/**
 * Fetches what is newer at the sources. A file that is gone, unreadable or suddenly less than half as large as it was
 * stops everything: nothing is kept, and the site stays as it is.
 *
 * @throws YokotenError as `restoreDaily` does, the code of whatever cannot be fetched, `yokoten/daily-shrunk`
 */
export async function pullDaily(
  root: string,
  env: Environment,
  options: Omit<PullOptions, 'folder'>,
  allowSmaller = false,
): Promise<DailyReport> {
  const { daily, committed } = await namedFiles(root);
  if (daily.length === 0) return { files: [], committed, pushed: false };
  const branch = await branchOf(root, env);
  if (branch !== undefined) await restore(root, daily, branch);
  const before = (await lockIn(root)).files;
  const { pull } = await import('@yokoten/open-data/pull');
  const { files } = await pull(daily, { ...options, folder: root, update: true });
  stopOn(files.flatMap(({ file, error }) => (error ? [cannotFetch(file, error)] : [])));
  const faults = files.flatMap(({ file, bytes = 0 }) => {
    const was = before.find((one) => one.file === file)?.bytes ?? 0;
    return bytes * 2 < was && !allowSmaller ? [shrunk(file, was, bytes)] : [];
  });
  stopOn(faults);
  return { files, committed, pushed: false };
}

/**
 * Makes the daily files, as they are here, the one commit of the branch.
 *
 * @throws YokotenError as `restoreDaily` does
 */
export async function keepDaily(root: string, env: Environment): Promise<DailyReport> {
  const { daily, committed } = await namedFiles(root);
  const { formatLock } = await import('@yokoten/open-data/pull');
  const names = new Set(daily.map(({ file }) => file));
  const locked = (await lockIn(root)).files.filter(({ file }) => names.has(file));
  const before = await branchOf(root, env);
  if (locked.length === 0 && before === undefined) return { files: [], committed, pushed: false };
  const files = new Map<string, Uint8Array>();
  for (const { file } of locked) files.set(file, await readFile(join(root, file)));
  const lock: DataLock = { lockfileVersion: 1, files: locked };
  files.set(DATA_LOCK, new TextEncoder().encode(formatLock(lock)));
  files.set('README.md', new TextEncoder().encode(BRANCH_README));
  const pushed = await pushDataBranch(root, files, before, tokenSettings(env));
  return { files: locked.map((one) => asKept(one)), committed, pushed };
}

function branchOf(root: string, env: Environment): Promise<DataBranch | undefined> {
  return fetchDataBranch(gitIn(root, tokenSettings(env)));
}

/** Takes nothing on trust: a file counts only where name, address and hash are those that are recorded beside it. */
async function restore(
  root: string,
  daily: readonly DailyFile[],
  branch: DataBranch,
): Promise<PulledFile[]> {
  const { formatLock, parseLock } = await import('@yokoten/open-data/pull');
  const text = await branch.read(DATA_LOCK);
  if (text === undefined) return [];
  const recorded = parseLock(new TextDecoder().decode(text)).files;
  const own = await lockIn(root);
  const restored: LockedFile[] = [];
  for (const { file, url } of daily) {
    const one = recorded.find((entry) => entry.file === file && entry.url === url);
    const bytes = one && (await branch.read(file));
    if (one === undefined || bytes === undefined || sha256(bytes) !== one.sha256) continue;
    const here = await readFile(join(root, file)).catch(() => undefined);
    if (here === undefined) await writeInside(root, file, { mode: '100644', bytes });
    else if (sha256(here) !== one.sha256) continue;
    restored.push(one);
  }
  const names = new Set(restored.map(({ file }) => file));
  const files = [...own.files.filter(({ file }) => !names.has(file)), ...restored];
  await writeInside(root, DATA_LOCK, textEntry(formatLock({ lockfileVersion: 1, files })));
  return restored.map((one) => asKept(one));
}

async function lockIn(root: string): Promise<DataLock> {
  const { parseLock } = await import('@yokoten/open-data/pull');
  const text = await readText(root, DATA_LOCK);
  return text === undefined ? { lockfileVersion: 1, files: [] } : parseLock(text);
}

function asKept({ file, url, bytes }: LockedFile): PulledFile {
  return { file, url, bytes, status: 'kept' };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function cannotFetch(
  file: string,
  { code, text }: Pick<PullError, 'text'> & { code: string },
): Fault {
  return { code, message: text, place: { file } };
}

function shrunk(file: string, was: number, bytes: number): Fault {
  return fault(
    'yokoten/daily-shrunk',
    `新しいデータは ${bytes} バイトで、前の ${was} バイトの半分もありません。\n取得先を確かめてください。正しければ「--allow-smaller」を付けます。`,
    `The new data has ${bytes} bytes, less than half of the ${was} it had. Look at the source; if it is right, add --allow-smaller.`,
    { file },
  );
}
