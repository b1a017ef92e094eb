import type { SourceLabel } from './entry.ts';
import type { CatalogueSource } from './source.ts';
import { bodikWapi, ckan, tokyoApi } from './sources.ts';
import type { CkanOptions } from './sources/ckan.ts';
import type { TokyoApiOptions } from './sources/tokyo-api.ts';

/** A catalogue whose address and ways are known. */
export type KnownCatalogue = SourceLabel &
  (
    | ({ readonly kind: 'ckan' } & CkanOptions)
    | ({ readonly kind: 'tokyo-api' } & TokyoApiOptions)
    | { readonly kind: 'bodik-wapi'; readonly url: string }
  );

/** Catalogues that hold data of Japan's municipalities. Every one can be searched without a key. */
export const knownCatalogues: readonly KnownCatalogue[] = [
  {
    kind: 'ckan',
    id: 'tokyo',
    title: { ja: 'TOKYO OPEN DATA カタログ', en: 'Tokyo Open Data catalogue' },
    prefecture: '13',
    url: 'https://catalog.data.metro.tokyo.lg.jp',
    api: 'https://catalog.data.metro.tokyo.lg.jp/api/3/action',
    organization: 't{code}',
    datesUnreliable: true,
  },
  {
    kind: 'tokyo-api',
    id: 'tokyo-api',
    title: { ja: 'TOKYO OPEN DATA API', en: 'Tokyo Open Data API' },
    prefecture: '13',
    spec: 'https://spec.api.metro.tokyo.lg.jp',
    service: 'https://service.api.metro.tokyo.lg.jp',
  },
  {
    kind: 'ckan',
    id: 'bodik',
    title: { ja: 'BODIK ODCS', en: 'BODIK ODCS' },
    url: 'https://data.bodik.jp',
    api: 'https://data.bodik.jp/api/3/action',
    organization: '{code}',
  },
  {
    kind: 'bodik-wapi',
    id: 'bodik-wapi',
    title: { ja: 'BODIK WAPI', en: 'BODIK WAPI' },
    url: 'https://wapi.bodik.jp',
  },
  {
    kind: 'ckan',
    id: 'e-gov',
    title: { ja: 'e-Govデータポータル', en: 'e-Gov Data Portal' },
    url: 'https://data.e-gov.go.jp/data',
    api: 'https://data.e-gov.go.jp/data/api/3/action',
  },
  {
    kind: 'ckan',
    id: 'geospatial',
    title: { ja: 'G空間情報センター', en: 'G-spatial Information Center' },
    url: 'https://www.geospatial.jp/ckan',
    api: 'https://www.geospatial.jp/ckan/api/3/action',
  },
  {
    kind: 'ckan',
    id: 'search-ckan',
    title: { ja: 'データカタログ横断検索', en: 'Cross-search of Japanese data catalogues' },
    url: 'https://search.ckan.jp',
    api: 'https://search.ckan.jp/backend/api',
  },
];

/** Pauses that single hosts need in milliseconds: who asks faster is shut out. */
export const politeDelays: Readonly<Record<string, number>> = {
  'data.bodik.jp': 2000,
  'wapi.bodik.jp': 2000,
};

/** The source that searches a known catalogue. */
export function sourceOf(known: KnownCatalogue): CatalogueSource {
  switch (known.kind) {
    case 'ckan':
      return ckan(known);
    case 'tokyo-api':
      return tokyoApi(known);
    case 'bodik-wapi':
      return bodikWapi(known);
  }
}
