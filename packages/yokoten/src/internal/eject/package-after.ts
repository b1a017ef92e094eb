import semver from 'semver';
import { parse as parseYaml } from 'yaml';
import { isRecord } from '../config-reader.ts';
import type { Project } from '../upgrade/project.ts';
import { packageFiles } from '../upgrade/release.ts';
import { isSafePath } from '../upgrade/safe-path.ts';
import { textOf, type Entry } from '../upgrade/tree.ts';

/** One of our packages as an app has it, or will have it. */
export interface PackageOfApp {
  readonly version: string;
  /** The tarball, where the app carries it itself. */
  readonly tarball?: Uint8Array;
}

/** What an upgrade has written so far. */
export type Written = ReadonlyMap<string, Entry | null>;

/**
 * Which version of one of our packages an app has, once the files written so far are in it: as the list of exact versions
 * says, else the lowest that `package.json` allows.
 *
 * @returns `undefined` where the app does not depend on it
 */
export async function packageAfter(
  project: Project,
  written: Written,
  name: string,
): Promise<PackageOfApp | undefined> {
  const before = await project.read(['package.json', 'package-lock.json', 'pnpm-lock.yaml']);
  const text = (path: string): string | undefined => {
    const entry = written.get(path) ?? before.get(path);
    return entry && textOf(entry);
  };
  const range = rangeOf(text('package.json'), name);
  if (range === undefined) return undefined;
  const locked =
    lockedInNpm(text('package-lock.json'), name) ?? lockedInPnpm(text('pnpm-lock.yaml'), name);
  const path = filePath(range) ?? (locked && filePath(locked.resolved));
  const tarball = path === undefined ? undefined : (await project.read([path])).get(path)?.bytes;
  if (tarball !== undefined) {
    const version = versionIn(tarball, name);
    if (version !== undefined) return { version, tarball };
  }
  // A list that was not made anew says what the app had.
  const fits =
    locked !== undefined &&
    (filePath(range) !== undefined || semver.satisfies(locked.version, range));
  if (fits) return { version: locked.version };
  const lowest = semver.validRange(range) === null ? null : semver.minVersion(range);
  return lowest === null ? undefined : { version: lowest.version };
}

interface Locked {
  readonly version: string;
  readonly resolved: string;
}

function rangeOf(manifest: string | undefined, name: string): string | undefined {
  const value = parsedJson(manifest);
  const groups = isRecord(value) ? [value['dependencies'], value['devDependencies']] : [];
  return groups
    .map((group) => (isRecord(group) && Object.hasOwn(group, name) ? group[name] : undefined))
    .find((range) => typeof range === 'string');
}

function lockedInNpm(lock: string | undefined, name: string): Locked | undefined {
  const value = parsedJson(lock);
  const packages = isRecord(value) ? value['packages'] : undefined;
  const entry = isRecord(packages) ? packages[`node_modules/${name}`] : undefined;
  if (!isRecord(entry)) return undefined;
  const { version, resolved = '' } = entry;
  const isFine = typeof version === 'string' && semver.valid(version) !== null;
  return isFine && typeof resolved === 'string' ? { version, resolved } : undefined;
}

function lockedInPnpm(lock: string | undefined, name: string): Locked | undefined {
  if (lock === undefined) return undefined;
  const value: unknown = parseYaml(lock, { maxAliasCount: 20 });
  const importers = isRecord(value) ? value['importers'] : undefined;
  const app = isRecord(importers) ? importers['.'] : undefined;
  const dependencies = isRecord(app) ? app['dependencies'] : undefined;
  const entry = isRecord(dependencies) ? dependencies[name] : undefined;
  const found = isRecord(entry) ? entry['version'] : undefined;
  if (typeof found !== 'string') return undefined;
  // Behind the version stand the peers it was resolved with.
  const version = found.replace(/\(.*$/, '');
  return semver.valid(version) === null ? undefined : { version, resolved: '' };
}

function filePath(specifier: string): string | undefined {
  const path = /^file:(?:\.\/)?(.+\.tgz)$/.exec(specifier)?.[1];
  return path !== undefined && isSafePath(path) ? path : undefined;
}

function versionIn(tarball: Uint8Array, name: string): string | undefined {
  const bytes = packageFiles(tarball, name).get('package.json');
  const value = parsedJson(bytes && textOf({ bytes }));
  const version = isRecord(value) ? value['version'] : undefined;
  return typeof version === 'string' && semver.valid(version) !== null ? version : undefined;
}

function parsedJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
