import type { CatalogueEntry } from './entry.ts';

/** Marks entries whose file another entry lists too: a catalogue counts one file many times. */
export function withSharedUrls(entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  const holders = new Map<string, number>();
  for (const { resources } of entries)
    for (const url of new Set(resources.map((one) => one.url)))
      holders.set(url, (holders.get(url) ?? 0) + 1);
  return entries.map((entry) => {
    const urls = [...new Set(entry.resources.map(({ url }) => url))];
    const shared = urls.flatMap((value) => {
      const count = holders.get(value) ?? 0;
      return count > 1 ? [{ code: 'open-data/shared-url' as const, facts: { value, count } }] : [];
    });
    return shared.length === 0 ? entry : { ...entry, quirks: [...entry.quirks, ...shared] };
  });
}
