import { type Geometry, needsGeometry, type Position } from './geometry.ts';
import { columnName } from './internal/address.ts';
import { GEOMETRY_LAT, GEOMETRY_LNG, placeColumns } from './internal/place-columns.ts';
import type { PlaceRecord } from './places.ts';
import type { Mapping } from './recognise.ts';
import type { Table, TableRow } from './table.ts';

/** A FeatureCollection after RFC 7946, ready for `JSON.stringify`. */
export interface PlaceCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly PlaceFeature[];
}

/** A FeatureCollection of points only. */
export interface PointCollection extends PlaceCollection {
  readonly features: readonly PointFeature[];
}

/** One place. */
export interface PointFeature extends PlaceFeature {
  readonly geometry: { readonly type: 'Point'; readonly coordinates: Position };
}

/** One place or shape. A blank cell is `null`; every other value is the text as the file has it. */
export interface PlaceFeature {
  readonly type: 'Feature';
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, string | null>>;
}

/**
 * Places as GeoJSON, and in their rows' order the lines and areas of the same table, which are no places. A property
 * is called as the standard calls its column, else as the file does; a blank or repeated name gets the column's
 * letter, so that no column is lost. The coordinates, altitude included, stand in the geometry only.
 */
export function toGeoJSON(
  places: readonly PlaceRecord[],
  table: Table,
  mapping: Mapping,
): PlaceCollection {
  const keys = propertyKeys(table, mapping);
  // fromEntries defines each key, `__proto__` too, where an assignment would set the prototype.
  const feature = (geometry: Geometry, cells: readonly string[]): PlaceFeature => ({
    type: 'Feature',
    geometry,
    properties: Object.fromEntries(keys.map(([index, key]) => [key, cells[index] || null])),
  });
  const drawn = new Map<number, Geometry>();
  for (const { row, geometry } of table.rows)
    if (geometry !== undefined && needsGeometry(geometry)) drawn.set(row, geometry);
  const placed = places.map((place): Numbered => {
    const geometry = pointOf(place, drawn.get(place.row));
    drawn.delete(place.row);
    return [place.row, feature(geometry, place.cells)];
  });
  const shapes = shapesOf(table.rows, drawn).map(([row, geometry, cells]): Numbered => [
    row,
    feature(geometry, cells),
  ]);
  const all = shapes.length === 0 ? placed : [...placed, ...shapes].sort(([a], [b]) => a - b);
  return { type: 'FeatureCollection', features: all.map(([, one]) => one) };
}

type Numbered = readonly [row: number, feature: PlaceFeature];

/** The place's own position, which may have been mended, with the altitude of its row. */
function pointOf({ at }: PlaceRecord, drawn: Geometry | undefined): Geometry {
  const altitude = drawn?.type === 'Point' ? drawn.coordinates[2] : undefined;
  const coordinates = altitude === undefined ? at : ([...at, altitude] as const);
  return { type: 'Point', coordinates };
}

function shapesOf(
  rows: readonly TableRow[],
  drawn: ReadonlyMap<number, Geometry>,
): (readonly [row: number, geometry: Geometry, cells: readonly string[]])[] {
  if (drawn.size === 0) return [];
  return rows.flatMap(({ row, cells }) => {
    const geometry = drawn.get(row);
    if (geometry === undefined || geometry.type === 'Point') return [];
    return [[row, geometry, cells.map((cell) => cell.trim())] as const];
  });
}

function propertyKeys({ header }: Table, mapping: Mapping): [index: number, key: string][] {
  const { lat, lng, latlng } = placeColumns(mapping);
  const standard = new Map(mapping.columns.map((column) => [column.index, column.standard]));
  const used = new Set<string>();
  const keys: [number, string][] = [];
  for (const [index, label] of header.entries()) {
    if (index === lat || index === lng || index === latlng) continue;
    if (label === GEOMETRY_LAT || label === GEOMETRY_LNG) continue;
    const name = standard.get(index) ?? label.trim();
    let key = name === '' ? columnName(index) : name;
    if (used.has(key)) key = `${key} (${columnName(index)})`;
    while (used.has(key)) key += '_';
    used.add(key);
    keys.push([index, key]);
  }
  return keys;
}
