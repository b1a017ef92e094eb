import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Compilation, compile } from './compile.ts';
import { OpenFiscaError } from './error.ts';
import { findPackage } from './find-installed.ts';
import { describePackage } from './installed-package.ts';
import { packageFolder } from './node-files.ts';

/** How the NOTICE of a pack begins; a folder with it may be written again. */
const OURS = 'These files are compiled from ';

/**
 * Compiles an installed country package and writes the pack.
 * @param folder the package's Python folder, e.g. `…/site-packages/openfisca_japan`, or its name where it is installed
 * @param out a new or empty folder, or one that holds a pack from before
 * @throws OpenFiscaError for what concerns the package as a whole; `openfisca/folder-in-use`
 */
export function compilePackage(folder: string, out: string): Compilation {
  const target = resolve(out);
  checkFree(target);
  const source = resolve(findPackage(folder));
  const compilation = compile(packageFolder(source), describePackage(source));
  rmSync(join(target, 'reforms'), { recursive: true, force: true });
  for (const [path, text] of compilation.files) {
    const file = join(target, ...path.split('/'));
    if (relative(target, file).startsWith(`..${sep}`)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return compilation;
}

function checkFree(target: string): void {
  if (!existsSync(target) || readdirSync(target).length === 0) return;
  const notice = join(target, 'NOTICE');
  if (existsSync(notice) && readFileSync(notice, 'utf8').startsWith(OURS)) return;
  throw new OpenFiscaError('openfisca/folder-in-use', {
    ja: `「${target}」には別のファイルがあります。新しいフォルダーの名前を書いてください。`,
    en: `"${target}" holds other files. Name a new folder.`,
  });
}
