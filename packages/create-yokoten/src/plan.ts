import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Municipality } from './municipality.ts';

import { BASE_ARCHIVE, baseArchive, type BaseFile } from './base-archive.ts';
import { addressOf, fillIn, type Fills, type Ownership, type Template } from './template.ts';
import { vendorPackages } from './vendor.ts';

/** One file to write; `path` is relative to the app's folder, with `/`. */
export type PlannedFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly copyOf: string };

/** What decides every byte of the app. */
export interface Plan {
  readonly template: Template;
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
  readonly municipality: string;
  /** What the marks of the template were filled with, so that a later version of it is filled alike. */
  readonly fills: Fills;
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly class: Ownership }>>;
}

/**
 * Every file of the app. The same choices give the same bytes.
 * @throws create-yokoten/missing-packages
 */
export function planFiles({
  template,
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
  for (const [path, file] of Object.entries(template.files)) {
    const address = addressOf(template, path);
    if (file.sha256 !== undefined) {
      files.push({ path, copyOf: address });
      recorded[path] = { sha256: file.sha256, class: file.class };
      if (file.class !== 'yours') bases.push({ path, bytes: readFileSync(address) });
      continue;
    }
    let text = fillIn(readFileSync(address, 'utf8'), fills);
    if (packages !== undefined && path === 'package.json') {
      const vendored = vendorPackages(text, packages, cwd);
      text = vendored.manifest;
      extra.push(...vendored.files);
    }
    files.push({ path, text });
    recorded[path] = { sha256: hash('sha256', text), class: file.class };
    if (file.class !== 'yours') bases.push({ path, bytes: Buffer.from(text) });
  }
  const record: AppRecord = {
    schemaVersion: 1,
    template: template.id,
    version: template.version,
    createdWith: `create-yokoten@${template.version}`,
    municipality: code,
    fills,
    files: recorded,
  };
  return [
    ...files,
    ...extra,
    { path: BASE_ARCHIVE, text: baseArchive(bases) },
    { path: 'yokoten.lock.json', text: asJson(record) },
  ];
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
