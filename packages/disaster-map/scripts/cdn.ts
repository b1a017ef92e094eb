// Writes dist/cdn/disaster-map.js: the element in one file, for a page that has no bundler.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type Plugin, type Rollup } from 'vite';

const folder = join(import.meta.dirname, '..');
const source = (path: string): string => join(folder, 'src', path);

/** What needs WebGL is five times as large as all the rest: a document that asks for it is drawn by Leaflet. */
const NO_WEBGL =
  'export function createGlDrawing(){throw new Error("MapLibre GL is not in the file that works alone")}';

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
      // The manifest speaks of dist/ only: the sources have the same side effects.
      return id.startsWith(source('')) ? { code, moduleSideEffects: true } : undefined;
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

async function bundle(
  entry: string,
  format: 'es' | 'iife',
  plugins: readonly Plugin[],
): Promise<string> {
  const result = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    plugins: [...plugins],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: { format, codeSplitting: false },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as readonly Rollup.RollupOutput[];
  const files = outputs.flatMap(({ output }) => output);
  const [file, ...more] = files;
  if (file?.type !== 'chunk' || more.length > 0)
    throw new Error(`${entry} became ${files.map(({ fileName }) => fileName).join(', ')}.`);
  return file.code;
}

async function write(): Promise<void> {
  const worker = await bundle(source('cluster/cluster-worker.ts'), 'iife', []);
  const stylesheet = createRequire(join(folder, 'package.json')).resolve('@yokoten/ui/tokens.css');
  const tokens = await readFile(stylesheet, 'utf8');
  const code = await bundle(source('cdn/disaster-map.ts'), 'es', [oneFile(worker, tokens)]);
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const banner = `/*! @yokoten/disaster-map ${version} (MIT), with lit (BSD-3-Clause), Leaflet (BSD-2-Clause), supercluster and kdbush (ISC) */\n`;
  const target = join(folder, 'dist/cdn');
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'disaster-map.js'), banner + code);
  await writeFile(join(target, 'disaster-map.LICENSE.txt'), await licences());
}

/** What the licences of the libraries in the file ask to be kept with it. */
async function licences(): Promise<string> {
  const ours = createRequire(join(folder, 'package.json'));
  const lit = createRequire(ours.resolve('lit'));
  const supercluster = createRequire(ours.resolve('supercluster'));
  const libraries: readonly (readonly [name: string, from: NodeJS.Require])[] = [
    ['leaflet', ours],
    ['lit', ours],
    ['lit-html', lit],
    ['supercluster', ours],
    ['kdbush', supercluster],
  ];
  const texts = libraries.map(async ([name, from]) => {
    const text = await readFile(join(rootOf(name, from), 'LICENSE'), 'utf8');
    return `${name}\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join('\n----\n\n');
}

function rootOf(name: string, from: NodeJS.Require): string {
  const entry = from.resolve(name);
  const end = `/node_modules/${name}/`;
  const at = entry.replaceAll('\\', '/').lastIndexOf(end);
  if (at < 0) throw new Error(`${name} was found at ${entry}, which is no package.`);
  return dirname(`${entry.slice(0, at + end.length)}x`);
}

if (import.meta.main) await write();
