import type { Geometry, Position } from '../../geometry.ts';

/**
 * The positions of a `coordinates` element: `lng,lat[,altitude]` apart by blanks (OGC KML 2.3, 10.1). Blanks around a
 * comma are forgiven. `undefined` where something is no number.
 */
export function positionsOf(text: string): Position[] | undefined {
  const positions: number[][] = [];
  let joined = false;
  for (const [token] of text.matchAll(/,|[^\s,]+/gu)) {
    if (token === ',') {
      joined = true;
      continue;
    }
    const value = Number(token);
    if (!Number.isFinite(value)) return undefined;
    const last = positions.at(-1);
    if (joined && last !== undefined) last.push(value);
    else positions.push([value]);
    joined = false;
  }
  if (positions.some(({ length }) => length < 2 || length > 3)) return undefined;
  return onGround(positions as unknown as Position[]);
}

/** An altitude of 0 everywhere is what programs write that know none. */
function onGround(positions: Position[]): Position[] {
  if (positions.some(([, , altitude = 0]) => altitude !== 0)) return positions;
  return positions.map(([lng, lat]) => [lng, lat]);
}

/** A line of one point, or an area of none, is nothing to draw. */
export function lineOf(positions: readonly Position[]): Geometry | undefined {
  return positions.length < 2 ? undefined : { type: 'LineString', coordinates: positions };
}

/** Several shapes as one: of one kind where they are all of that kind. */
export function combined(parts: readonly Geometry[]): Geometry | undefined {
  const [first] = parts;
  if (first === undefined || parts.length === 1) return first;
  const points = parts.flatMap((part) => (part.type === 'Point' ? [part.coordinates] : []));
  if (points.length === parts.length) return { type: 'MultiPoint', coordinates: points };
  const lines = parts.flatMap((part) => (part.type === 'LineString' ? [part.coordinates] : []));
  if (lines.length === parts.length) return { type: 'MultiLineString', coordinates: lines };
  const areas = parts.flatMap((part) => (part.type === 'Polygon' ? [part.coordinates] : []));
  if (areas.length === parts.length) return { type: 'MultiPolygon', coordinates: areas };
  return { type: 'GeometryCollection', geometries: parts };
}
