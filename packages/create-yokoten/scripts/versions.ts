import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `workspace:` and `catalog:` stand for, by package name. */
export interface Versions {
  readonly workspace: ReadonlyMap<string, string>;
  readonly catalog: ReadonlyMap<string, string>;
}

/** Reads the versions of this repository's packages and of its catalog. */
export function readVersions(repository: string): Versions {
  const packages = readdirSync(join(repository, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readManifest(join(repository, 'packages', entry.name)));
  return {
    workspace: new Map(packages.map(({ name, version }) => [name, version])),
    catalog: readCatalog(readFileSync(join(repository, 'pnpm-workspace.yaml'), 'utf8')),
  };
}

function readManifest(folder: string): { name: string; version: string } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
}

/** The one `catalog:` of our own workspace file: indented lines `name: version` after it. */
function readCatalog(yaml: string): Map<string, string> {
  const [, block = ''] = /^catalog:\n((?: .*\n|\n|#.*\n)*)/m.exec(yaml) ?? [];
  const lines = block.matchAll(/^ +'?([^\s':#]+)'?: +'?([^\s'#]+)/gm);
  return new Map([...lines].map(([, name = '', version = '']) => [name, version]));
}

/** The version a registry understands. @throws Error for a name that is neither ours nor in the catalog */
export function resolveVersion(name: string, range: string, versions: Versions): string {
  if (!/^(workspace|catalog):/.test(range)) return range;
  const version = (range.startsWith('catalog:') ? versions.catalog : versions.workspace).get(name);
  if (version === undefined)
    throw new Error(`${name}: ${range} stands for nothing in this workspace.`);
  return range.replace(/^catalog:$|^workspace:\*?/, '') + version;
}
