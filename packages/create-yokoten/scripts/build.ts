/**
 * Makes what the package carries: the command, the municipalities, the versions to install, the
 * templates, the examples.
 *
 *   node scripts/build.ts
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { lockedPackages } from './locked-packages.ts';
import { municipalityTable, leanColumns } from './municipality-data.ts';
import {
  packApp,
  packSample,
  templateOf,
  type PackedExample,
  type Packing,
} from './pack-example.ts';
import { packTemplate, readTemplateSource } from './pack-template.ts';
import { readVersions } from './versions.ts';

const here = fileURLToPath(new URL('..', import.meta.url));
const repository = join(here, '../..');

rmSync(join(here, 'dist'), { recursive: true, force: true });
for (const name of ['cli', 'guard'])
  await bundle(join(here, `src/${name}.ts`), join(here, 'dist'), `${name}.js`, { format: 'cjs' });
// Node starts a CommonJS file faster than a module, and a command is imported by nobody.
writeFileSync(join(here, 'dist/package.json'), '{ "type": "commonjs" }\n');
const search = fileURLToPath(import.meta.resolve('@yokoten/standard/municipalities'));
await bundle(search, join(here, 'data'), 'municipality-search.js', {
  format: 'esm',
  plugins: [leanColumns],
});
writeFileSync(join(here, 'data/municipalities.txt'), municipalityTable());
writeFileSync(
  join(here, 'data/locked-packages.json'),
  `${JSON.stringify(lockedPackages(repository))}\n`,
);
packTemplates();
packExamples();

/** One file, and one for each part that is loaded late; they import nothing but each other and what Node has. */
async function bundle(
  entry: string,
  folder: string,
  name: string,
  { format, plugins = [] }: { format: 'cjs' | 'esm'; plugins?: Plugin[] },
): Promise<void> {
  await build({
    configFile: false,
    plugins,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      minify: true,
      rolldownOptions: { output: { format, entryFileNames: name, chunkFileNames: '[name].js' } },
    },
  });
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
    write(join('templates', id), 'template.json', template, contents);
  }
}

/** The fictitious town of every template, and every app of this repository that is a fork of one. */
function packExamples(): void {
  rmSync(join(here, 'examples'), { recursive: true, force: true });
  for (const id of readdirSync(join(repository, 'templates')))
    writeExample(packSample(packingOf(id)));
  for (const id of readdirSync(join(repository, 'apps'))) {
    const folder = join(repository, 'apps', id);
    const template = templateOf(folder);
    if (template !== undefined) writeExample(packApp(folder, id, packingOf(template)));
  }
}

function packingOf(template: string): Packing {
  const templateFolder = join(repository, 'templates', template);
  return { templateFolder, source: readTemplateSource(templateFolder) };
}

function writeExample({ example, contents }: PackedExample): void {
  write(join('examples', example.template, example.id), 'example.json', example, contents);
}

function write(
  folder: string,
  name: string,
  description: object,
  contents: ReadonlyMap<string, Uint8Array | string>,
): void {
  const writeOne = (path: string, bytes: Uint8Array | string): void => {
    mkdirSync(dirname(join(here, folder, path)), { recursive: true });
    writeFileSync(join(here, folder, path), bytes);
  };
  writeOne(name, `${JSON.stringify(description, undefined, 2)}\n`);
  for (const [path, bytes] of contents) writeOne(`files/${path}`, bytes);
}
