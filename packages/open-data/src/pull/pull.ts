import { rename } from 'node:fs/promises';
import { CatalogueError } from '../catalogue/catalogue-error.ts';
import type { CatalogueEntry, CatalogueResource } from '../catalogue/entry.ts';
import type { Fetcher, FetchProgress } from '../catalogue/fetch/fetcher.ts';
import { discard, download } from './download.ts';
import { hashFile, type FileHash } from './file-hash.ts';
import {
  readLock,
  withFile,
  writeLock,
  type CatalogueReference,
  type DataLock,
  type LockedFile,
  type Making,
} from './lock.ts';
import { madeFile } from './made-file.ts';
import { nodeFetcher } from './node-transport.ts';
import { pathFor, projectPath } from './project-path.ts';
import { pullError } from './pull-error.ts';

/** A file to fetch. */
export interface PullRequest {
  readonly url: string;
  /** Where to save it, relative to the project's folder. Default: the end of the address, in `data/`. */
  readonly file?: string;
  readonly licence?: string | null;
  readonly credit?: string | null;
  readonly catalogue?: CatalogueReference;
  readonly made?: Making;
}

/** How far a pull is. */
export interface PullProgress {
  readonly file: string;
  /** Of how many this is which, from 1. */
  readonly index: number;
  readonly count: number;
  /** Set when the file is done. */
  readonly status?: PulledFile['status'];
}

/** How files are pulled. */
export interface PullOptions {
  /** The project's folder, where the lock is. Nothing is written outside. */
  readonly folder: string;
  /** Default: `nodeFetcher`. */
  readonly fetcher?: Fetcher;
  /** Asks nobody: every file has to be here as the lock says. */
  readonly offline?: boolean;
  /** Asks whether there is something newer, and takes it. */
  readonly update?: boolean;
  /** Also replaces files that were changed here, or that were never pulled. */
  readonly overwrite?: boolean;
  /** The largest file in bytes, default 500 MB. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
  readonly now?: () => Date;
  readonly onProgress?: (progress: PullProgress) => void;
  /** Bytes and waits of single requests; only with the default fetcher. */
  readonly onFetch?: (progress: FetchProgress) => void;
}

/** What became of one file. */
export interface PulledFile {
  readonly file: string;
  readonly url: string;
  /**
   * `kept`: here already, as locked. `unchanged`: asked, nothing newer. `downloaded`: now here. `updated`: replaced by
   * something newer. `failed`: see `error`; what was here before is still here.
   */
  readonly status: 'kept' | 'unchanged' | 'downloaded' | 'updated' | 'failed';
  readonly bytes?: number;
  readonly error?: CatalogueError<string>;
}

/** What became of all files. One that fails does not stop the others: look at `ok`. */
export interface PullResult {
  readonly ok: boolean;
  readonly files: readonly PulledFile[];
  readonly lock: DataLock;
}

/**
 * Fetches files and writes them into the lock.
 * @throws PullError `open-data/broken-lock`, `open-data/outside-folder` where the lock itself cannot be used.
 */
export async function pull(
  requests: readonly PullRequest[],
  options: PullOptions,
): Promise<PullResult> {
  const lock = await readLock(options.folder);
  const targets: Target[] = [];
  for (const request of requests) targets.push(targetOf(request, lock, targets));
  return await pullAll(targets, lock, options);
}

/**
 * Makes every file of the lock be there as it was, or with `update` as it is now.
 * @throws PullError `open-data/broken-lock`, `open-data/outside-folder` where the lock itself cannot be used.
 */
export async function pullLocked(options: PullOptions): Promise<PullResult> {
  const lock = await readLock(options.folder);
  return await pullAll(lock.files, lock, options);
}

/** The request for a file of a catalogue, with its licence, whom to name, and where it was found. */
export function requestOf(
  entry: CatalogueEntry,
  resource: CatalogueResource,
  file?: string,
): PullRequest {
  const { id, written } = resource.licence ?? entry.licence;
  const licence = id === 'LicenseRef-unknown' ? written : id;
  const { source, page, publisher, title } = entry;
  return {
    url: resource.url,
    licence: licence === 'unstated' ? null : licence,
    credit: publisher === undefined ? title : `${publisher}「${title}」`,
    catalogue: { source, id: entry.id, ...(page !== undefined && { page }) },
    ...(file !== undefined && { file }),
    ...(resource.api && { made: { by: 'rows', api: resource.api } }),
  };
}

type Target = PullRequest & { readonly file: string };

/** A file that the lock has for this address keeps its place; another gets a place of its own. */
function targetOf(request: PullRequest, { files }: DataLock, before: readonly Target[]): Target {
  if (request.file !== undefined) return { ...request, file: request.file };
  const known = files.find(({ url }) => url === request.url)?.file;
  const wanted = URL.canParse(request.url)
    ? pathFor(request.url, request.made?.by === 'rows' ? 'json' : 'csv')
    : 'data/file.csv';
  const taken = new Set([...files, ...before].map(({ file }) => file.toLowerCase()));
  if (known !== undefined) return { ...request, file: known };
  let file = wanted;
  for (let number = 2; taken.has(file.toLowerCase()); number++)
    file = wanted.replace(/(\.[^.]+)$/u, `-${number}$1`);
  return { ...request, file };
}

async function pullAll(
  targets: readonly Target[],
  before: DataLock,
  options: PullOptions,
): Promise<PullResult> {
  const { folder, signal, onProgress, onFetch } = options;
  const fetcher = options.fetcher ?? nodeFetcher(onFetch ? { onProgress: onFetch } : {});
  let lock = before;
  const files: PulledFile[] = [];
  for (const [at, target] of targets.entries()) {
    signal?.throwIfAborted();
    const { file, url } = target;
    const progress = { file, index: at + 1, count: targets.length };
    onProgress?.(progress);
    let done: PulledFile;
    try {
      const { status, locked } = await pullOne(target, lock, { ...options, fetcher });
      lock = withFile(lock, locked);
      // After every file: who is interrupted does not fetch again what came.
      await writeLock(folder, lock);
      done = { file, url, status, bytes: locked.bytes };
    } catch (error) {
      if (!(error instanceof CatalogueError)) throw error;
      done = { file, url, status: 'failed', error };
    }
    files.push(done);
    onProgress?.({ ...progress, status: done.status });
  }
  return { ok: files.every(({ status }) => status !== 'failed'), files, lock };
}

interface Pulled {
  readonly status: Exclude<PulledFile['status'], 'failed'>;
  readonly locked: LockedFile;
}

async function pullOne(
  target: Target,
  lock: DataLock,
  options: PullOptions & { readonly fetcher: Fetcher },
): Promise<Pulled> {
  const { file } = target;
  const path = await projectPath(options.folder, file);
  const locked = lock.files.find((one) => one.file === file);
  const here = await hashFile(path);
  const untouched = locked !== undefined && here?.sha256 === locked.sha256;
  const same = untouched && locked.url === target.url;
  if (options.offline) {
    if (here === undefined || locked === undefined)
      throw pullError('open-data/missing-offline', { value: file, url: target.url });
    if (!untouched)
      throw pullError('open-data/hash-mismatch', { value: file, expected: locked.sha256 });
    return { status: 'kept', locked: described(locked, target) };
  }
  if (same && !options.update) return { status: 'kept', locked: described(locked, target) };
  if (here !== undefined && !untouched && !options.overwrite) {
    const code = locked === undefined ? 'open-data/file-exists' : 'open-data/hash-mismatch';
    throw pullError(code, { value: file, ...(locked && { expected: locked.sha256 }) });
  }
  return await fetchOne({ target, path, locked, here }, same, options);
}

interface Place {
  readonly target: Target;
  readonly path: string;
  readonly locked: LockedFile | undefined;
  readonly here: FileHash | undefined;
}

async function fetchOne(
  { target, path, locked, here }: Place,
  same: boolean,
  options: PullOptions & { readonly fetcher: Fetcher },
): Promise<Pulled> {
  const { update, maxBytes = 500_000_000, fetcher, signal, now = () => new Date() } = options;
  const { url, file, made } = target;
  const known = same ? { etag: locked?.etag, lastModified: locked?.lastModified } : {};
  const asked = { url, path, maxBytes, fetcher, signal, ...known };
  const got = made === undefined ? await download(asked) : await madeFile(made, asked);
  if (got.status === 'unchanged' && locked !== undefined)
    return { status: 'unchanged', locked: described(locked, target) };
  const hash = got.status === 'complete' ? await hashFile(got.part) : undefined;
  if (got.status === 'unchanged' || hash === undefined) {
    await discard(path);
    throw pullError('open-data/unexpected-answer', { url, expected: 'file', value: '304' });
  }
  const asLocked = locked?.url === url && hash.sha256 === locked.sha256;
  if (locked?.url === url && !asLocked && !update) {
    await discard(path);
    throw pullError('open-data/changed-at-source', {
      url,
      expected: locked.sha256,
      value: hash.sha256,
    });
  }
  if (hash.sha256 !== here?.sha256) await rename(got.part, path);
  await discard(path);
  const { licence = locked?.licence ?? null, credit = locked?.credit ?? null, catalogue } = target;
  return {
    status: asLocked
      ? here?.sha256 === hash.sha256
        ? 'unchanged'
        : 'downloaded'
      : locked
        ? 'updated'
        : 'downloaded',
    locked: {
      file,
      url,
      ...hash,
      licence,
      credit,
      // The same bytes were got when they were first got: a build leaves the lock as it is.
      retrievedAt: asLocked ? locked.retrievedAt : japanTime(now()),
      ...(got.etag !== undefined && { etag: got.etag }),
      ...(got.lastModified !== undefined && { lastModified: got.lastModified }),
      ...(catalogue && { catalogue }),
      ...(made && { made }),
    },
  };
}

/** What a request says about a file that is here already is taken over without fetching it. */
function described(locked: LockedFile, { licence, credit, catalogue }: Target): LockedFile {
  return {
    ...locked,
    ...(licence !== undefined && { licence }),
    ...(credit !== undefined && { credit }),
    ...(catalogue && { catalogue }),
  };
}

/** ISO 8601 in Japan's time, to the second. */
function japanTime(instant: Date): string {
  return `${new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`;
}
