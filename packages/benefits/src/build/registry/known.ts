import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Provenance } from './slices.ts';

/** A registry whose publisher prescribes how it is credited. */
export interface KnownRegistry extends Provenance {
  readonly id: string;
  /** Its files' names begin with one of these. */
  readonly files: readonly string[];
  readonly title: string;
}

/** Names of publishers are data, not code: `data/registries.json`. */
const path = fileURLToPath(new URL('../../../data/registries.json', import.meta.url));

let registries: readonly KnownRegistry[] | undefined;

/** The registry that a file comes from, by the name that its publisher gives it. */
export function registryOf(file: string): KnownRegistry | undefined {
  registries ??= JSON.parse(readFileSync(path, 'utf8')) as readonly KnownRegistry[];
  const name = file.split(/[\\/]/).at(-1) ?? '';
  return registries.find(({ files }) => files.some((start) => name.startsWith(start)));
}
