import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createTarGzip } from 'nanotar';
import { onTestFinished, vi } from 'vitest';
import { runProgram } from '../src/internal/upgrade/run-program.ts';
import { temporary } from './upgrade-app.ts';

type Manifest = Readonly<Record<string, unknown>> & { readonly name: string };

/** A registry on this machine; npm of this process asks it, with a cache and settings of its own. */
export interface PackageRegistry {
  /** Paths that were asked for. */
  readonly asked: readonly string[];
  /** Tarballs by package and version, like `a@1.0.0`; a test may put others there. */
  readonly tarballs: Map<string, Uint8Array>;
  close(): void;
}

export async function packageRegistry(manifests: readonly Manifest[]): Promise<PackageRegistry> {
  const folder = temporary();
  const asked: string[] = [];
  const tarballs = new Map<string, Uint8Array>();
  const versions = new Map<string, Manifest[]>();
  let address = '';
  for (const given of manifests) {
    const manifest: Manifest = { version: '1.0.0', license: 'MIT', ...given };
    const key = `${manifest.name}@${String(manifest['version'])}`;
    tarballs.set(
      key,
      await createTarGzip(
        [
          { name: 'package/package.json', data: JSON.stringify(manifest) },
          { name: 'package/index.js', data: `export default ${JSON.stringify(key)};\n` },
        ],
        { attrs: { mtime: 1_600_000_000_000 } },
      ),
    );
    versions.set(manifest.name, [...(versions.get(manifest.name) ?? []), manifest]);
  }
  const hashes = new Map(
    [...tarballs].map(([key, bytes]) => [key, createHash('sha512').update(bytes).digest('base64')]),
  );
  const packument = (name: string): unknown => {
    const all = (versions.get(name) ?? []).map((manifest) => {
      const version = String(manifest['version']);
      const key = `${name}@${version}`;
      const tarball = `${address}tarballs/${encodeURIComponent(key)}`;
      const dist = { tarball, integrity: `sha512-${hashes.get(key) ?? ''}` };
      return [version, { ...manifest, dist }] as const;
    });
    return {
      name,
      'dist-tags': { latest: all.at(-1)?.[0] },
      versions: Object.fromEntries(all),
    };
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '').slice(1);
    asked.push(path);
    const tarball = tarballs.get(path.replace(/^tarballs\//, ''));
    if (tarball !== undefined) response.end(tarball);
    else if (versions.has(path)) response.end(JSON.stringify(packument(path)));
    else response.writeHead(404).end('{}');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  const settings = join(folder, 'npmrc');
  writeFileSync(settings, 'audit=false\nfund=false\nupdate-notifier=false\nfetch-retries=0\n');
  vi.stubEnv('npm_config_userconfig', settings);
  vi.stubEnv('npm_config_registry', address);
  vi.stubEnv('npm_config_cache', join(folder, 'cache'));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    close();
  });
  return { asked, tarballs, close };
}

const locks = new Map<string, string>();

/** An app with these dependencies and npm's list of them. */
export async function appWith(dependencies: Readonly<Record<string, string>>): Promise<string> {
  const root = join(temporary(), 'app');
  mkdirSync(root);
  const manifest = { name: 'app', version: '0.0.0', private: true, dependencies };
  const text = JSON.stringify(manifest);
  writeFileSync(join(root, 'package.json'), text);
  const lock = join(root, 'package-lock.json');
  const known = locks.get(text);
  if (known !== undefined) writeFileSync(lock, known);
  else {
    // Without addresses: each test has a registry of its own.
    await npm(root, 'install', '--package-lock-only', '--omit-lockfile-registry-resolved');
    locks.set(text, readFileSync(lock, 'utf8'));
  }
  return root;
}

/** Runs npm in a folder to a good end. */
export async function npm(root: string, ...args: readonly string[]): Promise<void> {
  const { code, stderr } = await runProgram('npm', args, { cwd: root });
  if (code !== 0) throw new Error(`npm ${args.join(' ')}: ${stderr}`);
}
