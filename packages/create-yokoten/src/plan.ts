import { readFileSync } from 'node:fs';
import type { Example } from './example.ts';
import type { Municipality } from './municipality.ts';
import { BASE_ARCHIVE, baseArchive, type BaseFile } from './base-archive.ts';
import { RECORD } from './target.ts';
import {
  addressOf,
  exampleAddress,
  fillIn,
  type Fills,
  type Ownership,
  type Template,
} from './template.ts';
import { vendorPackages } from './vendor.ts';

/** One file to write; `path` is relative to the app's folder, with `/`. What no template owns has no class. */
export type PlannedFile = { readonly path: string; readonly class?: Ownership } & (
  | { readonly text: string }
  | { readonly copyOf: string }
);

/** What decides every byte of the app. */
export interface Plan {
  readonly template: Template;
  /** Its files take the place of the template's. */
  readonly example?: Example | undefined;
  readonly municipality: Municipality;
  readonly packageName: string;
  /** Folder of packed tarballs, as typed. */
  readonly packages: string | undefined;
  readonly cwd: string;
}

/** `yokoten.lock.json`: where the app came from. `yokoten upgrade` merges from it; nobody edits it. */
interface AppRecord {
  readonly schemaVersion: 1;
  readonly template: string;
  readonly version: string;
  readonly createdWith: string;
  /** Empty for a fictitious town. */
  readonly municipality: string;
  /** The example it began as. */
  readonly example?: string;
  /** What the marks of the template were filled with, so that a later version of it is filled alike. */
  readonly fills: Fills;
  readonly files: Readonly<Record<string, RecordedFile>>;
}

/** The hash is the template's own: loading what hashes takes longer than all else, so what was filled in has none. */
interface RecordedFile {
  readonly sha256?: string;
  readonly class: Ownership;
}

/**
 * Every file of the app. The same choices give the same bytes.
 * @throws create-yokoten/missing-packages
 */
export function planFiles({
  template,
  example,
  municipality,
  packageName,
  packages,
  cwd,
}: Plan): PlannedFile[] {
  const { code, name, latin } = municipality;
  const fills = { code, name, latin, package: packageName };
  const files: PlannedFile[] = [];
  const extra: PlannedFile[] = [];
  const recorded: Record<string, AppRecord['files'][string]> = {};
  const bases: BaseFile[] = [];
  for (const { path, address, class: owner, sha256 } of sourcesOf(template, example)) {
    recorded[path] = { ...(sha256 !== undefined && { sha256 }), class: owner };
    // As text, which Node reads in one step; what then holds the sign for damage may be no text.
    let text = readFileSync(address, 'utf8');
    if (sha256 === undefined) text = fillIn(text, fills);
    else if (text.includes('\uFFFD')) {
      files.push({ path, class: owner, copyOf: address });
      if (owner !== 'yours') bases.push({ path, content: readFileSync(address) });
      continue;
    }
    if (packages !== undefined && path === 'package.json') {
      const vendored = vendorPackages(text, packages, cwd);
      text = vendored.manifest;
      extra.push(...vendored.files);
    }
    files.push({ path, class: owner, text });
    if (owner !== 'yours') bases.push({ path, content: text });
  }
  // Recorded though not written: else an upgrade would take it for a new file of the template.
  for (const [path, { class: owner, sha256 }] of Object.entries(template.files))
    if (sha256 !== undefined) recorded[path] ??= { sha256, class: owner };
  const record: AppRecord = {
    schemaVersion: 1,
    template: template.id,
    version: template.version,
    createdWith: `create-yokoten@${template.version}`,
    municipality: code,
    ...(example && { example: example.id }),
    fills,
    files: recorded,
  };
  return [
    ...files,
    ...extra,
    { path: BASE_ARCHIVE, text: baseArchive(bases) },
    { path: RECORD, text: asJson(record) },
  ];
}

interface SourceFile {
  readonly path: string;
  readonly address: string;
  readonly class: Ownership;
  readonly sha256: string | undefined;
}

/** The template's files, with those of the example in their place; what only keeps an empty folder gives way. */
function sourcesOf(template: Template, example: Example | undefined): SourceFile[] {
  const own = Object.entries(example?.files ?? {});
  const isReplaced = (path: string): boolean => {
    const folder = path.endsWith('/.gitkeep') ? path.slice(0, -'.gitkeep'.length) : undefined;
    return own.some(([one]) => one === path || (folder !== undefined && one.startsWith(folder)));
  };
  const general = Object.entries(template.files)
    .filter(([path]) => !isReplaced(path))
    .map(([path, { class: owner, sha256 }]): SourceFile => ({
      path,
      address: addressOf(template, path),
      class: owner,
      sha256,
    }));
  if (example === undefined) return general;
  const special = own.map(([path, { sha256 }]): SourceFile => ({
    path,
    address: exampleAddress(example, path),
    class: 'yours',
    sha256,
  }));
  return [...general, ...special].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
