// Shortens the rules in dist/element/styles, which the compiler wrote with the indents of the sources.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shortCss } from './short-css.ts';

const folder = join(import.meta.dirname, '../dist/element/styles');
for (const name of await readdir(folder)) {
  if (!name.endsWith('.js')) continue;
  const path = join(folder, name);
  await writeFile(path, shortCss(await readFile(path, 'utf8')));
}
