import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packAll, type PackedPackage } from '../pack.ts';
import { root, StepFailed } from '../run.ts';
import { gapsOf, settledBill, type BillOfMaterials } from './bill-of-materials.ts';
import { billOfApp, billOfPackage } from './make-bills.ts';
import { SCAFFOLDER } from './follow-up.ts';
import { newestChanges, newestVersion, ourPackages } from './our-packages.ts';

const folder = join(root, '.cache/release');

/**
 * Makes, in `.cache/release`, what a release publishes: tarballs of the packages that have its version, a bill of
 * materials for each of them and for an app of every template, checksums, and what changed, in words. `packages.tsv`
 * names the tarballs in an order in which they can be published: what others depend on comes first.
 *
 * @throws StepFailed where a bill has a gap
 */
export async function releaseFiles(): Promise<void> {
  const version = newestVersion();
  const packed = await packAll();
  const released = inOrder(packed).filter((one) => one.version === version);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file } of released) cpSync(file, join(folder, basename(file)));
  await writeBills(version, packed, released);
  write('version', `${version}\n`);
  write(
    'packages.tsv',
    released.map(({ name, file }) => `${name}\t${version}\t${basename(file)}\n`).join(''),
  );
  write('notes.md', notesOf(released));
  const sums = readdirSync(folder)
    .filter((name) => /\.(tgz|cdx\.json)$/.test(name))
    .map((name) => `${hash('sha256', join(folder, name))}  ${name}\n`);
  write('SHA256SUMS', sums.join(''));
  console.log(`${version}: ${released.map(({ name }) => name).join(', ')}, in .cache/release`);
}

/** Each after everything it depends on; the scaffolder, whose templates name all others, last. */
function inOrder(packed: readonly PackedPackage[]): readonly PackedPackage[] {
  const done = new Set<PackedPackage>();
  const add = (one: PackedPackage): void => {
    for (const other of packed) if (one.dependencies.includes(other.name)) add(other);
    done.add(one);
  };
  for (const one of packed) if (one.name !== SCAFFOLDER) add(one);
  for (const one of packed) add(one);
  return [...done];
}

async function writeBills(
  version: string,
  packed: readonly PackedPackage[],
  released: readonly PackedPackage[],
): Promise<void> {
  const own = new Map(
    packed.map((one) => [`${one.name}@${one.version}`, hash('sha512', one.file)]),
  );
  const seconds = execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root });
  const time = new Date(Number(seconds) * 1000).toISOString();
  const wanted: readonly (readonly [name: string, bill: Promise<BillOfMaterials>])[] = [
    ...released.map(({ name, file }) => [basename(file, '.tgz'), billOfPackage(name)] as const),
    ...readdirSync(join(root, 'templates')).map(
      (id) => [`app-${id}-${version}`, billOfApp(id, join(root, '.cache/pack'))] as const,
    ),
  ];
  for (const [name, bill] of wanted) {
    const settled = settledBill(await bill, own, time);
    const gaps = gapsOf(settled);
    if (gaps.length > 0)
      throw new StepFailed(`The bill of materials of ${name} has gaps:\n${gaps.join('\n')}`, 1);
    write(`${name}.cdx.json`, `${JSON.stringify(settled, undefined, 2)}\n`);
  }
}

function notesOf(released: readonly PackedPackage[]): string {
  const names = new Set(released.map(({ name }) => name));
  return ourPackages('packages')
    .filter(({ name }) => names.has(name))
    .map((one) => `## ${one.name}\n\n${newestChanges(one)}\n`)
    .join('\n');
}

function hash(algorithm: 'sha256' | 'sha512', file: string): string {
  return createHash(algorithm).update(readFileSync(file)).digest('hex');
}

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}
