import type { Fault } from '../fault.ts';
import { admit } from './admit.ts';
import { BlobReader } from './blob-reader.ts';
import { damaged, leftOut, tooLarge, tooMany } from './faults.ts';
import type { Candidate, ForeignFile } from './foreign.ts';
import { isPointer, POINTER_SIZE } from './lfs-pointer.ts';
import type { ForeignLimits } from './limits.ts';
import { runSafeGit, type SafeGit } from './safe-git.ts';

/** What the files of a commit are read with. */
export interface Reading {
  readonly git: SafeGit;
  /** As the person named it, for messages. */
  readonly source: string;
  readonly limits: ForeignLimits;
  readonly signal: AbortSignal;
  /** Brings objects that are not there yet. */
  readonly bring?: (blobs: readonly string[]) => Promise<void>;
}

/** The files of a commit, and how they end. */
export interface Read {
  readonly files: readonly ForeignFile[];
  readonly leftOut: readonly Fault[];
  readonly close: () => void;
}

/**
 * Lists the files of a commit from Git's objects, without a checkout.
 *
 * @throws YokotenError `yokoten/foreign-too-many-files`, `yokoten/foreign-too-large`, `yokoten/foreign-damaged`
 */
export async function filesOfCommit(commit: string, reading: Reading): Promise<Read> {
  const { limits, source } = reading;
  const entries = await listTree(commit, reading);
  const { paths, leftOut: refused } = admit(entries, limits.depth);
  const admitted = entries.filter(({ path }) => paths.has(path));
  const sizes = await sizesOf([...new Set(admitted.map(({ blob }) => blob))], reading);
  const out = [...refused];
  const reader = new BlobReader(reading.git, source);
  const files: ForeignFile[] = [];
  let total = 0;
  try {
    for (const { path, blob } of admitted) {
      reading.signal.throwIfAborted();
      const size = sizes.get(blob);
      if (size === undefined || size > limits.file) {
        out.push(leftOut(path, size === undefined ? 'missing' : 'large'));
        continue;
      }
      total += size;
      if (total > limits.total) throw tooLarge(source, total, limits.total);
      if (size <= POINTER_SIZE && isPointer(await reader.read(blob, size)))
        out.push(leftOut(path, 'pointer'));
      else files.push({ path, size, blob, read: () => reader.read(blob, size) });
    }
  } catch (error) {
    reader.close();
    throw error;
  }
  return { files: files.toSorted(byPath), leftOut: out, close: () => reader.close() };
}

/**
 * Git's hashes of the root trees of a commit and of those before it, oldest first.
 *
 * @throws YokotenError `yokoten/foreign-damaged`
 */
export async function treesBefore(commit: string, reading: Reading): Promise<readonly string[]> {
  const { git, limits, signal, source } = reading;
  const args = ['rev-list', `--max-count=${limits.commits}`, '--format=%T', commit, '--'];
  const { code, stdout, stderr } = await runSafeGit(git, args, { output: 20_000_000, signal });
  signal.throwIfAborted();
  if (code !== 0) throw damaged(source, stderr);
  const lines = stdout.toString('latin1').split('\n');
  return lines.filter((line) => /^[0-9a-f]{40}$/.test(line)).toReversed();
}

/** Files in the order of their paths. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

interface TreeEntry extends Candidate {
  readonly blob: string;
}

async function listTree(commit: string, reading: Reading): Promise<readonly TreeEntry[]> {
  const { git, limits, signal, source } = reading;
  const output = limits.files * 300;
  const ran = await runSafeGit(git, ['ls-tree', '-r', '-z', '--full-tree', commit], {
    output,
    signal,
  });
  signal.throwIfAborted();
  if (ran.overflow) throw tooMany(source, limits.files);
  if (ran.code !== 0) throw damaged(source, ran.stderr);
  const entries = [...records(ran.stdout)];
  if (entries.length > limits.files) throw tooMany(source, limits.files);
  return entries;
}

/** Entries as `mode type hash TAB path NUL`; a path that is no UTF-8 keeps its place with U+FFFD and is refused. */
function* records(output: Buffer): Generator<TreeEntry> {
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(0, at);
    const [head = '', ...rest] = output
      .toString('utf8', at, end === -1 ? undefined : end)
      .split('\t');
    const [mode = '', , blob = ''] = head.split(' ');
    yield { path: rest.join('\t'), blob, kind: kindOf(mode) };
    at = end === -1 ? output.length : end + 1;
  }
}

function kindOf(mode: string): Candidate['kind'] {
  if (mode === '120000') return 'link';
  if (mode === '160000') return 'submodule';
  return mode.startsWith('100') ? 'file' : 'other';
}

async function sizesOf(
  blobs: readonly string[],
  reading: Reading,
): Promise<ReadonlyMap<string, number>> {
  const first = await askSizes(blobs, reading);
  const missing = blobs.filter((blob) => !first.has(blob));
  if (missing.length === 0 || reading.bring === undefined) return first;
  await reading.bring(missing);
  return new Map([...first, ...(await askSizes(missing, reading))]);
}

async function askSizes(
  blobs: readonly string[],
  { git, signal, source }: Reading,
): Promise<ReadonlyMap<string, number>> {
  if (blobs.length === 0) return new Map();
  const { code, stdout, stderr } = await runSafeGit(git, ['cat-file', '--batch-check'], {
    input: `${blobs.join('\n')}\n`,
    output: blobs.length * 100,
    signal,
  });
  signal.throwIfAborted();
  if (code !== 0) throw damaged(source, stderr);
  return new Map(
    stdout
      .toString('latin1')
      .split('\n')
      .flatMap((line) => {
        const [, blob, size] = /^([0-9a-f]{40}) blob (\d+)$/.exec(line) ?? [];
        return blob === undefined ? [] : [[blob, Number(size)] as const];
      }),
  );
}
