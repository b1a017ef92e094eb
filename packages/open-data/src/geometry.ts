/** `[lng, lat]` in degrees (WGS84 or JGD2011), with the altitude in metres where the file has one. */
export type Position = readonly [lng: number, lat: number, altitude?: number];

/** A shape as RFC 7946 writes it; coordinates are `[lng, lat]` or `[lng, lat, altitude]`. */
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'MultiPoint' | 'LineString'; readonly coordinates: readonly Position[] }
  | {
      readonly type: 'MultiLineString' | 'Polygon';
      readonly coordinates: readonly (readonly Position[])[];
    }
  | {
      readonly type: 'MultiPolygon';
      readonly coordinates: readonly (readonly (readonly Position[])[])[];
    }
  | { readonly type: 'GeometryCollection'; readonly geometries: readonly Geometry[] };

/** How deep the coordinates of each type are nested; a single position is 0. */
const DEPTHS: ReadonlyMap<unknown, number> = new Map([
  ['Point', 0],
  ['MultiPoint', 1],
  ['LineString', 1],
  ['MultiLineString', 2],
  ['Polygon', 2],
  ['MultiPolygon', 3],
]);
const COLLECTION_DEPTH = 8;

/**
 * The geometry of a parsed JSON value, as it is; `undefined` where it is none: an unknown type, a position that is
 * not two or more finite numbers, or collections nested deeper than any map draws.
 */
export function readGeometry(value: unknown, depth = 0): Geometry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, coordinates, geometries } = value as Readonly<Record<string, unknown>>;
  if (type === 'GeometryCollection' && Array.isArray(geometries) && depth < COLLECTION_DEPTH) {
    const inner = geometries.map((one) => readGeometry(one, depth + 1));
    const known = inner.filter((one) => one !== undefined);
    return known.length === inner.length ? { type, geometries: known } : undefined;
  }
  const nesting = DEPTHS.get(type);
  if (nesting === undefined || !isNested(coordinates, nesting)) return undefined;
  return { type, coordinates } as Geometry;
}

/** Whether a table's two columns for a position cannot hold it: a shape, or a point with an altitude. */
export function needsGeometry(geometry: Geometry): boolean {
  return geometry.type !== 'Point' || geometry.coordinates.length > 2;
}

function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth > 0) return value.every((inner) => isNested(inner, depth - 1));
  return value.length >= 2 && value.every((part) => Number.isFinite(part));
}
