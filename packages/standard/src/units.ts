/** `[longitude, latitude]` in degrees, WGS84/JGD2011: the order GeoJSON (RFC 7946, section 3.1.1) uses. */
export type LngLat = readonly [lng: number, lat: number];

/** `[west, south, east, north]` in degrees, the order of a GeoJSON `bbox` (RFC 7946, section 5). */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

/** A text in several languages. Japanese is always there; the keys are BCP 47 tags. */
export type Localized = { readonly ja: string } & {
  readonly [language: string]: string | undefined;
};

/** A value that says when it was seen, by whom it was said, and when it stops being good. */
export interface Observed<T> {
  readonly value: T;
  /** ISO 8601 with offset, e.g. `2024-01-09T18:00:00+09:00`. */
  readonly observedAt: string;
  /** Who says so: a name a reader can check, or an address. */
  readonly source: string;
  /** SPDX id or the licence's name; `null` where the source states none. */
  readonly licence: string | null;
  /** ISO 8601 with offset: after this the value is shown as stale. */
  readonly staleAfter: string;
}
