import { hash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PlannedFile } from './plan.ts';

/** A package as npm's lock file (version 3) describes it; the names are npm's. */
export interface LockedPackage {
  readonly version: string;
  /** Where it is not from the registry. */
  readonly resolved?: string | undefined;
  /** Hash of the tarball. Absent for our own packages: they are packed together with this table. */
  readonly integrity?: string | undefined;
  readonly license?: string | undefined;
  /** Whether the app does without it on another system. */
  readonly optional?: true | undefined;
  readonly hasInstallScript?: true | undefined;
  readonly dependencies?: Readonly<Record<string, string>> | undefined;
  readonly optionalDependencies?: Readonly<Record<string, string>> | undefined;
  readonly peerDependencies?: Readonly<Record<string, string>> | undefined;
  readonly peerDependenciesMeta?:
    | Readonly<Record<string, { readonly optional?: boolean }>>
    | undefined;
  readonly bin?: Readonly<Record<string, string>> | undefined;
  readonly engines?: Readonly<Record<string, string>> | undefined;
  readonly os?: readonly string[] | undefined;
  readonly cpu?: readonly string[] | undefined;
  readonly libc?: readonly string[] | undefined;
}

/** By place in the app: `node_modules/NAME`, below another package where two versions are needed. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

/** Names of what a package cannot do without, and of what it takes where the system allows it. */
export function needsOf(entry: Omit<LockedPackage, 'version'>): string[] {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = entry;
  const peers = Object.keys(peerDependencies).filter(
    (name) => entry.peerDependenciesMeta?.[name]?.optional !== true,
  );
  return [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers];
}

/** Where a package at `from` (empty for the app itself) finds another by its name, as Node looks for it. */
export function placeOf(packages: LockedPackages, from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (Object.hasOwn(packages, place)) return place;
    if (at === '') return undefined;
  }
}

/** The file to write. */
type FirstLock = Extract<PlannedFile, { text: string }>;

/**
 * The lock file an app is installed from for the first time: the versions that this release was tested with, so that npm
 * need not ask about each of them. npm adds what is not in it: our own packages, unless the app carries their tarballs.
 *
 * @param files of the app, its `package.json` and tarballs among them
 */
export function firstLock(files: readonly PlannedFile[]): FirstLock {
  const manifest = files.find(({ path }) => path === 'package.json');
  const { name, version, dependencies, engines } = JSON.parse(
    manifest !== undefined && 'text' in manifest ? manifest.text : '{}',
  ) as LockedPackage & { readonly name: string };
  const known = JSON.parse(
    readFileSync(join(import.meta.dirname, '../data/locked-packages.json'), 'utf8'),
  ) as LockedPackages;
  /** Where the app keeps the tarball of a package of ours, and the hash of it. */
  const stored = (place: string, entry: LockedPackage): LockedPackage | undefined => {
    const resolved = dependencies?.[place.slice('node_modules/'.length)];
    const tarball = files.find(({ path }) => resolved === `file:${path}`);
    if (tarball === undefined || !('copyOf' in tarball)) return undefined;
    if (!tarball.path.endsWith(`-${entry.version}.tgz`)) return undefined;
    const digest = hash('sha512', readFileSync(tarball.copyOf), 'base64');
    return { ...entry, resolved, integrity: `sha512-${digest}` };
  };
  const packages = allNeeded(known, Object.keys(dependencies ?? {})).flatMap((place) => {
    const entry = known[place];
    const locked = entry?.integrity === undefined ? entry && stored(place, entry) : entry;
    return locked === undefined ? [] : [[place, locked] as const];
  });
  const lock = {
    name,
    version,
    lockfileVersion: 3,
    requires: true,
    packages: { '': { name, version, dependencies, engines }, ...Object.fromEntries(packages) },
  };
  return { path: 'package-lock.json', text: `${JSON.stringify(lock, undefined, 2)}\n` };
}

/** Takes it away again where npm did not complete it: `npm ci` refuses a list that lacks a package. */
export function withdrawFirstLock(folder: string, { path, text }: FirstLock): void {
  const file = join(folder, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) rmSync(file);
}

/** Places of all packages that these need, each with what it needs itself. */
function allNeeded(known: LockedPackages, names: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (from: string, wanted: readonly string[]): void => {
    for (const name of wanted) {
      const place = placeOf(known, from, name);
      const entry = place === undefined ? undefined : known[place];
      if (place === undefined || entry === undefined || found.has(place)) continue;
      found.add(place);
      visit(place, needsOf(entry));
    }
  };
  visit('', names);
  return [...found].sort();
}
