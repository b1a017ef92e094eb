import type { AppRecord, Fills } from './app-record.ts';
import { filledFiles, type Release } from './release.ts';
import { sha256, type Tree } from './tree.ts';

/** Where the content of a template's file can come from. */
export interface BaseSources {
  readonly record: AppRecord;
  readonly fills: Fills;
  readonly ours: Tree;
  /** `.yokoten/base.json`. */
  readonly archive: ReadonlyMap<string, Uint8Array>;
  /** Asked only for a file that is edited and not in the archive; `undefined` where it cannot be had. */
  readonly open: (version: string) => Promise<Release | undefined>;
}

/**
 * The template's files as the app began with them, each proved by the hash in the record: what the owner never edited
 * is its own base, the rest comes from the archive in the app, and failing that from the release. A file that none of
 * them has is left out. What was filled in for this app has no hash to prove it: the archive is believed, else the release.
 */
export async function baseFiles({
  record,
  fills,
  ours,
  archive,
  open,
}: BaseSources): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  const releases = new Map<string, Promise<Release | undefined>>();
  for (const [path, { sha256: hash, class: owner, version = record.version }] of record.files) {
    if (owner === 'yours') continue;
    const here = [...(hash === undefined ? [] : [ours.get(path)?.bytes]), archive.get(path)];
    const isBase = (bytes: Uint8Array): boolean => hash === undefined || sha256(bytes) === hash;
    const own = here.find((bytes) => bytes !== undefined && isBase(bytes));
    if (own !== undefined) {
      found.set(path, own);
      continue;
    }
    const release = releases.get(version) ?? open(version);
    releases.set(version, release);
    const template = (await release)?.templates.get(record.template);
    const file = template && filledFiles(template, fills).get(path);
    if (file !== undefined && isBase(file.bytes)) found.set(path, file.bytes);
  }
  return found;
}
