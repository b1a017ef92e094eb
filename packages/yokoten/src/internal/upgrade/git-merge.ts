import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitFailed, gitMissing, gitVersion, mustGit, plainGitIn, type Git } from './git.ts';
import { sameEntry, type Entry, type FileMode, type Tree } from './tree.ts';

/** What the three sides have at one place. */
export interface Sides {
  readonly base?: Entry;
  readonly ours?: Entry;
  readonly theirs?: Entry;
}

/** Three trees put together. */
export interface Merged {
  /** Every file; where a text conflicts, both versions stand in it between marks. */
  readonly files: Tree;
  /** What could not be put together, by path. */
  readonly conflicts: ReadonlyMap<string, Sides>;
}

/** The names that stand at the marks of a conflict. */
export interface Labels {
  readonly ours: string;
  readonly base: string;
  readonly theirs: string;
}

/**
 * Merges whole trees as Git does, following renames, in a repository of our own that is thrown away.
 *
 * @throws YokotenError `yokoten/git-missing`, `yokoten/git-failed`
 */
export async function gitMerge(
  base: Tree,
  ours: Tree,
  theirs: Tree,
  labels: Labels,
): Promise<Merged> {
  const folder = await mkdtemp(join(tmpdir(), 'yokoten-merge-'));
  try {
    const git = plainGitIn(folder);
    const version = await gitVersion(git);
    if (version === undefined) throw gitMissing();
    const [major, minor] = version;
    // `merge-tree --write-tree` came with Git 2.38.
    const writesTrees = major > 2 || (major === 2 && minor >= 38);
    if (!writesTrees) return await fileByFile(git, folder, { base, ours, theirs }, labels);
    return await treeMerge(git, folder, { base, ours, theirs }, labels);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Trees {
  readonly base: Tree;
  readonly ours: Tree;
  readonly theirs: Tree;
}

async function treeMerge(git: Git, folder: string, trees: Trees, labels: Labels): Promise<Merged> {
  await mustGit(git, ['init', '--quiet', '--bare', '.']);
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
  const conflicts = await readStages(git, staged);
  const marked = await Promise.all(
    [...conflicts].map(async ([path, sides]) => {
      const merged = await mergeText(git, folder, sides, labels);
      return merged === undefined ? [] : [[path, merged.entry] as const];
    }),
  );
  return { files: new Map([...files, ...marked.flat()]), conflicts };
}

/** Without `merge-tree`, renames are followed only where the file is the same to the byte. */
export async function fileByFile(
  git: Git,
  folder: string,
  { base, ours, theirs }: Trees,
  labels: Labels,
): Promise<Merged> {
  const files = new Map(ours);
  const conflicts = new Map<string, Sides>();
  for (const path of new Set([...base.keys(), ...theirs.keys()])) {
    const sides = sidesOf(base.get(path), ours.get(path), theirs.get(path));
    const plain = oneSided(sides);
    if (plain !== undefined) {
      if (plain === null) files.delete(path);
      else files.set(path, plain);
      continue;
    }
    const merged = await mergeText(git, folder, sides, labels);
    if (merged !== undefined) files.set(path, merged.entry);
    if (merged === undefined || merged.conflicts) conflicts.set(path, sides);
  }
  return { files, conflicts };
}

/** What stands where only one side changed the file, `null` for no file; `undefined` where both changed it. */
export function oneSided({ base, ours, theirs }: Sides): Entry | null | undefined {
  if (sameEntry(ours, base)) return theirs ?? null;
  if (sameEntry(theirs, base) || sameEntry(ours, theirs)) return ours ?? null;
  return undefined;
}

/** The three sides, without those that are not there. */
export function sidesOf(base?: Entry, ours?: Entry, theirs?: Entry): Sides {
  return { ...(base && { base }), ...(ours && { ours }), ...(theirs && { theirs }) };
}

/** One text put together by `git merge-file`; `undefined` where a side lacks it or it is no text. */
async function mergeText(
  git: Git,
  folder: string,
  { base, ours, theirs }: Sides,
  labels: Labels,
): Promise<{ readonly entry: Entry; readonly conflicts: boolean } | undefined> {
  if (ours === undefined || theirs === undefined) return undefined;
  if (ours.mode === '120000' || theirs.mode === '120000') return undefined;
  if ([base, ours, theirs].some((side) => side?.bytes.includes(0))) return undefined;
  const place = await mkdtemp(join(folder, 'text-'));
  const files = ['ours', 'base', 'theirs'].map((name) => join(place, name));
  const contents = [ours.bytes, base?.bytes ?? new Uint8Array(), theirs.bytes];
  await Promise.all(files.map((file, i) => writeFile(file, contents[i] ?? new Uint8Array())));
  const names = [labels.ours, labels.base, labels.theirs].flatMap((label) => ['-L', label]);
  const { code, stdout } = await git(['merge-file', '-p', '--diff3', ...names, ...files]);
  // It answers the number of conflicts, and 255 where it could not.
  if (code === undefined || code > 127) return undefined;
  return { entry: { bytes: stdout, mode: ours.mode }, conflicts: code > 0 };
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
