import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { osmBoundary } from './osm-boundary.ts';

type Position = readonly [number, number];

const relation = (ways: readonly (readonly [role: string, way: readonly Position[]])[]): string =>
  JSON.stringify({
    elements: [
      { type: 'node' },
      {
        type: 'relation',
        members: ways.map(([role, way]) => ({
          type: 'way',
          role,
          geometry: way.map(([lon, lat]) => ({ lat, lon })),
        })),
      },
    ],
  });

const coordinatesOf = (text: string | undefined): Position[][][] =>
  text === undefined
    ? []
    : (JSON.parse(text) as { geometry: { coordinates: Position[][][] } }).geometry.coordinates;

test('ways in any order and direction are put together to closed rings, holes inside of theirs', () => {
  const circle = Array.from({ length: 60 }, (_, index): Position => {
    const angle = (index / 60) * 2 * Math.PI;
    return [139 + Math.cos(angle), 35 + Math.sin(angle)];
  });
  const hole: Position[] = [
    [139, 35],
    [139.1, 35],
    [139.1, 35.1],
    [139, 35],
  ];
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 59 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      cuts,
      fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
      fc.integer(),
      (at, turned, seed) => {
        const ends = [0, ...at.toSorted((a, b) => a - b), 60];
        const closed = [...circle, ...circle.slice(0, 1)];
        const ways = ends.slice(1).map((end, index): [string, Position[]] => {
          const way = closed.slice(ends[index], end + 1);
          return ['outer', turned[index] ? way.toReversed() : way];
        });
        const shuffled = ways.toSorted(
          (a, b) => ((a[1].length * seed) % 7) - ((b[1].length * seed) % 7),
        );
        const [[ring = [], ...holes] = []] = coordinatesOf(
          osmBoundary(relation([...shuffled, ['inner', hole]])),
        );
        expect(ring).toHaveLength(61);
        expect(ring[0]).toEqual(ring.at(-1));
        expect(new Set(ring.map(String))).toEqual(new Set(circle.map(String)));
        expect(holes).toEqual([hole]);
      },
    ),
  );
});

test.each([
  [
    'a ring that does not close',
    relation([
      [
        'outer',
        [
          [0, 0],
          [1, 1],
        ],
      ],
    ]),
  ],
  ['no ways', relation([])],
  ['no relation', '{"elements":[]}'],
  ['no JSON', '{'],
  ['something else', '[]'],
])('%s is no boundary', (_, json) => {
  expect(osmBoundary(json)).toBeUndefined();
});
