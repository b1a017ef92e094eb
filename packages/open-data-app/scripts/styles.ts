// Writes dist/style.css: the parts in the order in which later rules win, in a layer, so that any rule of the page's own wins.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const PARTS = ['page', 'controls', 'list', 'detail', 'map', 'about', 'wide', 'print'];

const root = join(import.meta.dirname, '..');
const parts = PARTS.map((name) => readFile(join(root, `src/styles/${name}.css`), 'utf8'));
const rules = (await Promise.all(parts)).join('');
await writeFile(join(root, 'dist/style.css'), `@layer open-data-app {\n${rules}}\n`);
