import { expect, test } from 'vitest';
import { readGeometry } from './geometry.ts';

test.each([
  { type: 'Point', coordinates: [139.3, 35.6] },
  { type: 'MultiPoint', coordinates: [[139.3, 35.6, 10]] },
  {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [139, 35],
          [139.1, 35],
          [139, 35],
        ],
      ],
    ],
  },
  { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [139, 35] }] },
])('$type is kept as it is', (geometry) => {
  expect(readGeometry(geometry)).toEqual(geometry);
});

test.each([
  null,
  { type: 'Point' },
  { type: 'Point', coordinates: [139.3] },
  { type: 'Point', coordinates: ['139.3', '35.6'] },
  { type: 'LineString', coordinates: [139.3, 35.6] },
  { type: 'Circle', coordinates: [139.3, 35.6] },
  { type: '__proto__', coordinates: [] },
])('%j is none', (value) => {
  expect(readGeometry(value)).toBeUndefined();
});

test('a collection nested without end is refused', () => {
  const deep = Array.from({ length: 5000 }).reduce<unknown>(
    (inner) => ({ type: 'GeometryCollection', geometries: [inner] }),
    { type: 'Point', coordinates: [139, 35] },
  );
  expect(readGeometry(deep)).toBeUndefined();
});
