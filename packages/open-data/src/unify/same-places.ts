import type { LngLat } from '@yokoten/standard';
import { around, distance } from 'geokdbush';
import KDBush from 'kdbush';
import { alike, foldName } from './place-name.ts';

/** A place of one source. */
export interface KnownPlace {
  readonly name: string;
  /** `[lng, lat]` in degrees; a place without position is found by name and address alone. */
  readonly at?: LngLat | undefined;
  readonly address?: string | undefined;
  /** Which source it comes from: places of one source are never compared with each other. */
  readonly source: number;
}

/** Two entries of different sources that mean one place. */
export interface SamePlace {
  /** Positions of the two in the list, the smaller first. */
  readonly pair: readonly [first: number, second: number];
  /** Metres between the two positions along the earth's surface; absent where one has no position. */
  readonly distance?: number | undefined;
  /** `name`: same name near by. `address`: same name and address. `position`: close by, under a similar name. */
  readonly by: 'name' | 'address' | 'position';
  /** 0 to 1. Below 0.8 it is a question for a person. */
  readonly confidence: number;
}

/** Settings of {@link findSamePlaces}. */
export interface SamePlaceOptions {
  /** How far apart, in metres, two places of the same name may be. Default 500: a school's ground and its gate. */
  readonly within?: number;
  /** How far apart, in metres, places of similar names may be. Default 50. */
  readonly similarWithin?: number;
}

/** Of latitude, rounded down so that no neighbour is missed. */
const METRES_PER_DEGREE = 110_000;

/**
 * Finds places that two sources both list: by name (NFKC, without blanks, brackets and 市立 …), by name and address where
 * a position is missing, and by position where the names are alike. Every pair is reported with its distance; nothing
 * is merged.
 */
export function findSamePlaces(
  places: readonly KnownPlace[],
  { within = 500, similarWithin = 50 }: SamePlaceOptions = {},
): SamePlace[] {
  const names = places.map(({ name }) => foldName(name));
  return [
    ...byName(places, names, within),
    ...byAddress(places, names),
    ...byPosition(places, names, similarWithin),
  ].sort((a, b) => a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1]);
}

/** A name such as 中央公園 occurs in every town: only neighbours along the latitude are compared. */
function* byName(
  places: readonly KnownPlace[],
  names: readonly string[],
  within: number,
): Iterable<SamePlace> {
  const degrees = within / METRES_PER_DEGREE;
  const placed = places.flatMap(({ at, source }, index) =>
    at === undefined || names[index] === '' ? [] : [{ index, at, source }],
  );
  for (const group of groupBy(placed, ({ index }) => names[index] ?? '')) {
    const sorted = group.toSorted((a, b) => a.at[1] - b.at[1]);
    for (const [rank, one] of sorted.entries()) {
      for (const other of sorted.slice(rank + 1)) {
        if (other.at[1] - one.at[1] > degrees) break;
        if (other.source === one.source) continue;
        const metres = metresBetween(one.at, other.at);
        if (metres > within) continue;
        const pair = ordered(one.index, other.index);
        yield { pair, distance: metres, by: 'name', confidence: 1 - (0.2 * metres) / within };
      }
    }
  }
}

/** Only where one of the two has no position: two positions far apart speak louder than an equal address. */
function* byAddress(places: readonly KnownPlace[], names: readonly string[]): Iterable<SamePlace> {
  const named = places.flatMap(({ at, address = '', source }, index) => {
    const key = `${names[index]} ${foldName(address)}`;
    return names[index] === '' || key.endsWith(' ') ? [] : [{ index, at, source, key }];
  });
  for (const group of groupBy(named, ({ key }) => key)) {
    for (const [rank, one] of group.entries()) {
      for (const other of group.slice(rank + 1)) {
        if (other.source === one.source || (one.at && other.at)) continue;
        yield { pair: ordered(one.index, other.index), by: 'address', confidence: 0.9 };
      }
    }
  }
}

function* byPosition(
  places: readonly KnownPlace[],
  names: readonly string[],
  within: number,
): Iterable<SamePlace> {
  const placed = places.flatMap(({ at }, index) => (at === undefined ? [] : [{ index, at }]));
  if (placed.length === 0) return;
  const tree = new KDBush(placed.length);
  for (const { at } of placed) tree.add(at[0], at[1]);
  tree.finish();
  for (const { index, at } of placed) {
    for (const near of around(tree, at[0], at[1], Infinity, within / 1000)) {
      const other = placed[near];
      if (other === undefined || other.index <= index) continue;
      const [a, b] = [names[index] ?? '', names[other.index] ?? ''];
      if (places[index]?.source === places[other.index]?.source || a === b || !alike(a, b))
        continue;
      const metres = metresBetween(at, other.at);
      yield { pair: [index, other.index], distance: metres, by: 'position', confidence: 0.6 };
    }
  }
}

function metresBetween([lng, lat]: LngLat, [lng2, lat2]: LngLat): number {
  return distance(lng, lat, lng2, lat2) * 1000;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Iterable<readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups.values();
}

function ordered(a: number, b: number): readonly [number, number] {
  return a < b ? [a, b] : [b, a];
}
