import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { count, list, record, text } from '../catalogue/hostile-json.ts';
import { replaceFile } from './replace-file.ts';
import { badPath } from './project-path.ts';
import { pullError } from './pull-error.ts';

/** Name of the lockfile, which stands in the project's folder. */
export const LOCK_NAME = 'yokoten.data.lock.json';

/** How a file was made out of what the source sent; the same input always makes the same bytes. */
export interface Making {
  /**
   * `boundary`: only the municipality's features. `towns`: a table of towns. `sites`: unchanged, but only where it is
   * a collection of features. `rows`: all rows of an interface as a JSON array.
   */
  readonly by: 'boundary' | 'towns' | 'sites' | 'rows';
  /** Code of the municipality, for all but `rows`. */
  readonly municipality?: string;
  /** Which interface, for `rows`. */
  readonly api?: 'tokyo-api' | 'bodik-wapi';
}

/** Where a file was found. */
export interface CatalogueReference {
  readonly source: string;
  readonly id: string;
  readonly page?: string;
}

/** One file of the lock. */
export interface LockedFile {
  /** Relative to the project's folder, with `/`. */
  readonly file: string;
  readonly url: string;
  /** Of the file as it is saved, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** SPDX id or name; `null` where none is stated. */
  readonly licence: string | null;
  /** Whom to name; `null` where nobody is stated. */
  readonly credit: string | null;
  /** ISO 8601 with offset: when these bytes were first got. */
  readonly retrievedAt: string;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly catalogue?: CatalogueReference;
  readonly made?: Making;
}

/** What a project's data came from: enough to build it again, offline too. */
export interface DataLock {
  readonly lockfileVersion: 1;
  /** In the order of their paths. */
  readonly files: readonly LockedFile[];
}

/**
 * The lock of a project, an empty one where there is none.
 * @throws PullError `open-data/broken-lock`, `open-data/outside-folder`
 */
export async function readLock(folder: string): Promise<DataLock> {
  const path = join(folder, LOCK_NAME);
  const json = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  return json === undefined ? { lockfileVersion: 1, files: [] } : parseLock(json);
}

/**
 * A lock out of its text, which may come from anywhere: every member is looked at, and none is taken on trust.
 * @throws PullError `open-data/broken-lock`, `open-data/outside-folder`
 */
export function parseLock(json: string): DataLock {
  const whole = record(parsed(json));
  const version = whole.get('lockfileVersion');
  if (version !== 1) throw broken(`lockfileVersion ${JSON.stringify(version) ?? 'undefined'}`);
  if (!Array.isArray(whole.get('files'))) throw broken('files');
  const files = list(whole.get('files')).map((one, index) => lockedFile(record(one), index));
  const seen = new Set<string>();
  for (const { file } of files) {
    const bad = badPath(file);
    if (bad !== undefined) throw pullError('open-data/outside-folder', { url: file, value: bad });
    if (seen.has(file.toLowerCase())) throw broken(`${file} ×2`);
    seen.add(file.toLowerCase());
  }
  return { lockfileVersion: 1, files: files.toSorted(byPath) };
}

/** The text of a lock: files by path, members always in the same order, so that a diff shows only what changed. */
export function formatLock({ files }: DataLock): string {
  const ordered = files.toSorted(byPath).map((one) => ({
    file: one.file,
    url: one.url,
    sha256: one.sha256,
    bytes: one.bytes,
    licence: one.licence,
    credit: one.credit,
    retrievedAt: one.retrievedAt,
    etag: one.etag,
    lastModified: one.lastModified,
    catalogue: one.catalogue && {
      source: one.catalogue.source,
      id: one.catalogue.id,
      page: one.catalogue.page,
    },
    made: one.made && {
      by: one.made.by,
      municipality: one.made.municipality,
      api: one.made.api,
    },
  }));
  return `${JSON.stringify({ lockfileVersion: 1, files: ordered }, undefined, 2)}\n`;
}

/** Saves the lock; nothing is written where nothing changed. */
export async function writeLock(folder: string, lock: DataLock): Promise<void> {
  const path = join(folder, LOCK_NAME);
  const json = formatLock(lock);
  const before = await readFile(path, 'utf8').catch(() => undefined);
  if (before !== json) await replaceFile(path, new TextEncoder().encode(json));
}

/** The lock with a file put in or replaced. */
export function withFile({ files }: DataLock, locked: LockedFile): DataLock {
  const others = files.filter(({ file }) => file !== locked.file);
  return { lockfileVersion: 1, files: [...others, locked].toSorted(byPath) };
}

function lockedFile(one: ReadonlyMap<string, unknown>, index: number): LockedFile {
  const where = `files[${index}]`;
  const need = (key: string, fits: RegExp): string => {
    const value = one.get(key);
    if (typeof value === 'string' && value.length <= 4000 && fits.test(value)) return value;
    throw broken(`${where}.${key}`);
  };
  const bytes = count(one.get('bytes'));
  if (bytes === undefined) throw broken(`${where}.bytes`);
  const [etag, lastModified] = [text(one.get('etag')), text(one.get('lastModified'))];
  const catalogue = reference(record(one.get('catalogue')));
  const made = one.get('made') === undefined ? undefined : making(record(one.get('made')));
  if (made === null) throw broken(`${where}.made`);
  return {
    file: need('file', /./u),
    url: need('url', /^https?:\/\/[^\s]+$/u),
    sha256: need('sha256', /^[\da-f]{64}$/u),
    bytes,
    licence: text(one.get('licence')) ?? null,
    credit: text(one.get('credit')) ?? null,
    retrievedAt: need(
      'retrievedAt',
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/u,
    ),
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    ...(catalogue && { catalogue }),
    ...(made && { made }),
  };
}

function reference(one: ReadonlyMap<string, unknown>): CatalogueReference | undefined {
  const [source, id, page] = ['source', 'id', 'page'].map((key) => text(one.get(key)));
  if (source === undefined || id === undefined) return undefined;
  return { source, id, ...(page !== undefined && { page }) };
}

function making(one: ReadonlyMap<string, unknown>): Making | null {
  const by = (['boundary', 'towns', 'sites', 'rows'] as const).find(
    (each) => each === one.get('by'),
  );
  const api = (['tokyo-api', 'bodik-wapi'] as const).find((each) => each === one.get('api'));
  const municipality = text(one.get('municipality'));
  if (by === undefined || (by === 'rows' ? api : municipality) === undefined) return null;
  return { by, ...(municipality !== undefined && { municipality }), ...(api && { api }) };
}

function byPath(a: LockedFile, b: LockedFile): number {
  return a.file < b.file ? -1 : Number(a.file > b.file);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw pullError('open-data/broken-lock', { url: LOCK_NAME, value: 'JSON' }, cause);
  }
}

function broken(value: string): Error {
  return pullError('open-data/broken-lock', { url: LOCK_NAME, value });
}
