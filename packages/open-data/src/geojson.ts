import type { LngLat } from '@yokoten/standard';
import { columnName } from './internal/address.ts';
import { placeColumns } from './internal/place-columns.ts';
import type { PlaceRecord } from './places.ts';
import type { Mapping } from './recognise.ts';
import type { Table } from './table.ts';

/** A FeatureCollection of points after RFC 7946, ready for `JSON.stringify`. */
export interface PointCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly PointFeature[];
}

/** One place. A blank cell is `null`; every other value is the text as the file has it. */
export interface PointFeature {
  readonly type: 'Feature';
  readonly geometry: { readonly type: 'Point'; readonly coordinates: LngLat };
  readonly properties: Readonly<Record<string, string | null>>;
}

/**
 * Places as GeoJSON. A property is called as the standard calls its column, else as the file does; a blank or
 * repeated name gets the column's letter, so that no column is lost. The coordinates stand in the geometry only.
 */
export function toGeoJSON(
  places: readonly PlaceRecord[],
  table: Table,
  mapping: Mapping,
): PointCollection {
  const keys = propertyKeys(table, mapping);
  return {
    type: 'FeatureCollection',
    features: places.map(({ at, cells }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: at },
      // fromEntries defines each key, `__proto__` too, where an assignment would set the prototype.
      properties: Object.fromEntries(keys.map(([index, key]) => [key, cells[index] || null])),
    })),
  };
}

function propertyKeys({ header }: Table, mapping: Mapping): [index: number, key: string][] {
  const { lat, lng, latlng } = placeColumns(mapping);
  const standard = new Map(mapping.columns.map((column) => [column.index, column.standard]));
  const used = new Set<string>();
  const keys: [number, string][] = [];
  for (const [index, label] of header.entries()) {
    if (index === lat || index === lng || index === latlng) continue;
    const name = standard.get(index) ?? label.trim();
    let key = name === '' ? columnName(index) : name;
    if (used.has(key)) key = `${key} (${columnName(index)})`;
    while (used.has(key)) key += '_';
    used.add(key);
    keys.push([index, key]);
  }
  return keys;
}
