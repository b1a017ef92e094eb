// Writes dist/cdn/disaster-map.js: the element in one file, for a page that has no bundler. What only a map that asks what is
// open needs stands beside it, as large as half of it, and is loaded by such a map alone.
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import {
  bannerOf,
  bundleOneFile,
  licenceTexts,
  tokensOf,
  type Library,
} from '../../../apps/tools/src/one-file.ts';
import { shortCss } from './short-css.ts';

const folder = join(import.meta.dirname, '..');
const source = (path: string): string => join(folder, 'src', path);

/** What needs WebGL is five times as large as all the rest: a document that asks for it is drawn by Leaflet. */
const NO_WEBGL =
  'export function createGlDrawing(){throw new Error("MapLibre GL is not in the file that works alone")}';

/** What a map that asks what is open loads, beside the file that works alone. */
const NOW_FILE = 'disaster-map-now.js';

/** What is different where there is one file: the worker is in it, and Leaflet writes no HTML while it is loaded. */
function oneFile(workerCode: string, tokens: string): Plugin {
  const parts = new Map([
    ['\0virtual:cluster-worker', `export default ${JSON.stringify(workerCode)}`],
    ['\0virtual:tokens', `export default ${JSON.stringify(tokens)}`],
    ['\0virtual:no-webgl', NO_WEBGL],
  ]);
  return {
    name: 'one-file',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id.startsWith('virtual:')) return `\0${id}`;
      if (id.endsWith('/start-worker.ts') && importer?.includes('/cluster/'))
        return source('cdn/start-worker.ts');
      return id.endsWith('/maplibre/gl-drawing.ts') ? '\0virtual:no-webgl' : undefined;
    },
    load: (id) => parts.get(id),
    transform(code, id) {
      if (id.endsWith('/leaflet/src/core/Browser.js')) return withoutHtml(code);
      if (id === source('element/now-start.ts')) return besideThis(code);
      // The manifest speaks of dist/ only: the sources have the same side effects.
      if (!id.startsWith(source(''))) return undefined;
      return { code: id.includes('/styles/') ? shortCss(code) : code, moduleSideEffects: true };
    },
  };
}

/**
 * Leaflet tries out HTML to learn whether its attribution may hold a picture, which we do not use. A page that demands
 * Trusted Types would refuse to load the whole map for it.
 */
export function withoutHtml(browserJs: string): string {
  const changed = browserJs
    .replace(/var inlineSvg = [\s\S]*?\}\)\(\);/, 'var inlineSvg = false;')
    .replace(/var vml = [\s\S]*?\}\(\)\);/, 'var vml = false;');
  if (/innerHTML/.test(changed)) throw new Error('leaflet/src/core/Browser.js is not as it was.');
  return changed;
}

/** What the second file takes from the first: a page with two copies of lit would make its policy twice, and be refused. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  lit: ['css', 'html', 'nothing', 'LitElement'],
  'lit/async-directive.js': ['AsyncDirective', 'directive'],
};
const SHELF = `globalThis[Symbol.for('@yokoten/disaster-map/lit')]`;

/** The first file hands over its lit and loads the second one from where it lies itself. */
function besideThis(nowStart: string): string {
  const part = `await import(/* @vite-ignore */ new URL(${JSON.stringify(NOW_FILE)}, [import.meta.url][0]).href)`;
  const changed = nowStart.replace(/await import\((['"])\.\/now-part\.ts\1\)/, part);
  if (changed === nowStart) throw new Error('element/now-start.ts does not load now-part.ts.');
  const imports = Object.entries(SHARED).map(
    ([from, names]) =>
      `import { ${names.map((name) => `${name} as shared_${name}`).join(', ')} } from '${from}';`,
  );
  const names = Object.values(SHARED).flat();
  const members = names.map((name) => `${name}: shared_${name}`).join(', ');
  return `${imports.join('\n')}\n${SHELF} ??= { ${members} };\n${changed}`;
}

/** The second file has no lit of its own. */
const sharedLit: Plugin = {
  name: 'shared-lit',
  enforce: 'pre',
  resolveId: (id) => (id in SHARED ? `\0shared:${id}` : undefined),
  load(id) {
    const names = SHARED[id.replace('\0shared:', '')];
    return names && `export const { ${names.join(', ')} } = ${SHELF};`;
  },
};

async function write(): Promise<void> {
  const bundle = (entry: string, format: 'es' | 'iife', plugins: Plugin[]): Promise<string> =>
    bundleOneFile(folder, source(entry), format, plugins);
  const worker = await bundle('cluster/cluster-worker.ts', 'iife', []);
  const one = oneFile(worker, await tokensOf(folder));
  const code = await bundle('cdn/disaster-map.ts', 'es', [one]);
  const now = await bundle('element/now-part.ts', 'es', [sharedLit]);
  const all = 'lit (BSD-3-Clause), Leaflet (BSD-2-Clause), supercluster and kdbush (ISC)';
  const target = join(folder, 'dist/cdn');
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'disaster-map.js'), (await bannerOf(folder, all)) + code);
  const few = await bannerOf(folder, 'fflate and saxen (MIT)');
  await writeFile(join(target, NOW_FILE), few + now);
  await writeFile(join(target, 'disaster-map.LICENSE.txt'), await licenceTexts(libraries()));
}

/** The libraries in the files, each with what finds it. */
function libraries(): Library[] {
  const ours = createRequire(join(folder, 'package.json'));
  const openData = createRequire(ours.resolve('@yokoten/open-data/read'));
  return [
    ['leaflet', ours],
    ['lit', ours],
    ['lit-html', createRequire(ours.resolve('lit'))],
    ['supercluster', ours],
    ['kdbush', createRequire(ours.resolve('supercluster'))],
    ['fflate', openData],
    ['saxen', openData],
  ];
}

if (import.meta.main) await write();
