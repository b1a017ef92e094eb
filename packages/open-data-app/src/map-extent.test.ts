import type { LngLat } from '@yokoten/standard';
import { expect, test } from 'vitest';
import { mapExtent } from './map-extent.ts';

const TOWN = [139, 35, 139.2, 35.2] as const;
const at = (count: number, lng: number, lat: number): LngLat[] =>
  Array.from({ length: count }, (_, i) => [lng + i / 1000, lat + i / 1000]);

test.each([
  ['no place', []],
  ['all in the town', at(10, 139.1, 35.1)],
  ['some elsewhere', [...at(10, 139.1, 35.1), ...at(5, 141, 40)]],
])('%s: the town', (_, places) => {
  expect(mapExtent(TOWN, places)).toEqual(TOWN);
});

test('most elsewhere: where they are, whatever a wrong digit says', () => {
  const [west, south, east, north] = mapExtent(TOWN, [...at(40, 141, 40), [0, 0], [179, 80]]);
  expect([west, south, east, north].map((degrees) => Math.round(degrees * 10) / 10)).toEqual([
    141, 40, 141, 40,
  ]);
  expect(west).toBeLessThan(east);
  expect(south).toBeLessThan(north);
});
