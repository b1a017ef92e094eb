// Writes dist/cdn/benefit-navigator.js: the element in one file, for a page that has no bundler.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type Plugin, type Rollup } from 'vite';

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
      id.startsWith(source('')) ? { code, moduleSideEffects: true } : undefined,
  };
}

async function bundle(tokens: string): Promise<string> {
  const result = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    plugins: [oneFile(tokens)],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: source('cdn/benefit-navigator.ts'),
        preserveEntrySignatures: 'strict',
        output: { format: 'es', codeSplitting: false },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as readonly Rollup.RollupOutput[];
  const files = outputs.flatMap(({ output }) => output);
  const [file, ...more] = files;
  if (file?.type !== 'chunk' || more.length > 0)
    throw new Error(`The file became ${files.map(({ fileName }) => fileName).join(', ')}.`);
  return file.code;
}

/** What the licences of the libraries in the file ask to be kept with it. */
async function licences(): Promise<string> {
  const ours = createRequire(join(folder, 'package.json'));
  const lit = createRequire(ours.resolve('lit'));
  const libraries: readonly (readonly [name: string, from: NodeJS.Require])[] = [
    ['lit', ours],
    ['lit-html', lit],
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

const stylesheet = createRequire(join(folder, 'package.json')).resolve('@yokoten/ui/tokens.css');
const code = await bundle(await readFile(stylesheet, 'utf8'));
const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
  version: string;
};
const banner = `/*! @yokoten/benefits ${version} (MIT), with lit (BSD-3-Clause) */\n`;
const target = join(folder, 'dist/cdn');
await mkdir(target, { recursive: true });
await writeFile(join(target, 'benefit-navigator.js'), banner + code);
await writeFile(join(target, 'benefit-navigator.LICENSE.txt'), await licences());
