import type { Rolldown } from 'vite';

/**
 * Addresses, relative to the page, of the chunks that hold these packages and are only reached by `import()`:
 * the browser learns of them, and of what they import, before the first script has run.
 */
export function modulePreloads(
  bundle: Rolldown.OutputBundle,
  packages: readonly string[],
): string[] {
  const parts = packages.map((name) => `/node_modules/${name}/`);
  const chunks = Object.values(bundle).filter(
    (output): output is Rolldown.OutputChunk => output.type === 'chunk',
  );
  const wanted = chunks.filter(
    ({ isDynamicEntry, moduleIds }) =>
      isDynamicEntry &&
      moduleIds.some((id) => parts.some((part) => id.replaceAll('\\', '/').includes(part))),
  );
  // What the page's own script imports is on its way already.
  const known = withImports(chunks.filter(({ isEntry }) => isEntry));
  return [...withImports(wanted)]
    .filter((chunk) => !known.has(chunk))
    .map(({ fileName }) => `./${fileName}`)
    .toSorted();

  function withImports(
    some: readonly Rolldown.OutputChunk[],
    found = new Set<Rolldown.OutputChunk>(),
  ): ReadonlySet<Rolldown.OutputChunk> {
    for (const chunk of some) {
      if (found.has(chunk)) continue;
      found.add(chunk);
      const imported = chunks.filter(({ fileName }) => chunk.imports.includes(fileName));
      withImports(imported, found);
    }
    return found;
  }
}
