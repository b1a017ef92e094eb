import type { LngLat } from '@yokoten/standard';
import { around } from 'geokdbush';
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
  const tree = new KDBush(items.length, LEAF);
  const points = new Float64Array(3 * items.length);
  for (const [index, [lng, lat]] of positions.entries()) {
    tree.add(lng, lat);
    const { x, y, z } = onSphere(lng, lat);
    points[3 * index] = x;
    points[3 * index + 1] = y;
    points[3 * index + 2] = z;
  }
  tree.finish();
  return {
    find(at, { limit = Infinity, metres = Infinity, accepts } = {}) {
      const { 0: lng, 1: lat } = at;
      if (!(limit > 0) || !Number.isFinite(lng) || !Number.isFinite(lat)) return [];
      const passes = accepts && ((index: number) => accepts(items[index] as T));
      const start = onSphere(lng, lat);
      const found: Near<T>[] = [];
      for (const index of around(tree, lng, lat, limit, metres / 1000, passes))
        found.push({ item: items[index] as T, metres: arc(start, points, 3 * index) });
      return found;
    },
  };
}

/** Things of a leaf, of which all distances are reckoned: for a few nearest, half of the library's 64 is the quickest. */
const LEAF = 32;

const EARTH_METRES = 6_371_000;
const RADIANS = Math.PI / 180;

interface SpherePoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A position as a point of the unit sphere: distances from there need no more sines. */
function onSphere(lng: number, lat: number): SpherePoint {
  const radius = Math.cos(lat * RADIANS);
  return {
    x: radius * Math.cos(lng * RADIANS),
    y: radius * Math.sin(lng * RADIANS),
    z: Math.sin(lat * RADIANS),
  };
}

/** Metres along the sphere to the point whose three numbers begin at `first`. */
function arc({ x, y, z }: SpherePoint, points: Float64Array, first: number): number {
  const dx = x - (points[first] ?? 0);
  const dy = y - (points[first + 1] ?? 0);
  const dz = z - (points[first + 2] ?? 0);
  // Half the straight line through the earth; rounding could make it a little longer than the earth is wide.
  const half = Math.min(1, Math.sqrt(dx * dx + dy * dy + dz * dz) / 2);
  return 2 * EARTH_METRES * Math.asin(half);
}
