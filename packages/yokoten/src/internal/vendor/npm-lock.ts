import semver from 'semver';
import { isRecord } from '../config-reader.ts';
import { fault, YokotenError } from '../fault.ts';
import type { RunsOn } from './platform.ts';

/** npm's list of exact versions. */
export const NPM_LOCK = 'package-lock.json';

/** One package as npm's list has it. */
export interface LockedPackage extends RunsOn {
  /** Where it is installed, like `node_modules/vite`: its key in the list. */
  readonly place: string;
  /** The name it is published under, also where it is installed under another. */
  readonly name: string;
  readonly version: string;
  /** Where its tarball is, or `undefined` where npm left it to the registry that is set up. */
  readonly resolved: string | undefined;
  /** Subresource Integrity, like `sha512-…`. */
  readonly integrity: string | undefined;
  /** npm goes on without it where it does not run. */
  readonly optional: boolean;
  readonly licence: string | undefined;
}

/** `package-lock.json` as it was read; only entries of it are ever changed. */
export interface NpmLock {
  readonly value: Readonly<Record<string, unknown>>;
  readonly entries: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly packages: readonly LockedPackage[];
  readonly indent: string;
}

const LARGEST = 20_000_000;
const MOST_PACKAGES = 20_000;
const NAME = /^(@[\w.~-]{1,100}\/)?[\w.~][\w.~-]{0,200}$/;

/**
 * Reads npm's list of exact versions. It came with a repository that others may have written: names and versions end up
 * on a command line and in file names, so one that is no name or no version refuses the whole.
 *
 * @throws YokotenError `yokoten/vendor-lockfile`, `yokoten/vendor-source`
 */
export function readNpmLock(text: string): NpmLock {
  const value = text.length > LARGEST ? undefined : parsed(text);
  const listed = isRecord(value) ? value['packages'] : undefined;
  if (!isRecord(value) || !isRecord(listed)) throw unreadable('"packages"');
  const entries = Object.entries(listed);
  if (entries.length > MOST_PACKAGES) throw unreadable(`> ${MOST_PACKAGES}`);
  const records = entries.flatMap(([place, entry]) =>
    isRecord(entry) ? [[place, entry] as const] : [],
  );
  return {
    value,
    entries: new Map(records),
    packages: records.flatMap(([place, entry]) => lockedPackage(place, entry) ?? []),
    indent: /^\{\r?\n([ \t]+)/.exec(text)?.[1] ?? '  ',
  };
}

/** What npm writes before the rest. */
const FIRST: readonly string[] = ['name', 'version', 'resolved', 'integrity', 'dependencies'];

/** The list with other entries, as npm itself writes it: its next run changes no line of it. */
export function writeNpmLock(
  { value, entries, indent }: NpmLock,
  changed: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): string {
  const packages = Object.fromEntries(
    [...entries].map(([place, entry]) => {
      const other = changed.get(place);
      return [place, other === undefined ? entry : inNpmsOrder({ ...entry, ...other })];
    }),
  );
  return `${JSON.stringify({ ...value, packages }, undefined, indent)}\n`;
}

function inNpmsOrder(entry: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = Object.entries(entry).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    known.toSorted((a, b) => rank(a) - rank(b) || a[0].localeCompare(b[0], 'en')),
  );
}

/** Objects stand behind plain values. */
function rank([key, value]: readonly [string, unknown]): number {
  const place = FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length;
  return isRecord(value) ? place + FIRST.length + 1 : place;
}

const GROUPS = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
] as const;

/**
 * Whether the list belongs to a `package.json`: npm installs from it only then.
 *
 * @throws YokotenError `yokoten/vendor-lockfile`
 */
export function checkThatLockBelongs({ entries }: NpmLock, manifestText: string): void {
  const manifest = parsed(manifestText);
  const root = entries.get('');
  if (GROUPS.every((group) => rangesIn(manifest, group) === rangesIn(root, group))) return;
  throw new YokotenError(
    fault(
      'yokoten/vendor-lockfile',
      'package.json と package-lock.json が合っていません。\n「npm install」を先に実行してください。',
      'package-lock.json does not belong to package.json. Run npm install first.',
      { file: NPM_LOCK },
    ),
  );
}

function rangesIn(value: unknown, group: string): string {
  const ranges = isRecord(value) ? value[group] : undefined;
  return JSON.stringify(isRecord(ranges) ? Object.entries(ranges).toSorted(byKey) : []);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** `undefined` for the app itself, a folder of its own, and what comes inside another package. */
function lockedPackage(
  place: string,
  entry: Readonly<Record<string, unknown>>,
): LockedPackage | undefined {
  const installedAs = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(place)?.[1];
  if (installedAs === undefined || entry['link'] === true || entry['inBundle'] === true)
    return undefined;
  const name = textOf(entry['name']) ?? installedAs;
  const version = textOf(entry['version']) ?? '';
  const resolved = textOf(entry['resolved']);
  const isKnown = NAME.test(name) && semver.valid(version) !== null;
  if (resolved !== undefined && !/^(https?|file):/.test(resolved)) throw foreign(place, resolved);
  if (!isKnown) throw unreadable(place.slice(0, 120));
  return {
    place,
    name,
    version,
    resolved,
    integrity: textOf(entry['integrity']),
    optional: entry['optional'] === true || entry['devOptional'] === true,
    licence: textOf(entry['license']),
    os: textsOf(entry['os']),
    cpu: textsOf(entry['cpu']),
    libc: textsOf(entry['libc']),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function textsOf(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one) => typeof one === 'string');
}

function unreadable(what: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/vendor-lockfile',
      `package-lock.json を読めません（${what}）。\nnpm 7 以降の「npm install」で作り直してください。`,
      `package-lock.json cannot be used (${what}). Make it anew with npm install of npm 7 or later.`,
      { file: NPM_LOCK },
    ),
  );
}

function foreign(place: string, resolved: string): YokotenError {
  const shown = resolved.slice(0, 120);
  return new YokotenError(
    fault(
      'yokoten/vendor-source',
      `${place} は、Gitから来ています（${shown}）。\n公開された版に替えてください。`,
      `${place} comes out of Git (${shown}). Depend on a published version of it.`,
      { file: NPM_LOCK },
    ),
  );
}
