import { createHash } from 'node:crypto';
import type { ForeignTree } from '../foreign/foreign.ts';
import { UPSTREAM_BLOBS, UPSTREAM_COMMITS } from './upstream-facts.ts';

/** How the template writes down its town: nowhere, as JSON, under `city`, or under `shikuchoson` (since March 2022). */
export type ConfigGeneration = 'none' | 'json' | 'city' | 'ward';

/** A version of the hazard-map template of 2021. */
export interface UpstreamVersion {
  /** First digits of its commit. */
  readonly id: string;
  /** Day of the commit. */
  readonly date: string;
  readonly generation: ConfigGeneration;
  /** `tree`: a commit of the copy is this version, file by file. `files`: most of its files are of this version. */
  readonly by: 'tree' | 'files';
  /** Share of the version's files that the copy has unchanged, from 0 to 1. */
  readonly share: number;
}

interface Commit extends Omit<UpstreamVersion, 'by' | 'share'> {
  readonly tree: string;
}

const SHORT = 12;

const commits: readonly Commit[] = linesOf(UPSTREAM_COMMITS).map(
  ([id = '', date = '', tree = '', generation]) => ({
    id,
    date,
    tree,
    generation: generation as ConfigGeneration,
  }),
);

/** By path, and then by short hash: the ranges of versions that have it. */
const contents = new Map<string, Map<string, readonly (readonly [number, number])[]>>();
for (const [path = '', blob = '', ranges = ''] of linesOf(UPSTREAM_BLOBS)) {
  const known = contents.get(path) ?? new Map<string, readonly (readonly [number, number])[]>();
  const spans = ranges.split(',').map((range) => {
    const [first = 0, last = 0] = range.split('-').map(Number);
    return [first, last] as const;
  });
  contents.set(path, known.set(blob, spans));
}

/** Below this share it is another program that happens to have some of the same files. */
const LEAST_SHARE = 0.25;

/**
 * Which version of the template a copy was made from: by the hash of a commit's whole tree, the latest that matches;
 * else the version that most of the files are of, the latest where several have as many.
 */
export function upstreamVersion({
  trees,
  files,
}: Pick<ForeignTree, 'trees' | 'files'>): UpstreamVersion | undefined {
  const counts = commits.map(() => 0);
  for (const { path, blob } of files)
    for (const [first, last] of contents.get(path)?.get(blob.slice(0, SHORT)) ?? [])
      for (let index = first; index <= last; index += 1) counts[index] = (counts[index] ?? 0) + 1;
  const shareOf = (index: number): number =>
    (counts[index] ?? 0) / Math.max(1, pathsOf(index).size);
  const own = new Set(trees);
  // A version that was taken back has the tree of an earlier one: the earlier one is meant.
  const first = new Map(commits.toReversed().map(({ tree, id }) => [tree, id]));
  const byTree = commits.findLastIndex(
    ({ id, tree, generation }) => generation !== 'none' && own.has(tree) && first.get(tree) === id,
  );
  if (byTree !== -1) return version(byTree, 'tree', shareOf(byTree));
  const mine = files.filter(({ path }) => contents.has(path)).length;
  // Files that a version lacks count against it as much as files that the copy lacks.
  const likeness = (index: number): number =>
    (2 * (counts[index] ?? 0)) / Math.max(1, pathsOf(index).size + mine);
  let best = -1;
  let most = 0;
  for (const index of commits.keys()) {
    if (shareOf(index) < LEAST_SHARE || likeness(index) < most) continue;
    best = index;
    most = likeness(index);
  }
  const earliest = commits.findIndex(({ tree }) => tree === commits[best]?.tree);
  return best === -1 ? undefined : version(earliest, 'files', shareOf(best));
}

/** The program's files of a version, by path, with the first digits of their hashes. */
export function filesOfVersion({ id }: Pick<UpstreamVersion, 'id'>): ReadonlyMap<string, string> {
  return pathsOf(commits.findIndex((commit) => commit.id === id));
}

/** Whether any version of the template has this very content at a path. */
export function isUpstream(path: string, blob: string): boolean {
  return contents.get(path)?.has(blob.slice(0, SHORT)) === true;
}

/** Git's hash of a file's content. */
export function blobHash(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex');
}

function version(
  index: number,
  by: UpstreamVersion['by'],
  share: number,
): UpstreamVersion | undefined {
  const found = commits[index];
  if (found === undefined) return undefined;
  const { id, date, generation } = found;
  return { id, date, generation, by, share: Math.round(share * 100) / 100 };
}

function pathsOf(index: number): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [path, blobs] of contents)
    for (const [blob, spans] of blobs)
      if (spans.some(([first, last]) => index >= first && index <= last)) found.set(path, blob);
  return found;
}

function linesOf(facts: string): string[][] {
  return facts
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
}
