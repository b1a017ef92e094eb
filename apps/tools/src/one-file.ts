import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type Plugin, type Rollup } from 'vite';

/** A module with everything it imports as one minified script, for a page that has no bundler. */
export async function bundleOneFile(
  root: string,
  entry: string,
  format: 'es' | 'iife',
  plugins: readonly Plugin[],
): Promise<string> {
  const result = await build({
    configFile: false,
    root,
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

/** A library in the file, and whose `require` finds it. */
export type Library = readonly [name: string, from: NodeJS.Require];

/** What the licences of the libraries in a file ask to be kept with it. */
export async function licenceTexts(libraries: readonly Library[]): Promise<string> {
  const texts = libraries.map(async ([name, from]) => {
    const text = await readFile(join(rootOf(name, from), 'LICENSE'), 'utf8');
    return `${name}\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join('\n----\n\n');
}

/** The stylesheet of the design tokens, as the package in `folder` finds it. */
export function tokensOf(folder: string): Promise<string> {
  const { resolve } = createRequire(join(folder, 'package.json'));
  return readFile(resolve('@yokoten/ui/tokens.css'), 'utf8');
}

/** The first line of a file: what it is, and what is in it under another licence. */
export async function bannerOf(folder: string, libraries: string): Promise<string> {
  const { name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return `/*! ${name} ${version} (MIT), with ${libraries} */\n`;
}

function rootOf(name: string, from: NodeJS.Require): string {
  const entry = from.resolve(name);
  const end = `/node_modules/${name}/`;
  const at = entry.replaceAll('\\', '/').lastIndexOf(end);
  if (at < 0) throw new Error(`${name} was found at ${entry}, which is no package.`);
  return dirname(`${entry.slice(0, at + end.length)}x`);
}
