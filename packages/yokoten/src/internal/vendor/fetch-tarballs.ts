import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fault, YokotenError } from '../fault.ts';
import { runProgram } from '../upgrade/run-program.ts';
import { hasIntegrity } from './integrity.ts';
import type { LockedPackage } from './npm-lock.ts';
import { tarballName, type WantedTarball } from './plan-vendor.ts';
import { packedManifest } from './packed-manifest.ts';

/** One tarball that was fetched and is what npm's list says. */
export interface FetchedTarball {
  readonly wanted: WantedTarball;
  /** Absolute path of the copy in the folder of this run. */
  readonly file: string;
}

/** Few enough for a command line of Windows. */
const AT_ONCE = 16;
const LONGEST_WAIT = 600_000;

/**
 * Fetches tarballs through the person's own npm, so that their registry, proxy and certificates hold, and compares each
 * with npm's list before anyone sees it.
 *
 * @param folder where to leave them; empty
 * @throws YokotenError `yokoten/vendor-fetch`, `yokoten/vendor-integrity`
 */
export async function fetchTarballs(
  root: string,
  wanted: readonly WantedTarball[],
  folder: string,
  progress: (done: number) => void,
): Promise<FetchedTarball[]> {
  const fetched: FetchedTarball[] = [];
  for (const [i, batch] of batches(wanted).entries()) {
    const place = join(folder, String(i));
    await mkdir(place);
    const specs = batch.map(({ packages: [{ name, version }] }) => `${name}@${version}`);
    // The folder by the environment: on Windows a shell would take a name with a blank for two.
    const env = { ...process.env, npm_config_pack_destination: place };
    const { code, stderr } = await runProgram(
      'npm',
      ['pack', '--ignore-scripts', '--loglevel', 'error', '--', ...specs],
      { cwd: root, env, timeout: LONGEST_WAIT },
    );
    if (code !== 0) throw unfetched(stderr);
    for (const one of batch) {
      const file = join(place, tarballName(one.packages[0]));
      checkTarball(one.packages[0], await readFile(file));
      fetched.push({ wanted: one, file });
    }
    progress(fetched.length / wanted.length);
  }
  return fetched;
}

/** npm's list is what was looked at before; where it has no hash, npm compared with the registry's own. */
function checkTarball(locked: LockedPackage, bytes: Uint8Array): void {
  const { integrity, name, version } = locked;
  if (integrity !== undefined) {
    if (!hasIntegrity(bytes, integrity)) throw otherBytes(locked);
    return;
  }
  const manifest = packedManifest(bytes);
  if (manifest?.name !== name || manifest.version !== version) throw otherBytes(locked);
}

/** No two of one name in a batch: the second would be written over the first. */
function batches(wanted: readonly WantedTarball[]): WantedTarball[][] {
  const found: { names: Set<string>; list: WantedTarball[] }[] = [];
  for (const one of wanted) {
    const name = tarballName(one.packages[0]);
    const free = found.find(({ names, list }) => list.length < AT_ONCE && !names.has(name));
    if (free === undefined) found.push({ names: new Set([name]), list: [one] });
    else {
      free.names.add(name);
      free.list.push(one);
    }
  }
  return found.map(({ list }) => list);
}

function unfetched(stderr: string): YokotenError {
  const words = stderr
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('A complete log'))
    .slice(0, 3)
    .join(' ');
  return new YokotenError(
    fault(
      'yokoten/vendor-fetch',
      `パッケージを取得できません（${words}）。\n通信と、npmの設定を確かめてください。`,
      `A package cannot be fetched (${words}). Check the network and the settings of npm.`,
    ),
  );
}

function otherBytes({ name, version, integrity }: LockedPackage): YokotenError {
  const expected = integrity ?? `${name} ${version}`;
  return new YokotenError(
    fault(
      'yokoten/vendor-integrity',
      `${name} ${version} は、package-lock.json の記録（${expected}）と違います。\n何も保存していません。取得元を確かめてください。`,
      `${name} ${version} is not what package-lock.json says (${expected}). Nothing was stored. Find out where it came from.`,
      { file: 'package-lock.json' },
    ),
  );
}
