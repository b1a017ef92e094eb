import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from './failure.ts';
import type { PlannedFile } from './plan.ts';

/** `packages.json` in a folder of packed packages. */
interface PackedPackage {
  readonly name: string;
  readonly version: string;
  /** File name of the tarball in the same folder. */
  readonly file: string;
  /** Names of our packages it depends on. */
  readonly dependencies: readonly string[];
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

/**
 * Makes an app depend on tarballs in its own `vendor/`: for an app made from a clone, whose versions no registry has.
 * Every package of ours the app needs, also below another one of ours, becomes a direct dependency and an override,
 * each in npm's and in pnpm's way: else both ask the registry for what a tarball depends on.
 * @throws create-yokoten/missing-packages
 */
export function vendorPackages(
  manifestText: string,
  packages: string,
  cwd: string,
): { readonly manifest: string; readonly files: PlannedFile[] } {
  const folder = resolve(cwd, packages);
  const packed = readIndex(folder, packages);
  const manifest = JSON.parse(manifestText) as Manifest;
  checkThatAllAreThere(Object.keys(manifest.dependencies), packed, packages);
  const needed = closure(Object.keys(manifest.dependencies), packed);
  const specifiers = needed.map(({ name, file }) => [name, `file:vendor/${file}`] as const);
  const dependencies = sorted({ ...manifest.dependencies, ...Object.fromEntries(specifiers) });
  const overrides = Object.fromEntries(needed.map(({ name }) => [name, `$${name}`]));
  const yaml = specifiers.map(([name, specifier]) => `  '${name}': ${specifier}\n`).join('');
  return {
    manifest: `${JSON.stringify({ ...manifest, dependencies, overrides }, undefined, 2)}\n`,
    files: [
      { path: 'pnpm-workspace.yaml', text: `# ${PNPM_NOTE}\noverrides:\n${yaml}` },
      ...needed.map(({ file }) => ({ path: `vendor/${file}`, copyOf: join(folder, file) })),
    ],
  };
}

const PNPM_NOTE =
  'pnpm だけが読みます。vendor/ のパッケージを使うための設定です。 Read by pnpm only: use the packages in vendor/.';

function readIndex(folder: string, asked: string): readonly PackedPackage[] {
  const index = join(folder, 'packages.json');
  if (!existsSync(index)) {
    throw new Failure('create-yokoten/missing-packages', {
      ja: `${asked} に packages.json がありません。pnpm create-app を使ってください。`,
      en: `There is no packages.json in ${asked}. Use pnpm create-app, which makes it.`,
    });
  }
  return JSON.parse(readFileSync(index, 'utf8')) as readonly PackedPackage[];
}

function checkThatAllAreThere(
  wanted: readonly string[],
  packed: readonly PackedPackage[],
  asked: string,
): void {
  const lacking = wanted.filter(
    (name) => /^(@yokoten\/|yokoten$)/.test(name) && !packed.some((one) => one.name === name),
  );
  if (lacking.length === 0) return;
  throw new Failure('create-yokoten/missing-packages', {
    ja: `${asked} に ${lacking.join('、')} がありません。pnpm create-app を使ってください。`,
    en: `${lacking.join(', ')} is not in ${asked}. Use pnpm create-app, which packs all.`,
  });
}

function closure(wanted: readonly string[], packed: readonly PackedPackage[]): PackedPackage[] {
  const found = new Set<PackedPackage>();
  const visit = (names: readonly string[]): void => {
    for (const one of packed) {
      if (!names.includes(one.name) || found.has(one)) continue;
      found.add(one);
      visit(one.dependencies);
    }
  };
  visit(wanted);
  return packed.filter((one) => found.has(one));
}

function sorted(record: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
