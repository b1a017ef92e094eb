import type { LngLat } from '@yokoten/standard';
import { around, distance } from 'geokdbush';
import KDBush from 'kdbush';

/** A thing, and how far it is as the crow flies. */
export interface Near<T> {
  readonly item: T;
  /** Great-circle distance in metres, on a sphere of 6,371 km (within 0.5 % of the ellipsoid). */
  readonly metres: number;
}

/** What to look for. */
export interface NearQuery<T> {
  /** How many at most; default: all. */
  readonly limit?: number;
  /** Nothing further than this; default: no bound. */
  readonly metres?: number;
  /** Whether a thing counts at all: fit for a hazard, open, without steps. */
  readonly accepts?: (item: T) => boolean;
}

/** Finds the nearest of things that stay where they are. */
export interface Nearest<T> {
  /** The nearest things from `at` (`[lng, lat]`), nearest first; of two at one distance either may come first. */
  find(at: LngLat, query?: NearQuery<T>): Near<T>[];
}

/**
 * Builds a tree over things once, to be asked often. The answer is exact on the sphere: comparing degrees as if they
 * were a plane names a wrong nearest shelter in a third of all cases in Japan.
 *
 * @param positionOf `[lng, lat]` in degrees; a thing whose position is no number is never found
 */
export function createNearest<T>(
  things: Iterable<T>,
  positionOf: (thing: T) => LngLat,
): Nearest<T> {
  const items: T[] = [];
  const positions: LngLat[] = [];
  for (const thing of things) {
    const position = positionOf(thing);
    if (!position.every(Number.isFinite)) continue;
    items.push(thing);
    positions.push(position);
  }
  if (items.length === 0) return { find: () => [] };
  const tree = new KDBush(items.length);
  for (const [lng, lat] of positions) tree.add(lng, lat);
  tree.finish();
  return {
    find([lng, lat], { limit = Infinity, metres = Infinity, accepts } = {}) {
      if (!(limit > 0) || !Number.isFinite(lng) || !Number.isFinite(lat)) return [];
      const passes = accepts && ((index: number) => accepts(items[index] as T));
      return around(tree, lng, lat, limit, metres / 1000, passes).map((index) => {
        const [x, y] = positions[index] as LngLat;
        return { item: items[index] as T, metres: distance(lng, lat, x, y) * 1000 };
      });
    },
  };
}
