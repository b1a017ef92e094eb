import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isRecord } from '../config-reader.ts';
import { readPartIndex, type PartEntry } from './part-index.ts';

/** A package of the project that has parts to take. */
export interface PackageOfParts {
  /** Like `@yokoten/disaster-map`. */
  readonly name: string;
  readonly version: string;
  /** Its `dist`, by its real path. */
  readonly dist: string;
  readonly parts: readonly PartEntry[];
}

/**
 * The packages of a project that have parts, as they are installed.
 *
 * @throws YokotenError `yokoten/part-index`
 */
export function installedParts(root: string): PackageOfParts[] {
  const require = createRequire(join(root, 'package.json'));
  return ourDependencies(root).flatMap((name) => {
    const [index, manifest] = ['parts.json', 'package.json'].map((file) =>
      resolved(require, `${name}/${file}`),
    );
    if (index === undefined || manifest === undefined) return [];
    const described: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
    const version = isRecord(described) ? described['version'] : undefined;
    const parts = readPartIndex(readFileSync(index, 'utf8'), index);
    const dist = dirname(dirname(realpathSync(index)));
    return typeof version === 'string' ? [{ name, version, dist, parts }] : [];
  });
}

/** The text of a part, as its package has it. */
export function textOfPart({ dist }: PackageOfParts, { id }: PartEntry): string {
  return readFileSync(join(dist, 'parts', `${id}.txt`), 'utf8');
}

/** Only what the app itself depends on: its parts can be imported from the app's files. */
function ourDependencies(root: string): string[] {
  const file = join(root, 'package.json');
  if (!existsSync(file)) return [];
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const groups = isRecord(manifest) ? [manifest['dependencies'], manifest['devDependencies']] : [];
  const names = groups.flatMap((group) => (isRecord(group) ? Object.keys(group) : []));
  return [...new Set(names)].filter((name) => /^@yokoten\/[a-z][a-z0-9-]*$/.test(name));
}

function resolved(require: NodeJS.Require, specifier: string): string | undefined {
  try {
    return require.resolve(specifier);
  } catch {
    // A project has only the packages that it needs, and an older one has no parts.
    return undefined;
  }
}
