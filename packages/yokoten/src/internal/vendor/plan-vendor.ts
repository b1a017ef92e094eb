import { createHash } from 'node:crypto';
import { isSafePath } from '../upgrade/safe-path.ts';
import type { LockedPackage } from './npm-lock.ts';
import { runsOnOne, type Platform } from './platform.ts';

/** Where the tarballs stand in the app. */
export const VENDOR = 'vendor';

/** One tarball that the app has to carry. */
export interface WantedTarball {
  /** Its path in the app, like `vendor/vite-8.0.0.tgz`. */
  readonly path: string;
  /** Every entry of npm's list that is installed from it; the first one stands for all. */
  readonly packages: readonly [LockedPackage, ...LockedPackage[]];
}

/**
 * The tarballs that an installation from npm's list takes on one of the platforms. A package that is left out where it
 * does not run is left out here; what only such a package needs stays, because npm 10 asks for it all the same.
 */
export function planVendor(
  packages: readonly LockedPackage[],
  platforms: readonly Platform[],
): WantedTarball[] {
  const needed = packages.filter((one) => !one.optional || runsOnOne(one, platforms));
  const groups = new Map<string, [LockedPackage, ...LockedPackage[]]>();
  for (const one of needed) {
    const key = [ownPath(one) ?? '', one.name, one.version, one.integrity ?? ''].join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const all = [...groups.values()];
  const taken = countOf(all.map(([first]) => pathOf(first)));
  return all
    .map((group) => ({ path: freePath(group[0], taken), packages: group }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The name that `npm pack` gives a tarball. */
export function tarballName({ name, version }: Pick<LockedPackage, 'name' | 'version'>): string {
  return `${name.replace(/^@/, '').replaceAll('/', '-')}-${version}.tgz`;
}

/** Where npm's list says it stands in the app already, wherever that is. */
export function ownPath({ resolved }: LockedPackage): string | undefined {
  const path = /^file:(?:\.\/)?(.+\.t(?:ar\.)?gz)$/.exec(resolved ?? '')?.[1];
  return path !== undefined && isSafePath(path) ? path : undefined;
}

function pathOf(one: LockedPackage): string {
  return ownPath(one) ?? `${VENDOR}/${tarballName(one)}`;
}

/** `@a/b-c` and `@a-b/c` give tarballs of the same name. */
function freePath(one: LockedPackage, taken: ReadonlyMap<string, number>): string {
  const path = pathOf(one);
  if ((taken.get(path) ?? 0) < 2) return path;
  const told = [one.name, one.version, one.integrity ?? ''].join('\n');
  const mark = createHash('sha256').update(told).digest('hex').slice(0, 8);
  return `${VENDOR}/${mark}-${tarballName(one)}`;
}

function countOf(paths: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  return counts;
}
