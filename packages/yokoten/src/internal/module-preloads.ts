import type { Rolldown } from 'vite';

/**
 * Addresses, relative to the page, of the chunks that hold these packages and are only reached by `import()`:
 * the browser learns of them before the first script has run.
 */
export function modulePreloads(
  bundle: Rolldown.OutputBundle,
  packages: readonly string[],
): string[] {
  const parts = packages.map((name) => `/node_modules/${name}/`);
  return Object.values(bundle)
    .filter((output): output is Rolldown.OutputChunk => output.type === 'chunk')
    .filter(
      ({ isDynamicEntry, moduleIds }) =>
        isDynamicEntry &&
        moduleIds.some((id) => parts.some((part) => id.replaceAll('\\', '/').includes(part))),
    )
    .map(({ fileName }) => `./${fileName}`)
    .toSorted();
}
