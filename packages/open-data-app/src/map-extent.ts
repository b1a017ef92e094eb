import type { Bbox, LngLat } from '@yokoten/standard';

/** About a kilometre: a box drawn around simplified boundaries misses places at the edge. */
const MARGIN = 0.01;

/**
 * What a map shows at first: the municipality where most places lie in it; else, for data of a prefecture or of
 * another town, where the places are, but for the few that are farthest out, since one wrong digit would show half the globe.
 *
 * @param places `[lng, lat]` in degrees
 */
export function mapExtent(municipality: Bbox, places: readonly LngLat[]): Bbox {
  const [west, south, east, north] = municipality;
  const isInside = ([lng, lat]: LngLat): boolean =>
    lng >= west - MARGIN && lng <= east + MARGIN && lat >= south - MARGIN && lat <= north + MARGIN;
  if (places.filter(isInside).length * 2 >= places.length) return municipality;
  const [left, right] = middle(places.map(([lng]) => lng));
  const [bottom, top] = middle(places.map(([, lat]) => lat));
  return [left - MARGIN, bottom - MARGIN, right + MARGIN, top + MARGIN];
}

/** The ends of the middle nine tenths. */
function middle(values: readonly number[]): readonly [number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  const cut = Math.floor(sorted.length / 20);
  return [sorted[cut] ?? 0, sorted.at(-1 - cut) ?? 0];
}
