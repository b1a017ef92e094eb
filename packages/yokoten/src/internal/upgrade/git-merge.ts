import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { gitFailed, gitVersion, mustGit, plainGitIn, type Git } from './git.ts';
import { mergeSides, type Merged, type Sides } from './merge-sides.ts';
import type { Labels } from './merge-texts.ts';
import type { Entry, FileMode, Tree } from './tree.ts';
import { join } from 'node:path';

/** Three trees to be put together. */
export interface Trees {
  readonly base: Tree;
  readonly ours: Tree;
  readonly theirs: Tree;
}

/**
 * Merges whole trees as Git does, following files that either side renamed, in a repository of our own that is thrown
 * away.
 *
 * @returns `undefined` where there is no Git, or one older than 2.38, which cannot merge without a work tree
 * @throws YokotenError `yokoten/git-failed`
 */
export async function gitMerge(trees: Trees, labels: Labels): Promise<Merged | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'yokoten-merge-'));
  try {
    const git = plainGitIn(folder);
    const [major, minor] = (await gitVersion(git)) ?? [0, 0];
    if (major < 2 || (major === 2 && minor < 38)) return undefined;
    return await treeMerge(git, trees, labels);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function treeMerge(git: Git, trees: Trees, labels: Labels): Promise<Merged> {
  await mustGit(git, ['init', '--quiet', '--bare', '--template=', '.']);
  await mustGit(git, ['fast-import', '--quiet'], importStream(trees));
  const settings = ['merge.directoryRenames=false', 'merge.renames=true', 'diff.renameLimit=2000'];
  const { code, stdout, stderr } = await git([
    ...settings.flatMap((setting) => ['-c', setting]),
    'merge-tree',
    '--write-tree',
    '-z',
    '--no-messages',
    'refs/heads/ours',
    'refs/heads/theirs',
  ]);
  if (code !== 0 && code !== 1) throw gitFailed(['merge-tree'], stderr);
  const [tree = '', ...staged] = stdout.toString().split('\0');
  const files = await readTree(git, tree);
  const conflicts = new Map<string, Sides>();
  for (const [path, sides] of await readStages(git, staged)) {
    // Git takes lines side by side for a conflict, and has no words of ours at its marks.
    const merged = mergeSides(sides, labels);
    if (merged.entry !== undefined) files.set(path, merged.entry);
    // Both sides gave a file another name: it stands under both, and a person says which goes.
    const movedTwice = sides.ours === undefined && sides.base === undefined;
    if (merged.conflicts || movedTwice) conflicts.set(path, sides);
  }
  return { files, conflicts };
}

/** Three commits for `git fast-import`: the base, and both sides on top of it. */
function importStream({ base, ours, theirs }: Trees): Buffer {
  const parts: (string | Uint8Array)[] = [];
  const commit = (name: string, mark: number, tree: Tree): void => {
    parts.push(`commit refs/heads/${name}\nmark :${mark}\ncommitter y <y> 0 +0000\ndata 0\n`);
    if (mark > 1) parts.push('from :1\n');
    parts.push('deleteall\n');
    for (const [path, { bytes, mode }] of tree) {
      parts.push(`M ${mode} inline ${quoted(path)}\ndata ${bytes.byteLength}\n`, bytes, '\n');
    }
  };
  commit('base', 1, base);
  commit('ours', 2, ours);
  commit('theirs', 3, theirs);
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

/** A path as `git fast-import` reads it. */
export function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

async function readTree(git: Git, tree: string): Promise<Map<string, Entry>> {
  const listed = (await mustGit(git, ['ls-tree', '-r', '-z', tree])).toString().split('\0');
  const found = listed.flatMap((line) => {
    const [, mode = '', id = '', path = ''] = /^(\d+) blob (\w+)\t([^]*)$/.exec(line) ?? [];
    return id === '' ? [] : [{ mode: mode as FileMode, id, path }];
  });
  const blobs = await readBlobs(
    git,
    found.map(({ id }) => id),
  );
  return new Map(
    found.map(({ path, mode }, i) => [path, { mode, bytes: blobs[i] ?? new Uint8Array() }]),
  );
}

const STAGES = ['base', 'ours', 'theirs'] as const;

async function readStages(git: Git, lines: readonly string[]): Promise<Map<string, Sides>> {
  const found = lines.flatMap((line) => {
    const [, mode = '', id = '', stage = '', path = ''] =
      /^(\d+) (\w+) ([123])\t([^]*)$/.exec(line) ?? [];
    const side = STAGES[Number(stage) - 1];
    return side === undefined ? [] : [{ mode: mode as FileMode, id, side, path }];
  });
  const blobs = await readBlobs(
    git,
    found.map(({ id }) => id),
  );
  const conflicts = new Map<string, Sides>();
  for (const [i, { mode, side, path }] of found.entries()) {
    const entry = { mode, bytes: blobs[i] ?? new Uint8Array() };
    conflicts.set(path, { ...conflicts.get(path), [side]: entry });
  }
  return conflicts;
}

/** The contents of objects, in the order asked. */
export async function readBlobs(git: Git, ids: readonly string[]): Promise<Buffer[]> {
  if (ids.length === 0) return [];
  const output = await mustGit(git, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  const blobs: Buffer[] = [];
  let at = 0;
  for (const _ of ids) {
    const end = output.indexOf(10, at);
    const size = Number(output.toString('latin1', at, end).split(' ')[2] ?? Number.NaN);
    if (!Number.isSafeInteger(size)) throw new RangeError('git cat-file answered something else');
    blobs.push(output.subarray(end + 1, end + 1 + size));
    at = end + size + 2;
  }
  return blobs;
}
