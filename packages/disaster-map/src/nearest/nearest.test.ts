import type { LngLat } from '@yokoten/standard';
import { array, assert, double, property, tuple, type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { createNearest } from './nearest.ts';

/** Japan from its westernmost island to its easternmost, and all between. */
const inJapan: Arbitrary<LngLat> = tuple(
  double({ min: 122.9, max: 154, noNaN: true }),
  double({ min: 20.4, max: 45.6, noNaN: true }),
);

test('the five nearest are those that measuring every distance finds', () => {
  assert(
    property(array(inJapan, { minLength: 1, maxLength: 300 }), inJapan, (points, at) => {
      const found = createNearest(points, (point) => point).find(at, { limit: 5 });
      const measured = points.map((point) => haversine(at, point)).toSorted((a, b) => a - b);
      expect(found).toHaveLength(Math.min(5, points.length));
      for (const [rank, { item, metres }] of found.entries()) {
        expect(metres).toBeCloseTo(haversine(at, item), 2);
        expect(metres).toBeCloseTo(measured[rank] ?? Number.NaN, 2);
      }
    }),
  );
});

test('without a limit all are found, each once, nearest first', () => {
  assert(
    property(array(inJapan, { maxLength: 100 }), inJapan, (points, at) => {
      const things = points.map((at, id) => ({ at, id }));
      const found = createNearest(things, (thing) => thing.at).find(at);
      expect(found.map(({ item }) => item.id).toSorted((a, b) => a - b)).toEqual([
        ...points.keys(),
      ]);
      expect(
        found.every(({ metres }, rank) => metres >= (found[rank - 1]?.metres ?? 0) - 1e-3),
      ).toBe(true);
    }),
  );
});

test('what is not accepted or too far is passed over, and the rest fills the limit', () => {
  const points: LngLat[] = [
    [135, 35],
    [135.001, 35],
    [135.002, 35],
    [136, 35],
  ];
  const nearest = createNearest(points, (point) => point);
  const accepts = (point: LngLat): boolean => point !== points[0];
  expect(nearest.find([135, 35], { limit: 2, accepts }).map(({ item }) => item)).toEqual([
    points[1],
    points[2],
  ]);
  expect(nearest.find([135, 35], { metres: 1000 })).toHaveLength(3);
});

test('a degree of longitude is shorter than one of latitude: a plane of degrees would name the wrong one', () => {
  const north: LngLat = [135, 35.0095];
  const east: LngLat = [135.011, 35];
  const nearest = createNearest([north, east], (point) => point);
  expect(nearest.find([135, 35], { limit: 1 })[0]?.item).toBe(east);
});

test('nothing is nearest to nothing', () => {
  const broken: LngLat[] = [[Number.NaN, 35]];
  expect(createNearest(broken, (point) => point).find([135, 35])).toEqual([]);
  const one = createNearest<LngLat>([[135, 35]], (point) => point);
  expect(one.find([Number.NaN, 35])).toEqual([]);
  expect(one.find([135, 35], { limit: 0 })).toEqual([]);
});

function haversine([lng, lat]: LngLat, [lng2, lat2]: LngLat): number {
  const radians = Math.PI / 180;
  const a =
    Math.sin(((lat2 - lat) * radians) / 2) ** 2 +
    Math.cos(lat * radians) *
      Math.cos(lat2 * radians) *
      Math.sin(((lng2 - lng) * radians) / 2) ** 2;
  return 2 * 6_371_000 * Math.asin(Math.sqrt(a));
}
