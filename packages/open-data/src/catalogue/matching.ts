import type { CatalogueEntry, CatalogueResource } from './entry.ts';
import { extensionOf } from './extension.ts';
import type { SourceQuery } from './source.ts';

/**
 * The entry with the files that fit, or `undefined` where it does not fit: catalogues search descriptions too and
 * pass over half of what they are asked.
 */
export function fitting(
  entry: CatalogueEntry,
  query: SourceQuery,
  format: string | undefined,
): CatalogueEntry | undefined {
  const fits = fitsMunicipality(entry, query);
  if (fits === 'no' || !fitsTerms(entry, query)) return undefined;
  const resources =
    format === undefined
      ? entry.resources
      : entry.resources.filter((resource) => hasFormat(resource, format));
  if (format !== undefined && resources.length === 0) return undefined;
  const unsure =
    fits === 'by words'
      ? [
          {
            code: 'open-data/municipality-unconfirmed' as const,
            facts: { value: query.municipality?.name ?? '' },
          },
        ]
      : [];
  return { ...entry, resources, quirks: [...entry.quirks, ...unsure] };
}

/** An entry that does not say whose it is fits where its words name the municipality, which is then said. */
function fitsMunicipality(
  entry: CatalogueEntry,
  { municipality }: SourceQuery,
): 'yes' | 'by words' | 'no' {
  if (municipality === undefined) return 'yes';
  if (entry.municipality !== undefined)
    return entry.municipality.code === municipality.code ? 'yes' : 'no';
  const words = plain(wordsOf(entry));
  const { name, prefecture } = municipality;
  if (words.includes(plain(prefecture + name))) return 'by words';
  // The end of a longer name is another municipality: 津市 in 大津市.
  const alone = new RegExp(`(?:^|[^\\p{L}]|[都道府県郡])${plain(name)}`, 'mu');
  return alone.test(words) ? 'by words' : 'no';
}

/** By title and file names, or by the name that the standard gives such a file: `131016_public_toilet.csv`. */
function fitsTerms(entry: CatalogueEntry, { dataset, terms }: SourceQuery): boolean {
  const words = plain(wordsOf(entry));
  if (terms.some((term) => term.every((word) => words.includes(plain(word))))) return true;
  if (dataset === undefined) return false;
  const named = new RegExp(`(?:^|[/_=])${dataset.replace(/[^a-z_]/gu, '')}(?:[._/?]|$)`, 'u');
  return named.test(entry.id) || entry.resources.some(({ url }) => named.test(url));
}

function wordsOf({ title, publisher, tags, resources }: CatalogueEntry): string {
  return [title, publisher ?? '', ...tags, ...resources.map((one) => one.title ?? '')].join('\n');
}

/** Letters in one width and case, without blanks and hyphens: `Ｗｉ-Ｆｉ` is `wifi`. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ \t　\-‐－]+/gu, '');
}

function hasFormat({ url, format }: CatalogueResource, wanted: string): boolean {
  const want = wanted.toLowerCase();
  return (format?.toLowerCase().includes(want) ?? false) || extensionOf(url) === want;
}
