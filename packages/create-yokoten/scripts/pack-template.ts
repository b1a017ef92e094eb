import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ownership, Template, TemplateFile } from '../src/template.ts';
import {
  configOfRealTown,
  publiccodeOfRealTown,
  readmeOfRealTown,
  readSampleTown,
  schemesOfRealTown,
  withMarks,
  type SampleTown,
} from './sample-town.ts';
import { resolveVersion, type Versions } from './versions.ts';

/** `template.json` of a template in this repository: a complete app for a fictitious town. */
export interface TemplateSource {
  readonly id: string;
  readonly title: Template['title'];
  readonly description: Template['description'];
  /** Ownership by path or `folder/**`. */
  readonly files: Readonly<Record<string, Ownership>>;
  /** Every file that was renamed in any release, old path to new path, so that an upgrade follows it for certain. */
  readonly moved?: Readonly<Record<string, string>>;
  /** What belongs to the fictitious town only. */
  readonly sample: { readonly files: readonly string[]; readonly configKeys: readonly string[] };
}

/** A template as the package carries it: without its sample, with marks where a municipality's own words go. */
export interface PackedTemplate {
  readonly template: Template;
  /** By the path they are stored under. */
  readonly contents: ReadonlyMap<string, Uint8Array | string>;
}

/** @throws Error when a file has no owner in `template.json`: whoever adds a file decides whose it is */
export function packTemplate(folder: string, version: string, versions: Versions): PackedTemplate {
  const source = readTemplateSource(folder);
  const town = readSampleTown(readFileSync(join(folder, 'yokoten.config.jsonc'), 'utf8'));
  const files: Record<string, TemplateFile> = {};
  const contents = new Map<string, Uint8Array | string>();
  const add = (path: string, content: Uint8Array | string): void => {
    const storedAs = storedName(path);
    contents.set(storedAs, content);
    const isFilled = typeof content === 'string' && content.includes('{{yokoten:');
    files[path] = {
      class: ownerOf(path, source),
      ...(storedAs === path ? {} : { storedAs }),
      ...(isFilled ? {} : { sha256: createHash('sha256').update(content).digest('hex') }),
    };
  };
  const all = filesOf(folder);
  const kept = all.filter((path) => !source.sample.files.some((pattern) => matches(path, pattern)));
  for (const path of kept)
    add(path, contentOf(path, readFileSync(join(folder, path)), { source, town, versions }));
  // A folder that held only the sample stays, so that a person sees where their own files go.
  for (const pattern of source.sample.files.filter((one) => one.endsWith('/**'))) {
    if (!kept.some((path) => matches(path, pattern))) add(pattern.replace('**', '.gitkeep'), '');
  }
  const { id, title, description, moved } = source;
  for (const [from, to] of Object.entries(moved ?? {}))
    if (all.includes(from) || !(all.includes(to) || moved?.[to] !== undefined))
      throw new Error(`${id}: ${from} cannot have moved to ${to}.`);
  const inOrder = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    template: {
      schemaVersion: 1,
      id,
      version,
      title,
      description,
      files: inOrder,
      ...(moved && { moved }),
    },
    contents,
  };
}

/** Reads `template.json` of a template in this repository. */
export function readTemplateSource(folder: string): TemplateSource {
  return JSON.parse(readFileSync(join(folder, 'template.json'), 'utf8')) as TemplateSource;
}

/** npm leaves `.gitignore` and `.npmrc` out of every tarball. */
export function storedName(path: string): string {
  return path.replace(/(^|\/)\.(gitignore|npmrc)$/, '$1_$2');
}

/** Paths of an app with `/`, sorted, without what is built, installed or tests it. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter(
      (path) => !/^(node_modules|dist|test|\.turbo)\/|^template\.json$|\.DS_Store$/.test(path),
    )
    .sort();
}

/** `folder/**` is everything below the folder, dot files too; any other pattern is one path. */
export function matches(path: string, pattern: string): boolean {
  return pattern.endsWith('/**') ? path.startsWith(pattern.slice(0, -2)) : path === pattern;
}

/** @throws Error where nobody owns the file */
export function ownerOf(path: string, { files, id }: TemplateSource): Ownership {
  const pattern = Object.keys(files).find((one) => matches(path, one));
  const owner = pattern === undefined ? undefined : files[pattern];
  if (owner === undefined) throw new Error(`${id}: ${path} has no owner in template.json.`);
  return owner;
}

interface Context {
  readonly source: TemplateSource;
  readonly town: SampleTown;
  readonly versions: Versions;
}

function contentOf(
  path: string,
  bytes: Uint8Array,
  { source, town, versions }: Context,
): Uint8Array | string {
  if (!/\.(md|jsonc?|ya?ml|html|css|ts|svg|txt)$/.test(path)) return bytes;
  const text = new TextDecoder().decode(bytes);
  switch (path) {
    case 'package.json':
      return manifestOf(text, versions);
    case 'yokoten.config.jsonc':
      return configOfRealTown(text, town, source.sample.configKeys);
    case 'README.ja.md':
      return readmeOfRealTown(text, town, 'ja');
    case 'README.md':
      return readmeOfRealTown(text, town, 'en');
    case 'publiccode.yml':
      return publiccodeOfRealTown(text, town);
    default:
      return path.startsWith('schemes/') ? schemesOfRealTown(text, town) : withMarks(text, town);
  }
}

function manifestOf(text: string, versions: Versions): string {
  const manifest = JSON.parse(text) as Record<string, unknown> & {
    dependencies: Record<string, string>;
  };
  const dependencies = Object.fromEntries(
    Object.entries(manifest.dependencies).map(([name, range]) => [
      name,
      resolveVersion(name, range, versions),
    ]),
  );
  const packed = JSON.stringify(
    { ...manifest, name: '{{yokoten:package}}', dependencies },
    undefined,
    2,
  );
  if (/"(workspace|catalog):/.test(packed))
    throw new Error(`No registry understands this: ${packed}`);
  return `${packed}\n`;
}
