import type { SourceLabel } from './entry.ts';
import type { CatalogueSource, SourceWork } from './source.ts';
import type { BodikWapiOptions } from './sources/bodik-wapi.ts';
import type { CkanOptions } from './sources/ckan.ts';
import type { DcatOptions } from './sources/dcat.ts';
import type { OpendatasoftOptions } from './sources/opendatasoft.ts';
import type { TokyoApiOptions } from './sources/tokyo-api.ts';
import type { UrlListOptions } from './sources/url-list.ts';

/** A CKAN portal. Words are looked for in titles, alternatives one after the other. */
export function ckan(options: CkanOptions): CatalogueSource {
  const work = once(async () => (await import('./sources/ckan.ts')).openCkan(options));
  return {
    ...paged(options, work),
    entry: async (...asked) => await (await work()).entry(...asked),
  };
}

/** BODIK's WAPI: one interface per standard dataset, an entry per municipality with data behind it. */
export function bodikWapi(options: BodikWapiOptions): CatalogueSource {
  const work = once(async () => (await import('./sources/bodik-wapi.ts')).openBodikWapi(options));
  return { ...paged(options, work), rows: async (...asked) => await (await work()).rows(...asked) };
}

/** Interfaces in the manner of TOKYO OPEN DATA, found through the pages that describe them. */
export function tokyoApi(options: TokyoApiOptions): CatalogueSource {
  const work = once(async () => (await import('./sources/tokyo-api.ts')).openTokyoApi(options));
  return { ...paged(options, work), rows: async (...asked) => await (await work()).rows(...asked) };
}

/** DCAT in JSON: `data.json` or any spelling of JSON-LD. */
export function dcat(options: DcatOptions): CatalogueSource {
  return paged(
    options,
    once(async () => (await import('./sources/dcat.ts')).openDcat(options)),
  );
}

/** A portal by Opendatasoft (Explore API 2.1). */
export function opendatasoft(options: OpendatasoftOptions): CatalogueSource {
  const load = async (): Promise<SourceWork> =>
    (await import('./sources/opendatasoft.ts')).openOpendatasoft(options);
  return paged(options, once(load));
}

/** A list of addresses as text, CSV (the standard's own オープンデータ一覧 too) or JSON. */
export function urlList(options: UrlListOptions): CatalogueSource {
  return paged(
    options,
    once(async () => (await import('./sources/url-list.ts')).openUrlList(options)),
  );
}

/** A source whose code comes when it is first asked. */
function paged(
  { id, title, prefecture }: SourceLabel,
  work: () => Promise<SourceWork>,
): CatalogueSource {
  return {
    id,
    title,
    ...(prefecture !== undefined && { prefecture }),
    page: async (...asked) => await (await work()).page(...asked),
  };
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => (loaded ??= load());
}
