import { type Geometry, needsGeometry } from '../geometry.ts';
import { GEOMETRY_LAT, GEOMETRY_LNG, placeColumns } from '../internal/place-columns.ts';
import { type PlaceRecord, readPlaces } from '../places.ts';
import type { Mapping } from '../recognise.ts';
import type { Table, TableRow } from '../table.ts';
import { exportKeys, type ExportOptions } from './columns.ts';
import { type JsonRecord, recordOf } from './json.ts';

/** A FeatureCollection after RFC 7946 with one feature per row, ready for `JSON.stringify`. */
export interface RowCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly RowFeature[];
}

/** One row. A row without a usable position has no geometry (RFC 7946, 3.2) and keeps its coordinates as written. */
export interface RowFeature {
  readonly type: 'Feature';
  /** Positions are `[lng, lat]` in degrees, with an altitude in metres where the file has one. */
  readonly geometry: Geometry | null;
  readonly properties: JsonRecord;
}

/** Every row as a feature, in the file's order. The position stands in the geometry only. */
export function exportGeoJson(
  table: Table,
  mapping: Mapping,
  options?: ExportOptions,
): RowCollection {
  const keys = exportKeys(table, mapping, options);
  const { lat, lng, latlng } = placeColumns(mapping);
  const drawn = new Set([GEOMETRY_LAT, GEOMETRY_LNG]);
  const others = keys.filter(
    ({ index }) =>
      index !== lat && index !== lng && index !== latlng && !drawn.has(table.header[index] ?? ''),
  );
  const places = new Map(readPlaces(table, mapping).places.map((place) => [place.row, place]));
  const features = table.rows.map((row): RowFeature => {
    const geometry = geometryOf(row, places.get(row.row));
    const properties = recordOf(geometry === null ? keys : others, row.cells);
    return { type: 'Feature', geometry, properties };
  });
  return { type: 'FeatureCollection', features };
}

/** The row's own shape where it is more than a point; a point may have been mended since it was read. */
function geometryOf({ geometry }: TableRow, place: PlaceRecord | undefined): Geometry | null {
  const shape = geometry !== undefined && needsGeometry(geometry) ? geometry : undefined;
  if (shape !== undefined && shape.type !== 'Point') return shape;
  if (place === undefined) return null;
  const altitude = shape?.coordinates[2];
  const coordinates = altitude === undefined ? place.at : ([...place.at, altitude] as const);
  return { type: 'Point', coordinates };
}
