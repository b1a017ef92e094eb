import type { Template, Release } from './release.ts';
import type { ReleaseSource } from './release-source.ts';
import { sha256, type Tree } from './tree.ts';

/** The release an app without a record was most likely made from. */
export interface InferredBase {
  readonly release: Release;
  readonly template: Template;
  /** How many of the template's files are in the app to the byte, of how many. */
  readonly matched: number;
  readonly of: number;
}

/** A registry that holds more is searched from the newest release back to here. */
const MOST_RELEASES = 60;

/** Less than this share of the template's files to the byte is no evidence. */
const ENOUGH = 0.5;

/**
 * Finds the release whose files an app has most of, by their hashes: for an app that was copied without its record. Of
 * releases with the same files the newest is taken; their merge is the same.
 */
export async function inferBase(
  source: ReleaseSource,
  trees: readonly Tree[],
  allowed: (version: string) => boolean,
): Promise<InferredBase | undefined> {
  const hashes = trees.map(
    (tree) => new Map([...tree].map(([path, { bytes }]) => [path, sha256(bytes)])),
  );
  let best: InferredBase | undefined;
  const versions = (await source.versions()).filter(allowed).slice(0, MOST_RELEASES);
  for (const version of versions) {
    const release = await source.open(version);
    for (const template of release.templates.values()) {
      const score = scoreOf(template, hashes);
      if (score.matched < Math.max(2, score.of * ENOUGH)) continue;
      if (best === undefined || score.matched / score.of > best.matched / best.of)
        best = { release, template, ...score };
    }
    if (best !== undefined && best.matched === best.of) break;
  }
  return best;
}

/** Files that hold marks differ from app to app, so they say nothing. */
function scoreOf(
  { files }: Template,
  hashes: readonly ReadonlyMap<string, string>[],
): { readonly matched: number; readonly of: number } {
  const fixed = [...files].filter(([, file]) => !file.isFilled && file.bytes.byteLength > 0);
  const wanted = fixed.map(([path, { bytes }]) => [path, sha256(bytes)] as const);
  const matches = hashes.map(
    (known) => wanted.filter(([path, hash]) => known.get(path) === hash).length,
  );
  return { matched: Math.max(0, ...matches), of: Math.max(1, wanted.length) };
}
