import { expect, test } from 'vitest';
import { dataFile } from '../../test/golden-apps.ts';
import { readBoundary } from './boundary.ts';

const credit = { source: { ja: '見本市' }, licence: null };
const ring = [
  [141, 32.5],
  [141.1, 32.5],
  [141.1, 32.55],
  [141, 32.5],
];
const polygon = { type: 'Polygon', coordinates: [ring] };

const read = (value: unknown): ReturnType<typeof readBoundary> =>
  readBoundary(dataFile('boundary.geojson', JSON.stringify(value)), credit);

test.each([
  ['a geometry', polygon],
  ['a feature', { type: 'Feature', geometry: polygon }],
  [
    'a collection of one',
    { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: polygon }] },
  ],
  ['several parts of one', { type: 'MultiPolygon', coordinates: [[ring]] }],
])('%s', (_, value) => {
  expect(read(value).boundary).toEqual({ geometry: polygon, credit });
});

test('altitudes and far decimals are dropped', () => {
  const high = {
    type: 'Polygon',
    coordinates: [ring.map(([lng = 0, lat = 0]) => [lng + 1e-9, lat, 30])],
  };
  expect(read(high).boundary?.geometry).toEqual(polygon);
});

test.each([
  ['a point', { type: 'Point', coordinates: [141, 32.5] }],
  ['an open triangle', { type: 'Polygon', coordinates: [ring.slice(0, 3)] }],
  ['no ring', { type: 'Polygon', coordinates: [] }],
  [
    'projected metres',
    { type: 'Polygon', coordinates: [ring.map(([x = 0, y = 0]) => [x * 1000, y * 1000])] },
  ],
  ['an empty collection', { type: 'FeatureCollection', features: [] }],
  ['null', null],
])('%s is no boundary', (_, value) => {
  expect(read(value).problems.map(({ code }) => code)).toEqual(['disaster-map/not-a-boundary']);
});

test('without a credit it is not published', () => {
  const file = dataFile('boundary.geojson', JSON.stringify(polygon));
  expect(readBoundary(file, undefined).problems[0]?.code).toBe('disaster-map/credit-missing');
});
