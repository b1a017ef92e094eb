import { count, present, text } from './hostile-json.ts';
import type { CatalogueEntry, CatalogueResource, Licence, Quirk } from './entry.ts';
import { extensionOf } from './extension.ts';
import { readLicence, type LicenceParts } from './licence.ts';
import { municipalityOf, type PublisherSigns } from './publisher.ts';
import { readDate } from './written-date.ts';

/** A resource as a catalogue gives it, before anything is believed. */
export interface RawResource {
  readonly url?: unknown;
  readonly title?: unknown;
  readonly format?: unknown;
  readonly size?: unknown;
  readonly updated?: unknown;
  readonly licence?: Licence | undefined;
  readonly api?: CatalogueResource['api'];
}

/** An entry as a catalogue gives it. */
export interface RawEntry {
  readonly id: string;
  readonly source: string;
  readonly title: string | undefined;
  readonly page?: string | undefined;
  readonly description?: unknown;
  readonly publisher?: string | undefined;
  readonly signs?: PublisherSigns;
  readonly municipality?: CatalogueEntry['municipality'];
  readonly tags?: readonly unknown[];
  readonly frequency?: unknown;
  readonly licence?: LicenceParts;
  readonly updated?: unknown;
  readonly resources: readonly RawResource[];
  readonly quirks?: readonly Quirk[];
  /** Where relative addresses start. */
  readonly base: string;
}

const TABLE = /csv|tsv|xlsx?|json|kml|kmz|zip|excel|ngsi|api/iu;

/** Puts an entry together and says what is odd about it. */
export async function makeEntry(raw: RawEntry): Promise<CatalogueEntry> {
  const { id, source, page, publisher } = raw;
  const title = raw.title ?? id;
  const licence = readLicence(...(raw.licence ?? [undefined]));
  const updated = readDate(text(raw.updated, 100));
  const resources = raw.resources.map((resource) => makeResource(resource, raw.base));
  const good = resources.filter((resource) => typeof resource !== 'string');
  const signs = { publisher, datasetId: id, ...raw.signs };
  const known = raw.municipality ? { municipality: raw.municipality } : await municipalityOf(signs);
  return {
    id,
    source,
    title,
    ...present({ page, description: text(raw.description), publisher, updated }),
    ...present({ frequency: text(raw.frequency, 200), municipality: known.municipality }),
    tags: (raw.tags ?? []).slice(0, 200).flatMap((tag) => text(tag, 200) ?? []),
    licence,
    resources: good,
    quirks: [
      ...(raw.quirks ?? []),
      ...('quirk' in known && known.quirk ? [known.quirk] : []),
      ...licenceQuirks(licence, good),
      ...(updated !== undefined && updated.iso === undefined
        ? [{ code: 'open-data/date-unreadable' as const, facts: { value: updated.written } }]
        : []),
      ...resources
        .filter((resource) => typeof resource === 'string')
        .map((value) => ({ code: 'open-data/bad-resource-url' as const, facts: { value } })),
      ...resourceQuirks(good),
    ],
  };
}

/** The resource, or what stands where its address should. */
function makeResource(raw: RawResource, base: string): CatalogueResource | string {
  const written = text(raw.url, 4000) ?? '';
  const url = written !== '' && URL.canParse(written, base) ? new URL(written, base) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.password !== '')
    return written;
  return {
    url: url.href,
    ...present({
      title: text(raw.title),
      format: text(raw.format, 100),
      statedSize: count(raw.size),
      licence: raw.licence,
      updated: readDate(text(raw.updated, 100)),
      api: raw.api,
    }),
  };
}

function licenceQuirks({ id, written }: Licence, resources: readonly CatalogueResource[]): Quirk[] {
  if (id === 'unstated' && !resources.some(({ licence }) => licence && licence.id !== 'unstated'))
    return [{ code: 'open-data/licence-unstated', facts: {} }];
  if (id === 'LicenseRef-unknown')
    return [{ code: 'open-data/licence-unknown', facts: { value: written ?? '' } }];
  return [];
}

function resourceQuirks(resources: readonly CatalogueResource[]): Quirk[] {
  const quirks: Quirk[] = [];
  const times = new Map<string, number>();
  for (const { url } of resources) times.set(url, (times.get(url) ?? 0) + 1);
  for (const [value, number] of times)
    if (number > 1) quirks.push({ code: 'open-data/shared-url', facts: { value, count: number } });
  for (const { url, format } of resources) {
    const expected = extensionOf(url);
    const value = format?.toLowerCase();
    if (value !== undefined && expected !== undefined && !sameFormat(value, expected))
      quirks.push({ code: 'open-data/format-mismatch', facts: { value: format ?? '', expected } });
  }
  const formats = resources.map(({ url, format }) => format ?? extensionOf(url) ?? '');
  if (formats.length > 0 && !formats.some((format) => format === '' || TABLE.test(format)))
    quirks.push({ code: 'open-data/no-table', facts: { value: [...new Set(formats)].join(', ') } });
  return quirks;
}

/** Whether a declared format and an extension can mean the same: `Excel` and `xlsx`, `text/csv` and `csv`. */
function sameFormat(declared: string, extension: string): boolean {
  const wide: Readonly<Record<string, RegExp>> = {
    xls: /xls|excel|spreadsheet/u,
    xlsx: /xls|excel|spreadsheet/u,
    geojson: /json/u,
    htm: /html|web/u,
    html: /html|web/u,
    zip: /zip|shp|shape|gtfs|csv/u,
    txt: /txt|text|plain|csv|tsv/u,
    docx: /doc|word/u,
  };
  return wide[extension]?.test(declared) ?? declared.includes(extension);
}
