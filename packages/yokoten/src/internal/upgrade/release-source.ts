import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import semver from 'semver';
import { fault, YokotenError } from '../fault.ts';
import { tarballName } from '../vendor/plan-vendor.ts';
import { readRelease, type Release } from './release.ts';
import { runProgram } from './run-program.ts';

/** Where releases of `create-yokoten` come from. */
export interface ReleaseSource {
  /** Every version there is, newest first. */
  versions(): Promise<readonly string[]>;
  /** The version that a person gets who asks for none: the newest that is no trial. */
  latest(): Promise<string>;
  /** @throws YokotenError `yokoten/no-such-release`, `yokoten/release-archive` */
  open(version: string): Promise<Release>;
  /** The tarball of one of our packages. @throws YokotenError `yokoten/no-such-release` */
  openPackage(name: string, version: string): Promise<Uint8Array>;
}

const PACKAGE = 'create-yokoten';

/** A folder of tarballs as npm names them, `create-yokoten-1.2.3.tgz`: for a machine without network. */
export function folderSource(folder: string): ReleaseSource {
  const versions = async (): Promise<string[]> => {
    const names = await readdir(folder).catch((error: unknown) => {
      throw noReleases(folder, error);
    });
    const found = names.flatMap((name) => /^create-yokoten-(.+)\.tgz$/.exec(name)?.[1] ?? []);
    return newestFirst(found);
  };
  return {
    versions,
    async latest() {
      const all = await versions();
      const newest = all.find((version) => semver.prerelease(version) === null) ?? all[0];
      if (newest === undefined) throw noReleases(folder);
      return newest;
    },
    async open(version) {
      const name = `${PACKAGE}-${version}.tgz`;
      const bytes = await readFile(join(folder, name)).catch(async () => {
        throw noSuchRelease(version, await versions());
      });
      return readRelease(bytes, name);
    },
    async openPackage(name, version) {
      const file = tarballName({ name, version });
      return readFile(join(folder, file)).catch(() => {
        throw noSuchRelease(`${name}@${version}`, []);
      });
    },
  };
}

/** The registry of the person's own npm, through npm itself: their mirror, proxy and certificates hold. */
export function registrySource(cwd: string): ReleaseSource {
  const npm = async (
    args: readonly string[],
    settings: Readonly<Record<string, string>> = {},
  ): Promise<string> => {
    const env = { ...process.env, ...settings };
    const { code, stdout, stderr } = await runProgram('npm', args, { cwd, env });
    if (code === 0) return stdout.toString();
    throw /E404|ETARGET/.test(stderr) ? noSuchRelease(args[1] ?? '', []) : unreachable(stderr);
  };
  const packed = async (name: string, version: string): Promise<Uint8Array> => {
    if (semver.valid(version) === null) throw noSuchRelease(version, []);
    const folder = await mkdtemp(join(tmpdir(), 'yokoten-release-'));
    try {
      // By the environment: on Windows a shell would take a folder's name with a blank for two.
      await npm(['pack', `${name}@${version}`, '--ignore-scripts'], {
        npm_config_pack_destination: folder,
      });
      const [file] = await readdir(folder);
      if (file === undefined) throw noSuchRelease(version, []);
      return await readFile(join(folder, file));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  const versions = async (): Promise<string[]> =>
    newestFirst(asList(await npm(['view', PACKAGE, 'versions', '--json'])));
  return {
    versions,
    async latest() {
      const [version] = asList(await npm(['view', PACKAGE, 'version', '--json']));
      if (version === undefined || semver.valid(version) === null) throw unreachable('');
      return version;
    },
    async open(version) {
      const tarball = await packed(PACKAGE, version);
      return readRelease(tarball, tarballName({ name: PACKAGE, version }));
    },
    openPackage: packed,
  };
}

function newestFirst(versions: readonly string[]): string[] {
  return versions.filter((version) => semver.valid(version) !== null).toSorted(semver.rcompare);
}

function asList(json: string): string[] {
  const value: unknown = JSON.parse(json);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one) => typeof one === 'string');
}

function noReleases(folder: string, cause?: unknown): YokotenError {
  const error = new YokotenError(
    fault(
      'yokoten/no-such-release',
      'このフォルダーに create-yokoten-1.2.3.tgz のようなファイルがありません。',
      'This folder holds no file like create-yokoten-1.2.3.tgz.',
      { file: folder },
    ),
  );
  return Object.assign(error, { cause });
}

function noSuchRelease(version: string, known: readonly string[]): YokotenError {
  const some = known.slice(0, 5).join(', ');
  return new YokotenError(
    fault(
      'yokoten/no-such-release',
      `雛形の版「${version}」はありません。${some === '' ? '' : `あるのは ${some} です。`}`,
      `There is no release ${version} of the template.${some === '' ? '' : ` There are ${some}.`}`,
    ),
  );
}

function unreachable(stderr: string): YokotenError {
  const words = stderr.trim().split('\n').slice(0, 2).join(' ');
  return new YokotenError(
    fault(
      'yokoten/registry-unreachable',
      `新しい雛形を取得できません（${words}）。\n通信できないときは「--releases フォルダー」で指定します。`,
      `The template cannot be fetched (${words}). Without network, name a folder with --releases.`,
    ),
  );
}
