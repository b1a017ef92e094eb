import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { municipalityByCode } from '@yokoten/standard/municipalities';
import { parse } from 'jsonc-parser';
import type { Example } from '../src/example.ts';
import type { Words } from '../src/failure.ts';
import { filesOf, matches, ownerOf, storedName, type TemplateSource } from './pack-template.ts';
import { readSampleTown } from './sample-town.ts';

/** An example as the package carries it: the owner's files of a complete app. */
export interface PackedExample {
  readonly example: Example;
  /** By the path they are stored under. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/** The template an example is of, in this repository. */
export interface Packing {
  readonly source: TemplateSource;
  /** Of the template in this repository. */
  readonly templateFolder: string;
}

/**
 * An app of this repository as an example: its config, data and documents, and nothing that its template has alike.
 * @throws Error where the app does not say that it is a sample, or whose
 */
export function packApp(
  folder: string,
  id: string,
  { source, templateFolder }: Packing,
): PackedExample {
  const config = readConfig(folder);
  const town = municipalityByCode(String(config.municipality));
  if (town === undefined || config.sample === undefined)
    throw new Error(`${folder} is no example: it needs a municipality's code and "sample".`);
  const { code, name, prefecture, latin } = town;
  const own = filesOf(folder).filter((path) => ownerOf(path, source) === 'yours');
  const contents = own.flatMap((path): [string, Uint8Array][] => {
    const template = readIfThere(join(templateFolder, path));
    const bytes = readFileSync(join(folder, path));
    if (template?.equals(bytes)) return [];
    const general = template?.toString() ?? '';
    if (path.startsWith('README')) return [[path, text(exampleReadme(bytes.toString(), general))]];
    if (path === 'publiccode.yml')
      return [[path, text(examplePubliccode(bytes.toString(), general))]];
    return [[path, bytes]];
  });
  return packed({ id, source, config, contents, town: { code, name, prefecture, latin } });
}

/** The fictitious town of a template as an example: what {@link packTemplate} leaves out. */
export function packSample({ source, templateFolder }: Packing): PackedExample {
  const text = readFileSync(join(templateFolder, 'yokoten.config.jsonc'), 'utf8');
  const { ja, en } = readSampleTown(text);
  const paths = filesOf(templateFolder).filter(
    (path) =>
      path === 'yokoten.config.jsonc' ||
      source.sample.files.some((pattern) => matches(path, pattern)),
  );
  return packed({
    id: (en.split(' ')[0] ?? en).toLowerCase(),
    source,
    config: readConfig(templateFolder),
    contents: paths.map((path) => [path, readFileSync(join(templateFolder, path))]),
    town: { code: '', name: ja, prefecture: ja, latin: en },
  });
}

interface Config {
  readonly app: string;
  readonly municipality: unknown;
  readonly title: Words;
  readonly sample?: Words;
}

/** The template of an app in this repository, or `undefined` where the folder holds none. */
export function templateOf(folder: string): string | undefined {
  return readIfThere(join(folder, 'yokoten.config.jsonc')) === undefined
    ? undefined
    : readConfig(folder).app;
}

function readConfig(folder: string): Config {
  return parse(readFileSync(join(folder, 'yokoten.config.jsonc'), 'utf8')) as Config;
}

function packed({
  id,
  source,
  config,
  contents,
  town,
}: {
  id: string;
  source: TemplateSource;
  config: Config;
  contents: readonly (readonly [string, Uint8Array])[];
  town: Example['municipality'];
}): PackedExample {
  const files = contents.map(([path, bytes]) => {
    const storedAs = storedName(path);
    const isFilled = Buffer.from(bytes).includes('{{yokoten:');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = { ...(!isFilled && { sha256 }), ...(storedAs !== path && { storedAs }) };
    return [path, file] as const;
  });
  const example: Example = {
    schemaVersion: 1,
    id,
    template: source.id,
    title: config.title,
    municipality: town,
    files: Object.fromEntries(files.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
  return { example, contents: new Map(contents.map(([path, bytes]) => [storedName(path), bytes])) };
}

/** Its own beginning and its own sections, with the template's where both have one: those hold in any place. */
function exampleReadme(own: string, template: string): string {
  const [head = '', ...sections] = sectionsOf(own);
  const [, ...general] = sectionsOf(template);
  const headings = new Set(general.map(headingOf));
  return [head, ...general, ...sections.filter((section) => !headings.has(headingOf(section)))]
    .map((section) => section.trimEnd())
    .join('\n\n')
    .concat('\n');
}

/** The app's own words, at an address of its own and with what it is based on, as the template says both. */
function examplePubliccode(own: string, template: string): string {
  const [origin = ''] = /^(#.*\n)?isBasedOn:.*\n/m.exec(template) ?? [];
  const address = 'url: https://github.com/example/{{yokoten:package}}\n';
  return own.replace(/^url:.*\n/m, `${address}${origin}`);
}

const text = (content: string): Uint8Array => Buffer.from(content);

function sectionsOf(markdown: string): string[] {
  return markdown.split(/^(?=## )/m);
}

function headingOf(section: string): string {
  return section.split('\n')[0] ?? '';
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
