/**
 * Makes what the package carries: the command as one file, the municipalities, the templates.
 *
 *   node scripts/build.ts
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { municipalities } from '@yokoten/standard/municipalities';
import { build } from 'vite';
import { packTemplate } from './pack-template.ts';
import { readVersions } from './versions.ts';

const here = fileURLToPath(new URL('..', import.meta.url));
const repository = join(here, '../..');

await bundle(join(here, 'src/cli.ts'), join(here, 'dist'), 'cli.js', { format: 'cjs' });
// Node starts a CommonJS file faster than a module, and a command is imported by nobody.
writeFileSync(join(here, 'dist/package.json'), '{ "type": "commonjs" }\n');
const search = fileURLToPath(import.meta.resolve('@yokoten/standard/municipalities'));
await bundle(search, join(here, 'data'), 'municipality-search.js', { format: 'esm', minify: true });
writeFileSync(join(here, 'data/municipalities.txt'), municipalityTable());
packTemplates();

/** One file that imports nothing but what Node has. */
async function bundle(
  entry: string,
  folder: string,
  name: string,
  { format, minify = false }: { format: 'cjs' | 'esm'; minify?: boolean },
): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      target: 'node20',
      outDir: folder,
      emptyOutDir: true,
      minify,
      rolldownOptions: { output: { format, entryFileNames: name, codeSplitting: false } },
    },
  });
}

/** A line `code⇥name⇥latin` for each, in the order of the codes. It begins with a line break: see src/municipality.ts. */
function municipalityTable(): string {
  const lines = municipalities().map(({ code, name, latin }) => `${code}\t${name}\t${latin}\n`);
  return `\n${lines.join('')}`;
}

function packTemplates(): void {
  const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as {
    version: string;
  };
  const versions = readVersions(repository);
  rmSync(join(here, 'templates'), { recursive: true, force: true });
  for (const id of readdirSync(join(repository, 'templates'))) {
    const { template, contents } = packTemplate(
      join(repository, 'templates', id),
      version,
      versions,
    );
    const folder = join(here, 'templates', id);
    const write = (path: string, bytes: Uint8Array | string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    };
    write('template.json', `${JSON.stringify(template, undefined, 2)}\n`);
    for (const [path, bytes] of contents) write(`files/${path}`, bytes);
  }
}
