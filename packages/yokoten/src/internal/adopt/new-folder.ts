import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fault, YokotenError } from '../fault.ts';
import { aside } from '../upgrade/aside.ts';
import { writeInside } from '../upgrade/write-inside.ts';

/** Where a new app will stand, looked at before anything is written. */
export interface NewFolder {
  readonly folder: string;
  /** The nearest folder above that exists. */
  readonly parent: string;
  /** What is still to be made below `parent`, the app's own folder last; empty where it exists. */
  readonly missing: readonly string[];
}

/** An app that is complete, and not yet at its place. */
export interface StagedApp {
  readonly root: string;
  /** Moves it to its place in one step. */
  publish(): Promise<void>;
  /** Removes what is left of it. */
  discard(): Promise<void>;
}

const ASIDE = '.yokoten-adopt-';

/**
 * Looks where the new app will stand: a folder that is not there, or an empty one.
 *
 * @throws YokotenError `yokoten/adopt-place-taken`
 */
export async function newFolder(asked: string): Promise<NewFolder> {
  const folder = resolve(asked);
  let parent = folder;
  while (!existsSync(parent) && dirname(parent) !== parent) parent = dirname(parent);
  const there = await stat(parent);
  if (!there.isDirectory()) throw taken(parent);
  const missing = relative(parent, folder)
    .split(sep)
    .filter((part) => part !== '');
  if (missing.length === 0 && (await readdir(folder)).length > 0) throw taken(folder);
  // An empty folder is replaced as a whole: its own parent is where the new one is made.
  return missing.length === 0
    ? { folder, parent: dirname(folder), missing }
    : { folder, parent, missing };
}

/**
 * Writes an app aside, on the same disk as its place. Ended at any moment, the place is as it was, or the app is there
 * as a whole.
 *
 * @throws YokotenError `yokoten/cannot-write`, `yokoten/link-on-the-way`
 */
export async function stageApp(
  { folder, parent, missing }: NewFolder,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<StagedApp> {
  const hidden = await writing(parent, () => aside(parent, ASIDE));
  const root = join(hidden, ...(missing.length > 0 ? missing : ['app']));
  const discard = (): Promise<void> => rm(hidden, { recursive: true, force: true, maxRetries: 5 });
  try {
    await writing(parent, async () => {
      await mkdir(root, { recursive: true });
      for (const [path, bytes] of files) await writeInside(root, path, { bytes, mode: '100644' });
    });
  } catch (error) {
    await discard();
    throw error;
  }
  const publish = (): Promise<void> =>
    writing(folder, async () => {
      const [first] = missing;
      if (first !== undefined) {
        await rename(join(hidden, first), join(parent, first));
        return;
      }
      // Only Windows does not take an empty folder's place.
      if (process.platform === 'win32') await rmdir(folder);
      await rename(root, folder);
    });
  return { root, publish, discard };
}

async function writing<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof YokotenError || !(cause instanceof Error && 'code' in cause)) throw cause;
    const error = new YokotenError(
      fault(
        'yokoten/cannot-write',
        `書き込めません（${cause.message}）。\n書き込める場所を「--out」で指定してください。`,
        `Cannot write (${cause.message}). Choose a place you may write to with --out.`,
        { file },
      ),
    );
    throw Object.assign(error, { cause });
  }
}

function taken(file: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/adopt-place-taken',
      'ここには、もうファイルがあります。\n新しいフォルダーの名前を「--out」で指定してください。',
      'There are files here already. Name a new folder with --out.',
      { file },
    ),
  );
}
