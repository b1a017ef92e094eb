// Writes dist/cdn/benefit-navigator.js: the element in one file, for a page that has no bundler.
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import {
  bannerOf,
  bundleOneFile,
  licenceTexts,
  tokensOf,
} from '../../../apps/tools/src/one-file.ts';
import { shortStyles } from './short-styles.ts';

const folder = join(import.meta.dirname, '..');
const source = (path: string): string => join(folder, 'src', path);

/** The tokens are in the file, and the sources have the side effects that the manifest states of dist/. */
function oneFile(tokens: string): Plugin {
  return {
    name: 'one-file',
    enforce: 'pre',
    resolveId: (id) => (id === 'virtual:tokens' ? `\0${id}` : undefined),
    load: (id) =>
      id === '\0virtual:tokens' ? `export default ${JSON.stringify(tokens)}` : undefined,
    transform: (code, id) =>
      id.startsWith(source(''))
        ? {
            code: id.startsWith(source('element/styles/')) ? shortStyles(code) : code,
            moduleSideEffects: true,
          }
        : undefined,
  };
}

const entry = source('cdn/benefit-navigator.ts');
const code = await bundleOneFile(folder, entry, 'es', [oneFile(await tokensOf(folder))]);
const ours = createRequire(join(folder, 'package.json'));
const licences = await licenceTexts([
  ['lit', ours],
  ['lit-html', createRequire(ours.resolve('lit'))],
]);
const target = join(folder, 'dist/cdn');
await mkdir(target, { recursive: true });
const banner = await bannerOf(folder, 'lit (BSD-3-Clause)');
await writeFile(join(target, 'benefit-navigator.js'), banner + code);
await writeFile(join(target, 'benefit-navigator.LICENSE.txt'), licences);
