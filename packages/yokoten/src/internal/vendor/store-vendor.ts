import { constants } from 'node:fs';
import {
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { linkOnTheWay } from '../link-on-the-way.ts';
import { NPM_LOCK } from './npm-lock.ts';

/** What a run leaves in the app. */
export interface VendorOutcome {
  /** Files to copy in, by path in the app. */
  readonly tarballs: ReadonlyMap<string, string>;
  /** Texts by path in the app; npm's list is put in place after everything it points at. */
  readonly texts: ReadonlyMap<string, string>;
  /** Paths of tarballs that nothing points at any more. */
  readonly unneeded: readonly string[];
}

const ASIDE = '.yokoten-vendor-';
const AN_HOUR = 3_600_000;

/**
 * Stores tarballs in an app. Everything is written aside first and moved to its place file by file, npm's list last:
 * ended before that moment, the list still means what it meant, and all of what it points at is there.
 *
 * @throws YokotenError `yokoten/link-on-the-way`
 */
export async function storeVendor(root: string, outcome: VendorOutcome): Promise<void> {
  const { tarballs, texts, unneeded } = outcome;
  const lock = texts.get(NPM_LOCK);
  const others = [...texts].filter(([path]) => path !== NPM_LOCK);
  const hidden = await aside(root);
  try {
    const moves: [string, string][] = [];
    for (const [path, file] of tarballs) {
      const staged = join(hidden, `${moves.length}-${basename(path)}`);
      await copyFile(file, staged, constants.COPYFILE_EXCL);
      moves.push([staged, path]);
    }
    for (const [path, text] of [
      ...others,
      ...(lock === undefined ? [] : [[NPM_LOCK, lock] as const]),
    ]) {
      const staged = join(hidden, `${moves.length}-${basename(path)}`);
      await writeFile(staged, text);
      moves.push([staged, path]);
    }
    for (const path of new Set(moves.map(([, to]) => dirname(to)))) await plainFolder(root, path);
    for (const [staged, path] of moves) await rename(staged, join(root, path));
    for (const path of unneeded) await rm(join(root, path), { force: true });
  } finally {
    await rm(hidden, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A folder on the way that is a link would lead elsewhere. */
async function plainFolder(root: string, path: string): Promise<void> {
  const parts = path === '.' ? [] : path.split('/');
  for (let length = 1; length <= parts.length; length += 1) {
    const folder = join(root, ...parts.slice(0, length));
    const there = await lstat(folder).catch(() => undefined);
    if (there === undefined) await mkdir(folder);
    else if (!there.isDirectory()) throw linkOnTheWay(parts.slice(0, length).join('/'));
  }
}

/** A hidden folder on the same disk. What a run that was killed left behind an hour ago or more is taken away. */
async function aside(root: string): Promise<string> {
  for (const name of await readdir(root)) {
    if (!name.startsWith(ASIDE)) continue;
    const left = await stat(join(root, name)).catch(() => undefined);
    if (left !== undefined && Date.now() - left.mtimeMs > AN_HOUR)
      await rm(join(root, name), { recursive: true, force: true, maxRetries: 5 });
  }
  return mkdtemp(join(root, ASIDE));
}
