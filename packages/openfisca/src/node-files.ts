import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { OpenFiscaError } from './error.ts';
import type { PackageFiles } from './package-files.ts';

/** Bytes of one file; the largest known has a hundredth of it. */
const MOST_BYTES = 20_000_000;
/** Files of one package; the largest known has a fifth of it. */
const MOST_FILES = 50_000;

/**
 * The files of a country package on this machine. Links that lead out of the folder are not followed.
 * @throws OpenFiscaError `openfisca/cannot-read`
 */
export function packageFolder(folder: string): PackageFiles {
  if (!existsSync(join(folder, '__init__.py'))) throw notAPackage(folder);
  const root = realpathSync(folder);
  const inside = (path: string): boolean => {
    const way = relative(root, path);
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`);
  };
  const files = listFiles(root);
  return {
    module: basename(root),
    read(path) {
      const full = join(root, ...path.split('/'));
      if (!inside(full) || !existsSync(full)) return undefined;
      const real = realpathSync(full);
      if (!inside(real)) return undefined;
      const { size } = lstatSync(real);
      if (!lstatSync(real).isFile()) return undefined;
      if (size > MOST_BYTES) throw tooLarge(path, size);
      return readFileSync(real, 'utf8');
    },
    list(start) {
      return files.filter((path) => start === '' || path.startsWith(`${start}/`));
    },
  };
}

function listFiles(root: string): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.name === '__pycache__' || entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile())
        found.push(relative(root, path).split(sep).join('/').normalize('NFC'));
      if (found.length > MOST_FILES) throw tooLarge(root, found.length);
    }
  };
  walk(root);
  return found.sort();
}

function notAPackage(folder: string): OpenFiscaError {
  return new OpenFiscaError('openfisca/cannot-read', {
    ja: `「${folder}」は、OpenFiscaの国のパッケージではありません（__init__.pyがない）。`,
    en: `"${folder}" is no OpenFisca country package: it has no __init__.py.`,
  });
}

function tooLarge(path: string, size: number): OpenFiscaError {
  return new OpenFiscaError('openfisca/too-large', {
    ja: `「${path}」が大きすぎます（${size}）。`,
    en: `"${path}" is too large (${size}).`,
  });
}
