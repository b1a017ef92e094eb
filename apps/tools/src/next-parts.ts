import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A release of a package in which one line of one part is another. */
export interface NextParts {
  /** Tarball of the package. */
  readonly tarball: string;
  readonly version: string;
}

/** Rewrites files of a tarball. */
export type Edit = (path: string, change: (text: string) => string) => void;

/**
 * A tarball once more, with some of its files edited.
 *
 * @param folder where the result is left
 * @param name file name of the result
 */
export function editedTarball(
  tarball: string,
  folder: string,
  name: string,
  edits: (edit: Edit) => void,
): string {
  const aside = mkdtempSync(join(folder, 'tarball-'));
  execFileSync('tar', ['xzf', tarball, '-C', aside]);
  edits((path, change) => {
    const file = join(aside, 'package', path);
    const before = readFileSync(file, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${path} is not as it was.`);
    writeFileSync(file, after);
  });
  const result = join(folder, name);
  execFileSync('tar', ['czf', result, '-C', aside, 'package']);
  return result;
}

/**
 * The next patch release of a package, in which a part says something else.
 *
 * @param module the part's module below `dist`
 * @param change from and to: a text that stands in the part and in its compiled module
 */
export function nextParts(
  tarball: string,
  folder: string,
  { id, module, change: [from, to] }: { id: string; module: string; change: [string, string] },
): NextParts {
  let version = '';
  const result = editedTarball(tarball, folder, 'next-parts.tgz', (edit) => {
    edit('package.json', (text) =>
      text.replace(/"version": "(\d+)\.(\d+)\.(\d+)"/, (_, major, minor, patch: string) => {
        version = `${major}.${minor}.${Number(patch) + 1}`;
        return `"version": "${version}"`;
      }),
    );
    edit(`dist/${module}`, (text) => text.replace(from, to));
    let hash = ['', ''];
    edit(`dist/parts/${id}.txt`, (text) => {
      const changed = text.replace(from, to);
      hash = [sha256(text), sha256(changed)];
      return changed;
    });
    edit('dist/parts/parts.json', (text) => text.replace(hash[0] ?? '', hash[1] ?? ''));
  });
  return { tarball: result, version };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
