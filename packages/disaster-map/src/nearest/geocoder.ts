import type { LngLat } from '@yokoten/standard';

/** A place that an address may mean. */
export interface GeocoderResult {
  /** In the table's own words, e.g. 本町一丁目. */
  readonly label: string;
  /** `[lng, lat]` in degrees. */
  readonly at: LngLat;
  /** `false` where only a part of what was asked was understood: then the person is asked, also about a single one. */
  readonly exact?: boolean;
}

/** Finds where an address is. Replaceable: a town may have a service of its own. */
export interface Geocoder {
  /**
   * The places `query` may mean, likeliest first; none where it means nothing known. Several are shown to the person,
   * who chooses: an address is never guessed.
   */
  find(query: string, signal?: AbortSignal): Promise<readonly GeocoderResult[]>;
}
