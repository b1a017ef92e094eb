import type { Fault } from '../fault.ts';
import { isSafePath, withoutUnseen } from '../upgrade/safe-path.ts';
import { leftOut } from './faults.ts';
import type { Candidate } from './foreign.ts';

/** Stands where a name is no UTF-8. */
const UNREADABLE = '\ufffd';

/** Thousands of files of packages are one folder that stays out. */
const INSTALLED = /^(?:[^/]+\/)*?node_modules(?=\/|$)/;

/**
 * Sorts what was found into the paths that may be read and what stays out. Names that fall together on a system
 * without case are ambiguous, so none of them is taken.
 */
export function admit(
  found: readonly Candidate[],
  depth: number,
): { readonly paths: ReadonlySet<string>; readonly leftOut: readonly Fault[] } {
  const out: Fault[] = [];
  const plain: string[] = [];
  const installed = new Set<string>();
  for (const { path, kind } of found) {
    const folder = INSTALLED.exec(path)?.[0];
    if (folder !== undefined || kind === 'installed') installed.add(folder ?? path);
    else if (!isReadable(path, depth)) out.push(leftOut(path, 'path'));
    else if (kind === 'file') plain.push(path);
    else out.push(leftOut(path, kind));
  }
  for (const folder of installed) out.push(leftOut(folder, 'installed'));
  const counts = countNames(plain);
  const paths = new Set<string>();
  for (const path of plain) {
    if (counts.files.get(fold(path)) === 1 && !counts.folders.has(fold(path))) paths.add(path);
    else out.push(leftOut(path, 'same'));
  }
  return { paths, leftOut: out };
}

function countNames(paths: readonly string[]): {
  readonly files: ReadonlyMap<string, number>;
  readonly folders: ReadonlySet<string>;
} {
  const files = new Map<string, number>();
  const folders = new Set<string>();
  for (const path of paths) {
    const folded = fold(path);
    files.set(folded, (files.get(folded) ?? 0) + 1);
    for (let at = folded.indexOf('/'); at !== -1; at = folded.indexOf('/', at + 1))
      folders.add(folded.slice(0, at));
  }
  return { files, folders };
}

/** A name as Windows and macOS compare it, roughly: without case, and with its marks put together. */
function fold(path: string): string {
  return withoutUnseen(path).normalize('NFC').toLowerCase();
}

function isReadable(path: string, depth: number): boolean {
  return !path.includes(UNREADABLE) && isSafePath(path) && path.split('/').length <= depth + 1;
}
