import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { root } from '../run.ts';

/** A package of this repository, as its manifest describes it. */
export interface OurPackage {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  /** Absolute path. */
  readonly folder: string;
}

/** Every package below `packages` or `templates`, in the order of their folders. */
export function ourPackages(
  below: 'packages' | 'templates',
  repository: string = root,
): OurPackage[] {
  return readdirSync(join(repository, below))
    .map((name) => join(repository, below, name))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) =>
      Object.assign(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as OurPackage, {
        folder,
      }),
    );
}

/** The highest version of our packages. What is released together has this one, because versions are linked. */
export function newestVersion(): string {
  const versions = ourPackages('packages').map(({ version }) => version);
  return versions.toSorted(semver.rcompare)[0] ?? '0.0.0';
}

/** What the newest entry of a package's changelog says, without its heading; empty where there is no changelog. */
export function newestChanges({ folder, version }: OurPackage): string {
  const file = join(folder, 'CHANGELOG.md');
  if (!existsSync(file)) return '';
  const [, ...entries] = readFileSync(file, 'utf8').split(/^## /m);
  const entry = entries.find((text) => text.startsWith(`${version}\n`)) ?? '';
  return entry.slice(version.length).trim();
}
