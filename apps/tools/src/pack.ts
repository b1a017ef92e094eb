import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { buildWorkspace } from './prepare.ts';
import { root, run } from './run.ts';
import { removeStaleOutput } from './stale-output.ts';

/** A published package as the tarball a registry would get. */
export interface PackedPackage {
  readonly name: string;
  readonly version: string;
  /** Absolute path of the tarball. */
  readonly file: string;
  /** Names of our own packages it depends on. */
  readonly dependencies: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly files?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface IndexEntry extends PackedPackage {
  /** Of everything the tarball is made from. */
  readonly fingerprint: string;
}

const folder = join(root, '.cache/pack');
const indexFile = join(folder, 'packages.json');

/**
 * Builds all published packages and packs those that changed since the last time, into `.cache/pack`. `packages.json`
 * beside the tarballs names them for the scaffolder.
 */
export async function packAll(): Promise<PackedPackage[]> {
  await buildWorkspace('./packages/*');
  mkdirSync(folder, { recursive: true });
  const before = readIndex();
  const packages = readdirSync(join(root, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, 'packages', entry.name))
    .filter((path) => readManifest(path).private !== true);
  for (const path of packages) removeStaleOutput(path);
  const entries = await Promise.all(packages.map((path) => packOne(path, before)));
  const index = entries.map((entry) => ({ ...entry, file: basename(entry.file) }));
  writeAside(indexFile, `${JSON.stringify(index, undefined, 2)}\n`);
  const kept = new Set(index.map(({ file }) => file));
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.tgz') && !kept.has(name)) rmSync(join(folder, name), { force: true });
  }
  return entries.map(({ name, version, file, dependencies }) => ({
    name,
    version,
    file,
    dependencies,
  }));
}

async function packOne(path: string, before: readonly IndexEntry[]): Promise<IndexEntry> {
  const { name, version, dependencies = {} } = readManifest(path);
  const fingerprint = fingerprintOf(path);
  const file = join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  const known = before.find((entry) => entry.name === name);
  if (known?.fingerprint !== fingerprint || !existsSync(file)) {
    // Aside first, so that whoever reads the folder at the same time never sees half a tarball.
    const aside = mkdtempSync(join(folder, '.aside-'));
    try {
      await run('pnpm', ['pack', '--pack-destination', aside], { cwd: path, output: 'quiet' });
      renameSync(join(aside, basename(file)), file);
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
  }
  const ours = Object.keys(dependencies).filter((other) =>
    dependencies[other]?.startsWith('workspace:'),
  );
  return { name, version, file, dependencies: ours, fingerprint };
}

/** What goes into the tarball, and what `pnpm pack` writes into its manifest: sibling versions and the catalog. */
function fingerprintOf(path: string): string {
  const { files = [] } = readManifest(path);
  const carried = files.flatMap((name) =>
    globSync(`${name}/**/*`, { cwd: path, withFileTypes: false }),
  );
  const beside = readdirSync(path).filter((name) =>
    /^(package\.json|README|LICENSE|CHANGELOG)/.test(name),
  );
  const hash = createHash('sha256');
  for (const name of [...carried, ...beside].sort()) {
    const file = join(path, name);
    if (statSync(file).isFile()) hash.update(`\0${name}\0`).update(readFileSync(file));
  }
  hash.update(readFileSync(join(root, 'pnpm-workspace.yaml')));
  for (const sibling of globSync('packages/*/package.json', { cwd: root }).sort()) {
    hash.update(`\0${readManifest(join(root, sibling, '..')).version}`);
  }
  return hash.digest('hex');
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Manifest;
}

function readIndex(): readonly IndexEntry[] {
  if (!existsSync(indexFile)) return [];
  return JSON.parse(readFileSync(indexFile, 'utf8')) as readonly IndexEntry[];
}

function writeAside(file: string, text: string): void {
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, text);
  renameSync(aside, file);
}
