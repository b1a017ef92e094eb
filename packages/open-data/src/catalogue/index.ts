export type { CatalogueErrorCode, QuirkCode } from './catalogue-code.ts';
export { CatalogueError, type RequestFacts } from './catalogue-error.ts';
export {
  type Catalogue,
  type CatalogueOptions,
  createCatalogue,
  type FindOptions,
  type FindProgress,
  type FindResult,
  type FoundPage,
  type SourceReport,
} from './create-catalogue.ts';
export type {
  CatalogueEntry,
  CatalogueResource,
  EntryMunicipality,
  Licence,
  Quirk,
  SourceLabel,
  WrittenDate,
} from './entry.ts';
export { explainQuirks, type ExplainedQuirk } from './explain-quirks.ts';
export { type Cache, type CachedAnswer, memoryCache } from './fetch/cache.ts';
export type { Clock } from './fetch/clock.ts';
export {
  createFetcher,
  type Fetcher,
  type FetcherOptions,
  type FetchProgress,
  type FetchRequest,
  type OpenAnswer,
} from './fetch/fetcher.ts';
export type { Transport, TransportAnswer, TransportRequest } from './fetch/transport.ts';
export {
  type KnownCatalogue,
  knownCatalogues,
  politeDelays,
  sourceOf,
} from './known-catalogues.ts';
export type { CatalogueQuery } from './query.ts';
export type {
  CatalogueSource,
  Position,
  Reach,
  RowPage,
  SoughtMunicipality,
  SourcePage,
  SourceQuery,
  SourceWork,
} from './source.ts';
export { bodikWapi, ckan, dcat, opendatasoft, tokyoApi, urlList } from './sources.ts';
export type { BodikWapiOptions } from './sources/bodik-wapi.ts';
export type { CkanOptions } from './sources/ckan.ts';
export type { DcatOptions } from './sources/dcat.ts';
export type { OpendatasoftOptions } from './sources/opendatasoft.ts';
export type { TokyoApiOptions } from './sources/tokyo-api.ts';
export type { UrlListOptions } from './sources/url-list.ts';
