import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Bytes, gzipped, of what code pulls in when it is bundled and minified for browsers. What it loads later is not in it.
 * @param code a module, e.g. `export { reduce } from '@yokoten/benefits/core'`
 */
export async function bundledSize(code: string): Promise<number> {
  const entry = 'virtual:measured';
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    plugins: [
      {
        name: 'measured',
        resolveId: (id) => (id === entry ? fileURLToPath(new URL('measured.js', import.meta.url)) : null), // prettier-ignore
        load: (id) => (id.endsWith('/measured.js') ? code : null),
      },
    ],
    build: {
      write: false,
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  });
  const chunks = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const loaded = chunks.find((chunk) => chunk.type === 'chunk' && chunk.isEntry);
  return loaded?.type === 'chunk' ? gzipSync(loaded.code, { level: 9 }).length : Number.NaN;
}
