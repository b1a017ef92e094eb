/** Which sibling a package may use at run time: imports point down only. Level 4 (apps, templates) may use all. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  '@yokoten/standard': [],
  '@yokoten/ui': [],
  '@yokoten/open-data': ['@yokoten/standard'],
  '@yokoten/rules': ['@yokoten/standard'],
  '@yokoten/openfisca': ['@yokoten/rules', '@yokoten/standard'],
  '@yokoten/disaster-map': ['@yokoten/ui', '@yokoten/open-data', '@yokoten/standard'],
  '@yokoten/benefits': ['@yokoten/ui', '@yokoten/rules', '@yokoten/standard'],
  '@yokoten/open-data-app': ['@yokoten/ui', '@yokoten/open-data', '@yokoten/standard'],
  yokoten: ['@yokoten/standard', '@yokoten/open-data', '@yokoten/ui'],
  'create-yokoten': [],
};

/** Used only when the project has them, so they are optional peers, never dependencies. */
const MAY_USE_WHEN_PRESENT: Readonly<Record<string, readonly string[]>> = {
  '@yokoten/benefits': ['@yokoten/open-data'],
  yokoten: [
    '@yokoten/disaster-map',
    '@yokoten/benefits',
    '@yokoten/open-data-app',
    '@yokoten/rules',
    '@yokoten/openfisca',
  ],
};

/** A Node-only part that may reach further than its package: the tables behind a benefit scheme. */
const MAY_USE_IN_PART: Readonly<Record<string, readonly string[]>> = {
  '@yokoten/benefits:src/build': ['@yokoten/open-data'],
};

export interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly exports?: Readonly<Record<string, unknown>>;
}

export interface SourceFile {
  readonly package: string;
  /** Relative to the package, e.g. `src/table.ts`. */
  readonly path: string;
  readonly text: string;
}

/** Names a published package of ours out of an import, or `undefined` for anything else. */
function siblingOf(specifier: string, names: ReadonlySet<string>): string | undefined {
  const parts = specifier.split('/');
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  return names.has(name) ? name : undefined;
}

export interface FoundImport {
  readonly specifier: string;
  /** An `import type` leaves nothing in what is published. */
  readonly typeOnly: boolean;
}

export function importsOf(text: string): FoundImport[] {
  const found: FoundImport[] = [];
  const statements = /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
  for (const [, type, specifier = ''] of text.matchAll(statements))
    found.push({ specifier, typeOnly: type !== undefined });
  for (const [, specifier = ''] of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g))
    found.push({ specifier, typeOnly: false });
  return found;
}

/** Every place where the import direction is broken, as sentences. */
export function findViolations(
  manifests: readonly Manifest[],
  sources: readonly SourceFile[],
): string[] {
  const names = new Set(manifests.map((manifest) => manifest.name));
  const byName = new Map(manifests.map((manifest) => [manifest.name, manifest]));
  return [
    ...manifests.flatMap((manifest) => manifestViolations(manifest, names)),
    ...sources.flatMap((source) => sourceViolations(source, names, byName)),
  ];
}

function manifestViolations(manifest: Manifest, names: ReadonlySet<string>): string[] {
  const { name } = manifest;
  const allowed = MAY_USE[name];
  if (allowed === undefined)
    return [`${name} has no place in the architecture: add it to apps/tools/src/architecture.ts.`];
  const whenPresent = MAY_USE_WHEN_PRESENT[name] ?? [];
  const dependencies = Object.keys(manifest.dependencies ?? {})
    .filter((other) => names.has(other) && !allowed.includes(other))
    .map((other) => `${name} depends on ${other}, which is not below it.`);
  const peers = Object.keys(manifest.peerDependencies ?? {})
    .filter((other) => names.has(other) && !allowed.includes(other))
    .filter(
      (other) =>
        !(whenPresent.includes(other) && manifest.peerDependenciesMeta?.[other]?.optional === true),
    )
    .map((other) => `${name} has ${other} as a peer, which is neither below it nor optional.`);
  return [...dependencies, ...peers];
}

function sourceViolations(
  source: SourceFile,
  names: ReadonlySet<string>,
  byName: ReadonlyMap<string, Manifest>,
): string[] {
  const where = `${source.package} ${source.path}`;
  const part = Object.entries(MAY_USE_IN_PART).find(([key]) =>
    `${source.package}:${source.path}`.startsWith(key),
  );
  const allowed = [...(MAY_USE[source.package] ?? []), ...(part?.[1] ?? [])];
  const whenPresent = MAY_USE_WHEN_PRESENT[source.package] ?? [];
  return importsOf(source.text).flatMap(({ specifier, typeOnly }) => {
    if (specifier.startsWith('.')) {
      return /^(\.\.\/)+(packages|apps|templates)\//.test(specifier)
        ? [`${where} reaches into another package: ${specifier}`]
        : [];
    }
    const sibling = siblingOf(specifier, names);
    if (sibling === undefined || sibling === source.package) return [];
    const entry = `.${specifier.slice(sibling.length)}`;
    if (!Object.hasOwn(byName.get(sibling)?.exports ?? {}, entry))
      return [`${where} imports ${specifier}, which ${sibling} does not export.`];
    const fine = allowed.includes(sibling) || (typeOnly && whenPresent.includes(sibling));
    return fine ? [] : [`${where} imports ${specifier}, which is not below it.`];
  });
}
