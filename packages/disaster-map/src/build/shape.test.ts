import type { Geometry } from '@yokoten/open-data';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawable } from './shape.ts';

const square = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
] as const;
const hole = [
  [1, 1],
  [3.5, 1],
  [3.5, 3],
  [1, 3],
  [1, 1],
] as const;

test('a line has its mark half of the way along', () => {
  const line: Geometry = {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [1, 0],
      [1, 3],
    ],
  };
  expect(drawable(line)).toEqual({ at: [1, 1], shape: { lines: [line.coordinates] } });
});

test('an area has its mark inside, beside a hole too; the largest of several carries it', () => {
  const found = drawable({ type: 'Polygon', coordinates: [square, hole] });
  expect(found?.at[0]).toBe(0.5);
  const small = square.map(([x, y]) => [10 + x / 10, y / 10] as const);
  const both = drawable({ type: 'MultiPolygon', coordinates: [[small], [square]] });
  expect(both?.at[0]).toBe(2);
  expect(both?.shape.areas).toHaveLength(2);
});

test('a point among lines and areas is where the mark stands', () => {
  const geometry: Geometry = {
    type: 'GeometryCollection',
    geometries: [
      { type: 'Point', coordinates: [3, 3, 12] },
      { type: 'Polygon', coordinates: [square] },
    ],
  };
  expect(drawable(geometry)).toEqual({ at: [3, 3], shape: { areas: [[square]] } });
});

test.each<[string, Geometry]>([
  ['a point', { type: 'Point', coordinates: [1, 2] }],
  ['several points', { type: 'MultiPoint', coordinates: [[1, 2]] }],
  ['a line of one position', { type: 'LineString', coordinates: [[1, 2]] }],
  ['a ring of three', { type: 'Polygon', coordinates: [square.slice(0, 3)] }],
  ['no ring', { type: 'Polygon', coordinates: [] }],
  ['nothing', { type: 'GeometryCollection', geometries: [] }],
  [
    'metres',
    {
      type: 'LineString',
      coordinates: [
        [-50_000, 12_000],
        [-50_100, 12_000],
      ],
    },
  ],
])('%s is no shape', (_, geometry) => {
  expect(drawable(geometry)).toBeUndefined();
});

test('the mark of any rectangle is inside, of any line within its box', () => {
  const at = fc.double({ min: 130, max: 145, noNaN: true });
  const size = fc.double({ min: 0.001, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      at,
      at.map((x) => x - 100),
      size,
      size,
      (x, y, w, h) => {
        const ring = [
          [x, y],
          [x + w, y],
          [x + w, y + h],
          [x, y + h],
          [x, y],
        ] as const;
        for (const geometry of [
          { type: 'Polygon', coordinates: [ring] },
          { type: 'LineString', coordinates: ring },
        ] satisfies Geometry[]) {
          const [lng = 0, lat = 0] = drawable(geometry)?.at ?? [];
          expect(lng).toBeGreaterThanOrEqual(x - 1e-6);
          expect(lng).toBeLessThanOrEqual(x + w + 1e-6);
          expect(lat).toBeGreaterThanOrEqual(y - 1e-6);
          expect(lat).toBeLessThanOrEqual(y + h + 1e-6);
        }
      },
    ),
  );
});
