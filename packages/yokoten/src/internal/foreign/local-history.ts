import { lstat, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SafeGit } from './safe-git.ts';

/** A hostile file of references may be endless. */
const LARGEST = 5_000_000;

const COMMIT = /^[0-9a-f]{40}$/;

/** The objects of a repository and the commit it stands at. */
export interface LocalHistory {
  readonly git: SafeGit;
  readonly commit: string;
}

/**
 * Finds the commit of a repository on the disk by reading its files, and opens its objects from a repository of our
 * own: its settings (`core.fsmonitor`, filters, includes …), hooks and stores elsewhere are never looked at.
 *
 * @param at the folder with `HEAD` and `objects`
 * @returns `undefined` where it is not in the usual form: a link, a store elsewhere, no commit
 */
export async function localHistory(at: string, git: SafeGit): Promise<LocalHistory | undefined> {
  const objects = join(at, 'objects');
  if (!(await isFolder(at)) || !(await isFolder(objects))) return undefined;
  for (const part of ['info', 'pack'])
    if ((await kindAt(join(objects, part))) === 'other') return undefined;
  for (const elsewhere of ['info/alternates', 'info/http-alternates'])
    if ((await kindAt(join(objects, elsewhere))) !== 'nothing') return undefined;
  const commit = await headOf(at);
  if (commit === undefined) return undefined;
  const shallow = await textAt(join(at, 'shallow'));
  const lines = (shallow ?? '').split('\n').filter((line) => COMMIT.test(line));
  if (lines.length > 0) await writeFile(join(git.folder, 'git/shallow'), `${lines.join('\n')}\n`);
  return { git: { ...git, objects }, commit };
}

/** Whether a folder is a repository itself, without files beside it. */
export async function isBareRepository(folder: string): Promise<boolean> {
  return (
    (await isFolder(join(folder, 'objects'))) &&
    (await isFolder(join(folder, 'refs'))) &&
    (await kindAt(join(folder, 'HEAD'))) === 'file'
  );
}

async function headOf(at: string): Promise<string | undefined> {
  const head = (await textAt(join(at, 'HEAD')))?.trim() ?? '';
  if (COMMIT.test(head)) return head;
  const name = /^ref: (refs\/heads\/[\p{L}\p{M}\p{N}._/-]+)$/u.exec(head)?.[1];
  if (name === undefined || name.split('/').some((part) => /^\.|^$|\.$/.test(part)))
    return undefined;
  const loose = (await textAt(join(at, ...name.split('/'))))?.trim();
  if (loose !== undefined) return COMMIT.test(loose) ? loose : undefined;
  const packed = (await textAt(join(at, 'packed-refs'))) ?? '';
  const line = packed.split('\n').find((one) => one.slice(41) === name);
  const commit = line?.slice(0, 40) ?? '';
  return COMMIT.test(commit) ? commit : undefined;
}

async function textAt(file: string): Promise<string | undefined> {
  const there = await lstat(file).catch(() => undefined);
  if (there === undefined || !there.isFile() || there.size > LARGEST) return undefined;
  return readFile(file, 'utf8');
}

async function isFolder(path: string): Promise<boolean> {
  return (await kindAt(path)) === 'folder';
}

async function kindAt(path: string): Promise<'file' | 'folder' | 'other' | 'nothing'> {
  const there = await lstat(path).catch(() => undefined);
  if (there === undefined) return 'nothing';
  if (there.isDirectory()) return 'folder';
  return there.isFile() ? 'file' : 'other';
}
