import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasIntegrity } from './integrity.ts';
import type { LockedPackage } from './npm-lock.ts';
import { ownPath, planVendor, VENDOR, type WantedTarball } from './plan-vendor.ts';
import type { Platform } from './platform.ts';

/** What keeps the stored tarballs from being what npm's list wants. */
export interface VendorGap {
  /** `not-stored`: npm would fetch it; `missing`, `changed`: its file; `unneeded`: nothing points at it. */
  readonly kind: 'not-stored' | 'missing' | 'changed' | 'unneeded';
  /** A path in the app, or name and version of a package that is not stored. */
  readonly what: string;
}

/** Whether everything that an installation takes is in the app, byte for byte as npm's list says. Asks no network. */
export async function vendorGaps(
  root: string,
  packages: readonly LockedPackage[],
  platforms: readonly Platform[],
): Promise<VendorGap[]> {
  const wanted = planVendor(packages, platforms);
  const gaps = await Promise.all(
    wanted.map(async (one): Promise<VendorGap[]> => {
      const elsewhere = one.packages.find((locked) => ownPath(locked) === undefined);
      if (elsewhere !== undefined)
        return [{ kind: 'not-stored', what: `${elsewhere.name} ${elsewhere.version}` }];
      const state = await stateOf(root, one);
      return state === 'fine' ? [] : [{ kind: state, what: one.path }];
    }),
  );
  const unneeded = await unneededTarballs(root, packages);
  return [...gaps.flat(), ...unneeded.map((what): VendorGap => ({ kind: 'unneeded', what }))];
}

/** Whether a tarball stands in the app and is what npm's list says; without a hash there nobody can say so. */
export async function stateOf(
  root: string,
  { path, packages: [{ integrity }] }: WantedTarball,
): Promise<'fine' | 'missing' | 'changed'> {
  const bytes = await readFile(join(root, path)).catch(() => undefined);
  if (bytes === undefined) return 'missing';
  return integrity !== undefined && hasIntegrity(bytes, integrity) ? 'fine' : 'changed';
}

/** Tarballs in `vendor/` that npm's list does not point at. */
export async function unneededTarballs(
  root: string,
  packages: readonly LockedPackage[],
): Promise<string[]> {
  const used = new Set(packages.map(ownPath));
  const names = await readdir(join(root, VENDOR)).catch(() => []);
  return names
    .map((name) => `${VENDOR}/${name}`)
    .filter((path) => path.endsWith('.tgz') && !used.has(path))
    .toSorted();
}
