import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LockedPackages } from '../src/first-lock.ts';

/** What the package says of everything an app installs. */
export const knownPackages: LockedPackages = JSON.parse(
  readFileSync(join(import.meta.dirname, '../data/locked-packages.json'), 'utf8'),
);

const ours = Object.entries(knownPackages)
  .filter(([, { integrity }]) => integrity === undefined)
  .map(([place, { version }]) => ({ name: place.replace('node_modules/', ''), version }));

/** Puts tarballs of all of our packages into `packages` of a folder; nobody can unpack them. */
export function addPackages(folder: string, version?: string): void {
  mkdirSync(join(folder, 'packages'));
  const index = ours.map((one) => ({
    name: one.name,
    version: version ?? one.version,
    file: `${one.name.replace('@', '').replace('/', '-')}-${version ?? one.version}.tgz`,
    dependencies: ours.map(({ name }) => name),
  }));
  for (const { file } of index) writeFileSync(join(folder, 'packages', file), `tarball ${file}`);
  writeFileSync(join(folder, 'packages/packages.json'), JSON.stringify(index));
}
