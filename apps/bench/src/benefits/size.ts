import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Bytes, gzipped, of what code pulls in when it is bundled and minified for browsers. What it loads later is not in it.
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
        resolveId: (id) => (id === entry ? fileURLToPath(new URL('measured.js', import.meta.url)) : null), // prettier-ignore
        load: (id) => (id.endsWith('/measured.js') ? code : null),
      },
    ],
    build: {
      write: false,
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: entry,
        external: [...without],
        preserveEntrySignatures: 'strict',
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
