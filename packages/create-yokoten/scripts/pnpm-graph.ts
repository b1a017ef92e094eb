import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { LockedPackage } from '../src/first-lock.ts';
import { readVersions, resolveVersion } from './versions.ts';

/** A package, and by name which one it gets of each that it may need. */
export interface Installed {
  readonly entry: LockedPackage;
  readonly targets: ReadonlyMap<string, string>;
}

/** The packages of this repository's templates, by what `pnpm-lock.yaml` calls them. */
export interface PnpmGraph {
  /** Dependencies of all templates: name and what it is called. */
  readonly roots: readonly (readonly [string, string])[];
  /** @throws Error for what is not in the lock file, or not installed */
  read(id: string): Installed;
}

/** The parts of `pnpm-lock.yaml` (version 9) that are read here. */
interface PnpmLock {
  readonly importers: Readonly<
    Record<string, { readonly dependencies?: Readonly<Record<string, { version: string }>> }>
  >;
  readonly packages: Readonly<
    Record<string, Omit<LockedPackage, 'version'> & { readonly resolution: { integrity?: string } }>
  >;
  readonly snapshots: Readonly<Record<string, Snapshot>>;
}

interface Snapshot {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly optional?: boolean;
}

/** A manifest, with what npm writes otherwise into its lock file. */
type Manifest = Omit<LockedPackage, 'bin'> & {
  readonly name?: string;
  readonly bin?: string | Readonly<Record<string, string>> | undefined;
  readonly scripts?: Readonly<Record<string, string>>;
};

/**
 * Reads the lock file of this repository and the manifests of what is installed in it. Of a package for another system
 * only there is no manifest; the lock file says what is needed about it.
 */
export function readPnpmGraph(repository: string): PnpmGraph {
  const lock = parse(readFileSync(join(repository, 'pnpm-lock.yaml'), 'utf8')) as PnpmLock;
  const versions = readVersions(repository);
  const resolved = (range: string, name: string): string => resolveVersion(name, range, versions);
  const store = join(repository, 'node_modules/.pnpm');
  const folders = readdirSync(store);
  const linksOf = (importer: string): [string, string][] =>
    Object.entries(lock.importers[importer]?.dependencies ?? {}).map(([name, { version }]) => [
      name,
      // Our own packages are links to their folders.
      version.startsWith('link:') ? `packages/${version.split('/').at(-1)}` : `${name}@${version}`,
    ]);
  const readOurs = (id: string): Installed => {
    const {
      dependencies = {},
      peerDependencies = {},
      ...rest
    } = readManifest(join(repository, id));
    const entry = entryOf({
      ...rest,
      dependencies: mapValues(dependencies, resolved),
      peerDependencies: mapValues(peerDependencies, resolved),
    });
    return { entry, targets: new Map(linksOf(id)) };
  };
  const read = (id: string): Installed => {
    if (lock.importers[id] !== undefined) return readOurs(id);
    const known = withoutPeers(id);
    const [facts, snapshot] = [lock.packages[known], lock.snapshots[id]];
    const integrity = facts?.resolution.integrity;
    if (facts === undefined || snapshot === undefined || integrity === undefined)
      throw new Error(`pnpm-lock.yaml does not describe ${id}.`);
    const at = known.lastIndexOf('@');
    const name = known.slice(0, at);
    const { dependencies = {}, optionalDependencies = {} } = snapshot;
    const manifest =
      snapshot.optional === true
        ? { ...facts, version: known.slice(at + 1), dependencies: ownOf(dependencies, facts) }
        : readManifest(join(store, folderOf(known, folders), 'node_modules', name));
    const targets = Object.entries({ ...dependencies, ...optionalDependencies }).map(
      ([other, version]) => [other, `${other}@${version}`] as const,
    );
    return { entry: entryOf({ ...manifest, integrity }), targets: new Map(targets) };
  };
  const templates = readdirSync(join(repository, 'templates'));
  return { roots: templates.flatMap((id) => linksOf(`templates/${id}`)), read };
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** A version says in parentheses which peers it was installed with. */
function withoutPeers(version: string): string {
  return version.replace(/\(.*/, '');
}

/** pnpm lists the peers that it found among the dependencies. */
function ownOf(
  dependencies: Readonly<Record<string, string>>,
  { peerDependencies = {} }: Omit<LockedPackage, 'version'>,
): Record<string, string> {
  const own = Object.entries(dependencies).filter(
    ([name]) => !Object.hasOwn(peerDependencies, name),
  );
  return mapValues(Object.fromEntries(own), withoutPeers);
}

/** pnpm's folder of `name@version`, whatever peers it was installed with. */
function folderOf(known: string, folders: readonly string[]): string {
  const start = known.replaceAll('/', '+');
  const found = folders.find((name) => name === start || name.startsWith(`${start}_`));
  if (found === undefined) throw new Error(`${known} is in pnpm-lock.yaml, but not installed.`);
  return found;
}

/** What npm keeps of a manifest, in the form npm writes; empty lists are left out. */
function entryOf(manifest: Manifest): LockedPackage {
  const { name = '', version, bin = {}, scripts = {} } = manifest;
  const programs = typeof bin === 'string' ? { [name.split('/').at(-1) ?? '']: bin } : bin;
  const lists = {
    dependencies: manifest.dependencies,
    optionalDependencies: manifest.optionalDependencies,
    peerDependencies: manifest.peerDependencies,
    peerDependenciesMeta: manifest.peerDependenciesMeta,
    bin: mapValues(programs, (path) => path.replace(/^\.\//, '')),
    engines: manifest.engines,
    os: manifest.os,
    cpu: manifest.cpu,
    libc: manifest.libc,
  };
  const hasScript = ['preinstall', 'install', 'postinstall'].some((one) => one in scripts);
  return {
    version,
    ...(manifest.integrity !== undefined && { integrity: manifest.integrity }),
    ...(manifest.license !== undefined && { license: manifest.license }),
    ...(hasScript && { hasInstallScript: true }),
    ...Object.fromEntries(
      Object.entries(lists).filter(([, list]) => Object.keys(list ?? {}).length > 0),
    ),
  };
}

function mapValues<T>(
  given: Readonly<Record<string, string>>,
  change: (value: string, name: string) => T,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, change(value, name)]),
  );
}
