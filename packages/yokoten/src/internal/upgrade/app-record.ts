import semver from 'semver';
import { isRecord } from '../config-reader.ts';
import { pathOfPart } from '../eject/part-names.ts';
import { fault, YokotenError } from '../fault.ts';
import { isSafePath } from './safe-path.ts';

/** Where an app came from; nobody edits it. */
export const APP_RECORD = 'yokoten.lock.json';

/** Who owns a file of an app, as `template.json` of `create-yokoten` says it. */
export type Ownership = 'yours' | 'merged' | 'template' | 'generated';

const OWNERSHIPS: readonly string[] = ['yours', 'merged', 'template', 'generated'];

/** What the marks of a template's files stand for. */
export type Fills = Readonly<Record<'code' | 'name' | 'latin' | 'package', string>>;

/** One file as the template has it. */
export interface RecordedFile {
  /** Of the template's file, not of what the owner made of it; absent where its marks were filled in for this app. */
  readonly sha256?: string;
  readonly class: Ownership;
  /** The version it is of, where that is older than the record's: an upgrade of it was put off. */
  readonly version?: string;
}

/** One part of a package that the app has taken into its own hands. */
export interface RecordedPart {
  /** Like `@yokoten/disaster-map`. */
  readonly package: string;
  /** Its name in that package, like `detail`. */
  readonly part: string;
  /** The version of the package it is of. */
  readonly version: string;
  /** Of the part as the package has it, not of what the owner made of it. */
  readonly sha256: string;
}

/** `yokoten.lock.json`: the template, its version, and every file as the template has it. */
export interface AppRecord {
  readonly schemaVersion: 1;
  readonly template: string;
  readonly version: string;
  readonly createdWith?: string;
  readonly municipality?: string;
  /** The example it began as. */
  readonly example?: string;
  readonly fills?: Fills;
  readonly files: ReadonlyMap<string, RecordedFile>;
  /** By the path of the copy in the app; left out where there is none. */
  readonly parts?: ReadonlyMap<string, RecordedPart>;
}

const LARGEST = 1_000_000;
const MOST_FILES = 2000;
const MOST_PARTS = 200;
const LONGEST_FILL = 200;

/**
 * Reads the record of an app. It came with a repository that others may have written, so only what has the right form
 * is taken, and a path that leaves the folder refuses the whole.
 *
 * @throws YokotenError `yokoten/app-record`
 */
export function readAppRecord(text: string): AppRecord {
  if (text.length > LARGEST) throw damaged(`> ${LARGEST} bytes`);
  const value = parsed(text);
  if (!isRecord(value)) throw damaged('{ … }');
  const { template, version, files, createdWith, municipality, example } = value;
  if (value['schemaVersion'] !== 1) throw damaged('"schemaVersion": 1');
  if (typeof template !== 'string' || !/^[a-z][a-z0-9-]{0,60}$/.test(template))
    throw damaged('"template"');
  if (typeof version !== 'string' || version.length > 60) throw damaged('"version"');
  const entries = isRecord(files) ? Object.entries(files) : [];
  if (entries.length === 0 || entries.length > MOST_FILES) throw damaged('"files"');
  const fills = fillsOf(value['fills']);
  const parts = isRecord(value['parts']) ? Object.entries(value['parts']) : [];
  if (parts.length > MOST_PARTS) throw damaged('"parts"');
  return {
    schemaVersion: 1,
    template,
    version,
    ...(typeof createdWith === 'string' && { createdWith }),
    ...(typeof municipality === 'string' && { municipality }),
    ...(typeof example === 'string' && { example }),
    ...(fills && { fills }),
    files: new Map(entries.map(([path, file]) => [path, recordedFile(path, file)])),
    ...(parts.length > 0 && {
      parts: new Map(parts.map(([path, part]) => [path, recordedPart(path, part)])),
    }),
  };
}

/** The record as it is written, files in the order of their paths. */
export function writeAppRecord({ files, parts = new Map(), ...rest }: AppRecord): string {
  const written = {
    ...rest,
    files: inOrder(files),
    ...(parts.size > 0 && { parts: inOrder(parts) }),
  };
  return `${JSON.stringify(written, undefined, 2)}\n`;
}

function inOrder<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged('JSON');
    throw error;
  }
}

function recordedFile(path: string, file: unknown): RecordedFile {
  if (!isSafePath(path)) throw damaged(JSON.stringify(path.slice(0, 80)));
  if (!isRecord(file)) throw damaged(path);
  const { sha256, class: owner, version } = file;
  if (sha256 !== undefined && !isSha256(sha256)) throw damaged(`${path}: sha256`);
  if (!isOwnership(owner)) throw damaged(`${path}: class`);
  return {
    ...(sha256 !== undefined && { sha256 }),
    class: owner,
    ...(typeof version === 'string' && { version }),
  };
}

function recordedPart(path: string, value: unknown): RecordedPart {
  if (!isRecord(value)) throw damaged(JSON.stringify(path.slice(0, 80)));
  const { package: name, part, version, sha256 } = value;
  if (typeof name !== 'string' || !/^@yokoten\/[a-z][a-z0-9-]{0,60}$/.test(name))
    throw damaged(`${path}: package`);
  if (typeof part !== 'string' || !/^[a-z][a-z0-9-]{0,60}$/.test(part))
    throw damaged(`${path}: part`);
  if (typeof version !== 'string' || semver.valid(version) === null)
    throw damaged(`${path}: version`);
  if (!isSha256(sha256)) throw damaged(`${path}: sha256`);
  if (path !== pathOfPart(name, part)) throw damaged(JSON.stringify(path.slice(0, 80)));
  return { package: name, part, version, sha256 };
}

function isSha256(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

/** Whether the value is one of the four classes of ownership. */
export function isOwnership(value: unknown): value is Ownership {
  return typeof value === 'string' && OWNERSHIPS.includes(value);
}

function fillsOf(value: unknown): Fills | undefined {
  if (!isRecord(value)) return undefined;
  const [code, name, latin, packageName] = ['code', 'name', 'latin', 'package'].map((key) =>
    textOf(value[key]),
  );
  if (code === undefined || name === undefined || latin === undefined || packageName === undefined)
    return undefined;
  return { code, name, latin, package: packageName };
}

/** Control characters could end a line of what is filled in and begin another one. */
function textOf(value: unknown): string | undefined {
  const fine =
    typeof value === 'string' &&
    value.length <= LONGEST_FILL &&
    !/[\p{Cc}\u2028\u2029"\\<>`$]/u.test(value);
  return fine ? value : undefined;
}

function damaged(expected: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/app-record',
      `アプリの記録が壊れています（${expected}）。\nGitの履歴から元に戻してください。`,
      `The record of the app is damaged (expected: ${expected}). Bring it back from the history of the repository.`,
      { file: APP_RECORD },
    ),
  );
}
