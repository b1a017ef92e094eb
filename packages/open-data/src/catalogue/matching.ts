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
  if (!fitsMunicipality(entry, query)) return undefined;
  if (!fitsTerms(entry, query)) return undefined;
  if (format === undefined) return entry;
  const resources = entry.resources.filter((resource) => hasFormat(resource, format));
  return resources.length === 0 ? undefined : { ...entry, resources };
}

/** An entry of nobody in particular fits where its words name the municipality. */
function fitsMunicipality(entry: CatalogueEntry, { municipality }: SourceQuery): boolean {
  if (municipality === undefined) return true;
  if (entry.municipality !== undefined) return entry.municipality.code === municipality.code;
  return plain(wordsOf(entry)).includes(plain(municipality.name));
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
