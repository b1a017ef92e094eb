import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundLength } from './scale-bar.ts';

test.each([
  [1, 1],
  [99, 50],
  [100, 100],
  [480, 300],
  [1999, 1000],
  [64_000, 50_000],
  [0, 1],
  [Number.NaN, 1],
])('%d metres fit a bar of %d', (metres, length) => {
  expect(roundLength(metres)).toBe(length);
});

test('the bar is never longer than there is room, and never shorter than half of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (metres) => {
      const length = roundLength(metres);
      expect(length).toBeLessThanOrEqual(metres);
      expect(length).toBeGreaterThanOrEqual(metres / 2);
    }),
  );
});
