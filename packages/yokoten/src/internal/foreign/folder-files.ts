import { constants } from 'node:fs';
import { lstat, open, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../fault.ts';
import { admit } from './admit.ts';
import { blobHash } from './blob-reader.ts';
import { changed, leftOut, tooLarge, tooMany } from './faults.ts';
import type { Candidate, ForeignFile } from './foreign.ts';
import { byPath } from './git-files.ts';
import { isPointer } from './lfs-pointer.ts';
import type { ForeignLimits } from './limits.ts';

/**
 * The files of a folder as they lie on the disk. Links are not followed, and installed packages and repositories inside
 * it are not entered.
 *
 * @throws YokotenError `yokoten/foreign-too-many-files`, `yokoten/foreign-too-large`
 */
export async function filesOfFolder(
  root: string,
  limits: ForeignLimits,
  signal: AbortSignal,
): Promise<{ readonly files: readonly ForeignFile[]; readonly leftOut: readonly Fault[] }> {
  const found: Candidate[] = [];
  for await (const one of walk(root, limits.depth)) {
    signal.throwIfAborted();
    found.push(one);
    if (found.length > limits.files) throw tooMany(root, limits.files);
  }
  const { paths, leftOut: refused } = admit(found, limits.depth);
  const out = [...refused];
  const files: ForeignFile[] = [];
  let total = 0;
  for (const path of paths) {
    signal.throwIfAborted();
    const file = join(root, path);
    const { size } = await lstat(file);
    if (size > limits.file) {
      out.push(leftOut(path, 'large'));
      continue;
    }
    total += size;
    if (total > limits.total) throw tooLarge(root, total, limits.total);
    const bytes = await readPlain(file, limits.file);
    if (bytes === undefined) out.push(leftOut(path, 'other'));
    else if (isPointer(bytes)) out.push(leftOut(path, 'pointer'));
    else files.push(fileAt(file, path, bytes, limits.file));
  }
  return { files: files.toSorted(byPath), leftOut: out };
}

function fileAt(file: string, path: string, bytes: Uint8Array, largest: number): ForeignFile {
  const blob = blobHash(bytes);
  return {
    path,
    size: bytes.byteLength,
    blob,
    async read() {
      const now = await readPlain(file, largest);
      if (now === undefined || blobHash(now) !== blob) throw changed(path);
      return now;
    },
  };
}

async function* walk(folder: string, depth: number, before = ''): AsyncGenerator<Candidate> {
  for await (const entry of await opendir(folder)) {
    const path = before + entry.name;
    if (before === '' && entry.name === '.git') continue;
    if (entry.isSymbolicLink()) yield { path, kind: 'link' };
    else if (entry.isFile()) yield { path, kind: 'file' };
    else if (!entry.isDirectory()) yield { path, kind: 'other' };
    else yield* inside(join(folder, entry.name), path, depth);
  }
}

async function* inside(folder: string, path: string, depth: number): AsyncGenerator<Candidate> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const own = await lstat(join(folder, '.git')).catch(() => undefined);
  if (name === 'node_modules' || own !== undefined) yield { path, kind: 'installed' };
  else if (depth === 0) yield { path: `${path}/`, kind: 'other' };
  else yield* walk(folder, depth - 1, `${path}/`);
}

/** Opens without following a link and without waiting for a pipe; `undefined` for whatever is no plain file. */
async function readPlain(file: string, largest: number): Promise<Uint8Array | undefined> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(file, flags).catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const { size } = await handle.stat();
    if (!(await handle.stat()).isFile() || size > largest) return undefined;
    // To the size it has now: a file that grows meanwhile, or has no end, is not read on.
    const bytes = Buffer.alloc(size);
    let at = 0;
    while (at < size) {
      const { bytesRead } = await handle.read(bytes, at, size - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return bytes.subarray(0, at);
  } finally {
    await handle.close();
  }
}
