import { chmod, lstat, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { linkOnTheWay } from '../link-on-the-way.ts';
import { isSafePath } from './safe-path.ts';
import type { Entry } from './tree.ts';

/**
 * Writes or removes a file below a folder. A folder on the way that is a symbolic link would lead elsewhere, so it is
 * refused, and a link at the place itself is replaced, not followed.
 *
 * @throws YokotenError `yokoten/link-on-the-way`
 */
export async function writeInside(root: string, path: string, entry: Entry | null): Promise<void> {
  const parts = path.split('/');
  if (!isSafePath(path)) throw linkOnTheWay(path);
  for (let length = 1; length < parts.length; length += 1) {
    const there = await lstat(join(root, ...parts.slice(0, length))).catch(() => undefined);
    if (there !== undefined && !there.isDirectory()) throw linkOnTheWay(path);
  }
  const file = join(root, path);
  await rm(file, { force: true });
  if (entry === null) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, entry.bytes);
  if (entry.mode === '100755') await chmod(file, 0o755);
}
