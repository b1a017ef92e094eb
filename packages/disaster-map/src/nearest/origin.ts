import type { LngLat } from '@yokoten/standard';

/** Where a person starts from. It stays on the page: no address, no request and no storage holds it. */
export interface Origin {
  /** `[lng, lat]` in degrees. */
  readonly at: LngLat;
  /** `point`: one that was chosen on the map; `map`: its middle. */
  readonly by: 'position' | 'map' | 'point' | 'address';
  /** Metres within which the position lies, where the device says so. */
  readonly accuracy?: number;
  /** What an address was understood as, in the words of its table. */
  readonly label?: string;
}
