import type { LngLat } from '@yokoten/standard';
import { placeColumns } from '../internal/place-columns.ts';
import { readPlaces } from '../places.ts';
import type { Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';
import { exportKeys } from './columns.ts';
import { type JsonRecord, recordOf } from './json.ts';

/** A FeatureCollection after RFC 7946 with one feature per row, ready for `JSON.stringify`. */
export interface RowCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly RowFeature[];
}

/** One row. A row without a usable position has no geometry (RFC 7946, 3.2) and keeps its coordinates as written. */
export interface RowFeature {
  readonly type: 'Feature';
  /** `coordinates` are `[lng, lat]` in degrees. */
  readonly geometry: { readonly type: 'Point'; readonly coordinates: LngLat } | null;
  readonly properties: JsonRecord;
}

/** Every row as a feature, in the file's order. The position stands in the geometry only. */
export function exportGeoJson(table: Table, mapping: Mapping): RowCollection {
  const keys = exportKeys(table, mapping);
  const { lat, lng, latlng } = placeColumns(mapping);
  const others = keys.filter(({ index }) => index !== lat && index !== lng && index !== latlng);
  const at = new Map(readPlaces(table, mapping).places.map((place) => [place.row, place.at]));
  const features = table.rows.map(({ row, cells }): RowFeature => {
    const coordinates = at.get(row);
    if (coordinates === undefined)
      return { type: 'Feature', geometry: null, properties: recordOf(keys, cells) };
    const geometry = { type: 'Point', coordinates } as const;
    return { type: 'Feature', geometry, properties: recordOf(others, cells) };
  });
  return { type: 'FeatureCollection', features };
}
