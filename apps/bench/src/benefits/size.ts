import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** What Vite wraps around each `import()` is the app's, whatever it imports. */
const PRELOAD = '\0vite/preload-helper.js';

/**
 * Bytes, gzipped, of what code pulls in when it is bundled and minified for browsers. What it loads later is not in it, nor what a
 * bundler adds to load it.
 * @param code a module, e.g. `export { reduce } from '@yokoten/benefits/core'`
 * @param without what is not counted
 * @param later names of parts that are counted although they are loaded later, e.g. `ask-part`
 */
export async function bundledSize(
  code: string,
  without: readonly RegExp[] = [],
  later: readonly string[] = [],
): Promise<number> {
  const entry = 'virtual:measured';
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    plugins: [
      {
        name: 'measured',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? fileURLToPath(new URL('measured.js', import.meta.url)) : null), // prettier-ignore
        load: (id) =>
          id === PRELOAD
            ? 'export const __vitePreload = (load) => load();'
            : id.endsWith('/measured.js')
              ? code
              : null,
      },
    ],
    build: {
      write: false,
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: entry,
        external: [...without],
        // As in an app, whose entry may hold what parts that come later use too.
        preserveEntrySignatures: 'allow-extension',
      },
    },
  });
  const chunks = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const first = new Set(
    chunks.filter(
      (chunk) => chunk.type === 'chunk' && (chunk.isEntry || later.includes(chunk.name)),
    ),
  );
  // A set grows while it is walked: what is imported by what is imported counts too.
  for (const chunk of first)
    for (const other of chunks)
      if (chunk.type === 'chunk' && chunk.imports.includes(other.fileName)) first.add(other);
  return [...first].reduce(
    (sum, chunk) => sum + (chunk.type === 'chunk' ? gzipSync(chunk.code, { level: 9 }).length : 0),
    0,
  );
}
