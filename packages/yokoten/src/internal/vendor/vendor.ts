import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fault, YokotenError } from '../fault.ts';
import { notAnApp } from '../not-an-app.ts';
import { stateOf, unneededTarballs, vendorGaps, type VendorGap } from './check-vendor.ts';
import { fetchTarballs } from './fetch-tarballs.ts';
import { integrityOf } from './integrity.ts';
import {
  checkThatLockBelongs,
  NPM_LOCK,
  readNpmLock,
  writeNpmLock,
  type LockedPackage,
  type NpmLock,
} from './npm-lock.ts';
import { packedManifest } from './packed-manifest.ts';
import { ownPath, planVendor, VENDOR, type WantedTarball } from './plan-vendor.ts';
import { runsOnOne, type Platform } from './platform.ts';
import { storeVendor } from './store-vendor.ts';
import { recordedPlatforms, VENDOR_RECORD, vendorRecord } from './vendor-record.ts';
import { VENDOR_ATTRIBUTES, vendorReadme, type StoredTarball } from './vendor-readme.ts';

/** What `yokoten vendor` did, or with `--check` found. `--json` prints it. */
export interface VendorReport {
  readonly schemaVersion: 1;
  readonly status: 'complete' | 'stored' | 'incomplete';
  readonly platforms: readonly string[];
  readonly tarballs: readonly StoredTarball[];
  /** Paths that are new, and paths that are gone. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Of a check: what is not as it should be. */
  readonly gaps: readonly VendorGap[];
}

/** How it is to be done. */
export interface VendorOptions {
  /** The platforms of the last run, or the usual one, where it is left out. */
  readonly platforms?: readonly Platform[] | undefined;
  /** Only say whether everything is there; asks no network and writes nothing. */
  readonly check?: boolean;
  /** How far the fetching is, 0 to 1. */
  readonly progress?: ((done: number) => void) | undefined;
}

/**
 * Stores every package that an app's build needs in the app, and has npm's list of exact versions point at the files.
 *
 * @throws YokotenError every `yokoten/vendor-…` code, `yokoten/link-on-the-way`
 */
export async function vendor(root: string, options: VendorOptions = {}): Promise<VendorReport> {
  const { lock, lockText, manifestText } = await readApp(root);
  checkThatLockBelongs(lock, manifestText);
  const platforms = options.platforms ?? recordedPlatforms(await readText(root, VENDOR_RECORD));
  if (options.check === true) return checked(root, lock, platforms);

  const folder = await mkdtemp(join(tmpdir(), 'yokoten-vendor-'));
  try {
    // 1. Fetch what is not there yet; each is compared with npm's list.
    const planned = planVendor(lock.packages, platforms);
    const states = await Promise.all(planned.map((one) => stateOf(root, one)));
    const missing = planned.filter((_, i) => states[i] !== 'fine');
    const fetched = await fetchTarballs(root, missing, folder, options.progress ?? (() => {}));
    const copies = new Map(fetched.map(({ wanted, file }) => [wanted, file]));

    // 2. Look into them: npm 10 does not write down which C library a package is for.
    const sources = planned.map((wanted) => ({
      wanted,
      file: copies.get(wanted) ?? join(root, wanted.path),
    }));
    const read = await Promise.all(sources.map((source) => lookInto(source, platforms)));
    const kept = read.filter(({ isNeeded }) => isNeeded);

    // 3. Point npm's list at them.
    const changed = changedEntries(lock.packages, read, kept);
    const newText = writeNpmLock(lock, changed);
    const newLock = readNpmLock(newText);
    const tarballs = kept.map(({ stored }) => stored);
    const texts = new Map([
      [`${VENDOR}/.gitattributes`, VENDOR_ATTRIBUTES],
      [`${VENDOR}/README.md`, vendorReadme(tarballs, platforms)],
      [VENDOR_RECORD, vendorRecord(platforms)],
      ...(changed.size > 0 ? [[NPM_LOCK, newText] as const] : []),
    ]);
    for (const [path, text] of texts) {
      const now = path === NPM_LOCK ? lockText : await readText(root, path);
      if (now === text) texts.delete(path);
    }

    // 4. Put it in place.
    const added = kept.filter(({ wanted }) => copies.has(wanted));
    const unneeded = await unneededTarballs(root, newLock.packages);
    const gone = new Set(added.map(({ wanted }) => wanted.path));
    const removed = unneeded.filter((path) => !gone.has(path));
    const isChanged = texts.size > 0 || added.length > 0 || removed.length > 0;
    if (isChanged)
      await storeVendor(root, {
        tarballs: new Map(added.map(({ wanted, file }) => [wanted.path, file])),
        texts,
        unneeded: removed,
      });
    return {
      schemaVersion: 1,
      status: isChanged ? 'stored' : 'complete',
      platforms: platforms.map(({ id }) => id),
      tarballs,
      added: added.map(({ wanted }) => wanted.path),
      removed,
      gaps: [],
    };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Source {
  readonly wanted: WantedTarball;
  readonly file: string;
}

interface LookedInto extends Source {
  readonly stored: StoredTarball;
  readonly integrity: string;
  /** What the tarball says and npm's list does not. */
  readonly libc: readonly string[];
  readonly isNeeded: boolean;
}

async function lookInto(
  { wanted, file }: Source,
  platforms: readonly Platform[],
): Promise<LookedInto> {
  const [first] = wanted.packages;
  const bytes = await readFile(file);
  const asks = first.licence === undefined || (first.optional && first.libc.length === 0);
  const manifest = asks ? packedManifest(bytes) : undefined;
  const libc = first.libc.length === 0 && first.optional ? (manifest?.libc ?? []) : [];
  const { name, version, licence = manifest?.licence } = first;
  return {
    wanted,
    file,
    stored: { path: wanted.path, name, version, licence, bytes: bytes.byteLength },
    integrity: integrityOf(bytes),
    libc,
    isNeeded: libc.length === 0 || runsOnOne({ ...first, libc }, platforms),
  };
}

/** What changes in npm's list, by place. A package that is stored no longer is the registry's again. */
function changedEntries(
  packages: readonly LockedPackage[],
  read: readonly LookedInto[],
  kept: readonly LookedInto[],
): Map<string, Readonly<Record<string, unknown>>> {
  const changed = new Map<string, Readonly<Record<string, unknown>>>();
  for (const { wanted, libc, integrity, isNeeded } of read) {
    for (const one of wanted.packages) {
      const learned = {
        ...(libc.length > 0 && { libc }),
        ...(isNeeded && one.integrity === undefined && { integrity }),
        ...(isNeeded && ownPath(one) !== wanted.path && { resolved: `file:${wanted.path}` }),
      };
      if (Object.keys(learned).length > 0) changed.set(one.place, learned);
    }
  }
  const stored = new Set(kept.flatMap(({ wanted }) => wanted.packages));
  for (const one of packages) {
    if (stored.has(one) || ownPath(one)?.startsWith(`${VENDOR}/`) !== true) continue;
    changed.set(one.place, { ...changed.get(one.place), resolved: undefined });
  }
  return changed;
}

async function checked(
  root: string,
  { packages }: NpmLock,
  platforms: readonly Platform[],
): Promise<VendorReport> {
  const gaps = await vendorGaps(root, packages, platforms);
  const tarballs = await Promise.all(
    planVendor(packages, platforms).map(async ({ path, packages: [first] }) => {
      const { name, version, licence } = first;
      const there = await stat(join(root, path)).catch(() => undefined);
      return { path, name, version, licence, bytes: there?.size ?? 0 };
    }),
  );
  return {
    schemaVersion: 1,
    status: gaps.length === 0 ? 'complete' : 'incomplete',
    platforms: platforms.map(({ id }) => id),
    tarballs,
    added: [],
    removed: [],
    gaps,
  };
}

async function readApp(
  root: string,
): Promise<{ lock: NpmLock; lockText: string; manifestText: string }> {
  const manifestText = await readText(root, 'package.json');
  if (manifestText === undefined) throw notAnApp(root);
  const lockText = await readText(root, NPM_LOCK);
  const shrinkwrap = await readText(root, 'npm-shrinkwrap.json');
  if (lockText === undefined || shrinkwrap !== undefined) throw await noNpmLock(root);
  return { lock: readNpmLock(lockText), lockText, manifestText };
}

async function readText(root: string, path: string): Promise<string | undefined> {
  return readFile(join(root, path), 'utf8').catch(() => undefined);
}

const OTHER_LISTS = ['pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'npm-shrinkwrap.json'] as const;

async function noNpmLock(root: string): Promise<YokotenError> {
  const texts = await Promise.all(OTHER_LISTS.map((path) => readText(root, path)));
  const other = OTHER_LISTS.find((_, i) => texts[i] !== undefined);
  return new YokotenError(
    other === undefined
      ? fault(
          'yokoten/vendor-lockfile',
          'package-lock.json がありません。\n「npm install」を先に実行してください。',
          'There is no package-lock.json. Run npm install first.',
          { file: NPM_LOCK },
        )
      : fault(
          'yokoten/vendor-lockfile',
          `npmの package-lock.json が要ります。あるのは ${other} です。\nほかの一覧は、ファイルを指すように変えられません。`,
          `This works with npm's package-lock.json only; here is ${other}, which cannot point at files.`,
          { file: other },
        ),
  );
}
