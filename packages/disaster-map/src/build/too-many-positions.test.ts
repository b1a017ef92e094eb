import { expect, test } from 'vitest';
import type { LngLat } from '@yokoten/standard';
import type { Boundary, Place } from '../document.ts';
import { MOST_POSITIONS } from '../positions.ts';
import { tooManyPositions } from './too-many-positions.ts';

const line = (length: number): LngLat[] =>
  Array.from({ length }, (_, index): LngLat => [139 + index / 1e6, 35]);
const way = (length: number): Place => [139, 35, 'a', '道', [], '', { lines: [line(length)] }];
const area = (length: number): Place => [139, 35, 'b', '区域', [], '', { areas: [[line(length)]] }];
const layer = (id: string, places: readonly Place[]): { id: string; places: readonly Place[] } => ({
  id,
  places,
});

test('lines, areas and boundary count together, and what has most is named', () => {
  const boundary: Boundary = {
    geometry: { type: 'MultiPolygon', coordinates: [[line(10)], [line(10)]] },
    credit: { source: { ja: '見本' }, licence: null },
  };
  const rest = MOST_POSITIONS - 40;
  const layers = [layer('道', [way(rest), way(10)]), layer('区域', [area(10)])];
  expect(tooManyPositions(layers, boundary)).toEqual([]);
  expect(tooManyPositions([...layers, layer('点', [way(1)])], boundary)).toMatchObject([
    {
      code: 'disaster-map/too-many-positions',
      message: {
        ja: expect.stringContaining(`「道」の${rest + 10}個`) as string,
        en: expect.stringContaining(`${MOST_POSITIONS + 1} positions`) as string,
      },
    },
  ]);
});

test('points alone never are too many', () => {
  const places = Array.from({ length: 200 }, (_, index): Place => [
    139,
    35,
    `${index}`,
    '点',
    [],
    '',
  ]);
  expect(tooManyPositions([layer('点', places)], undefined)).toEqual([]);
});
