// Shortens the style sheets in dist/element/styles, which no bundler does: they are texts to it.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shortStyles } from './short-styles.ts';

const folder = join(import.meta.dirname, '../dist/element/styles');
for (const name of await readdir(folder)) {
  if (!name.endsWith('.js')) continue;
  const path = join(folder, name);
  await writeFile(path, shortStyles(await readFile(path, 'utf8')));
}
