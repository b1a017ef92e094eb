import type { Bbox } from '@yokoten/standard';
import type { Place } from '../document.ts';

/** The box around a place: a point without extent, or all of its lines and areas. */
export function boundsOf([lng, lat, , , , , shape]: Place): Bbox {
  if (shape === undefined) return [lng, lat, lng, lat];
  let [west, south, east, north] = [lng, lat, lng, lat];
  for (const line of [...(shape.lines ?? []), ...(shape.areas?.flat() ?? [])]) {
    for (const [x, y] of line) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  }
  return [west, south, east, north];
}
