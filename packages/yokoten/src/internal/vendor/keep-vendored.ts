import type { Localized } from '@yokoten/standard';
import { NPM_LOCK, readNpmLock, writeNpmLock } from './npm-lock.ts';
import { ownPath, planVendor, VENDOR } from './plan-vendor.ts';
import { recordedPlatforms } from './vendor-record.ts';

/** npm's list after a change of packages, pointing at the stored files as before where nothing changed. */
export interface KeptVendored {
  readonly text: string;
  /** Whether some tarballs are to be fetched, or are not needed any more. */
  readonly isStale: boolean;
}

/**
 * Points a new list of exact versions at the files that the old one pointed at: npm drops them where it is set up not
 * to write down where a package comes from.
 *
 * @param record text of `vendor/vendor.json`
 * @throws YokotenError `yokoten/vendor-lockfile`, `yokoten/vendor-source`, `yokoten/vendor-record`
 */
export function keepVendored(oldText: string, newText: string, record: string): KeptVendored {
  const before = new Map(readNpmLock(oldText).packages.map((one) => [one.place, one]));
  const lock = readNpmLock(newText);
  const changed = lock.packages.flatMap((one) => {
    const old = before.get(one.place);
    if (old?.integrity !== one.integrity || old?.version !== one.version) return [];
    const path = ownPath(old);
    const learned = {
      ...(path?.startsWith(`${VENDOR}/`) === true && { resolved: `file:${path}` }),
      // npm 10 drops this, and would ask for packages that are not for this machine.
      ...(one.libc.length === 0 && old.libc.length > 0 && { libc: old.libc }),
    };
    return Object.keys(learned).length > 0 ? [[one.place, learned] as const] : [];
  });
  const text = writeNpmLock(lock, new Map(changed));
  const { packages } = readNpmLock(text);
  const wanted = planVendor(packages, recordedPlatforms(record));
  const isLacking = wanted.some(({ packages: all }) =>
    all.some((one) => ownPath(one) === undefined),
  );
  const used = new Set(packages.map(ownPath));
  const isLeft = [...before.values()].some((one) => {
    const path = ownPath(one);
    return path !== undefined && !used.has(path);
  });
  return { text, isStale: isLacking || isLeft };
}

/** What a person does after an upgrade that changed packages. */
export const VENDOR_AGAIN: { readonly path: string; readonly message: Localized } = {
  path: NPM_LOCK,
  message: {
    ja: 'パッケージが変わりました。取り込んだ後に「npx yokoten vendor」を実行し、vendor/ もコミットしてください。',
    en: 'Packages changed. After merging, run npx yokoten vendor, and commit vendor/ too.',
  },
};
