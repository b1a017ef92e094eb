import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Origin } from '@yokoten/rules';

/** Who made a package and under what licence, as it says itself. */
export interface InstalledPackage {
  readonly origin: Origin;
  /** Text of its licence file, where there is one. */
  readonly licence?: string;
}

/**
 * Looks for a package's description: beside it, as pip installs it (`name-1.0.dist-info`), or above it, as it is developed
 * (`pyproject.toml`, `LICENSE`).
 */
export function describePackage(folder: string): InstalledPackage {
  const module = basename(folder);
  const above = dirname(folder);
  const info = readdirSync(above).find(
    (name) =>
      name.endsWith('.dist-info') && plainName(name.split('-')[0] ?? '') === plainName(module),
  );
  const found = info === undefined ? above : join(above, info);
  const metadata = readIfThere(join(found, 'METADATA')) ?? readIfThere(join(found, 'PKG-INFO'));
  const field = (name: string): string | undefined =>
    new RegExp(`^${name}: *(.+)$`, 'mi').exec(metadata?.split(/\r?\n\r?\n/)[0] ?? '')?.[1]?.trim();
  const classifier = /^Classifier: License :: (?:OSI Approved :: )?(.+)$/m.exec(
    metadata ?? '',
  )?.[1];
  const project = readIfThere(join(found, 'pyproject.toml')) ?? '';
  const stated = (name: string): string | undefined =>
    new RegExp(`^${name} *= *"([^"]+)"`, 'm').exec(project)?.[1];
  const homes = [
    ...(metadata ?? '').matchAll(/^Project-URL: *(?:Repository|Source|Homepage) *, *(.+)$/gim),
  ];
  const licence = ['LICENSE', 'LICENSE.txt', 'licenses/LICENSE', 'LICENSE.AGPL.txt', 'COPYING']
    .map((name) => readIfThere(join(found, name)))
    .find((text) => text !== undefined);
  return {
    origin: {
      name: field('Name') ?? stated('name') ?? module,
      version: field('Version') ?? stated('version') ?? '0.0.0',
      licence:
        classifier ??
        field('License-Expression') ??
        field('License') ??
        stated('license') ??
        'not stated',
      source: homes.at(-1)?.[1] ?? field('Home-page') ?? 'not stated',
    },
    ...(licence !== undefined && { licence }),
  };
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
