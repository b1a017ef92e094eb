import * as fc from 'fast-check';
import type { Bbox } from '@yokoten/standard';
import { expect, test } from 'vitest';
import { shareOfHeight, WORLD_PX } from '../mercator.ts';
import { fittingView, limitsOf } from './limits.ts';

const TOWN: Bbox = [139.2, 35.6, 139.4, 35.72];
const SIZE = { width: 380, height: 400 };

const view = fc.record({
  center: fc.tuple(
    fc.double({ min: 130, max: 150, noNaN: true }),
    fc.double({ min: 30, max: 42, noNaN: true }),
  ),
  zoom: fc.double({ min: 0, max: 22, noNaN: true }),
});

test('a held view needs no more holding, and shows nothing far outside', () => {
  const limits = limitsOf(TOWN, SIZE);
  fc.assert(
    fc.property(view, (wanted) => {
      const held = limits.held(wanted);
      expect(held.zoom).toBeGreaterThanOrEqual(limits.minZoom);
      expect(held.zoom).toBeLessThanOrEqual(limits.maxZoom);
      const again = limits.held(held);
      expect(again.center[0]).toBeCloseTo(held.center[0], 9);
      expect(again.center[1]).toBeCloseTo(held.center[1], 9);
      const half = ((SIZE.width / WORLD_PX / 2 ** held.zoom) * 360) / 2;
      if (half <= 0.2) {
        expect(held.center[0] - half).toBeGreaterThanOrEqual(139.1 - 1e-9);
        expect(held.center[0] + half).toBeLessThanOrEqual(139.5 + 1e-9);
      }
    }),
  );
});

test('a view that is allowed is passed on as it is', () => {
  const inside = { center: [139.3, 35.66], zoom: 14 } as const;
  expect(limitsOf(TOWN, SIZE).held(inside)).toBe(inside);
  expect(limitsOf(undefined, SIZE).held(inside)).toBe(inside);
});

test('what is fitted fits, and one step nearer it would not', () => {
  const box = fc.record({
    west: fc.double({ min: 123, max: 153, noNaN: true }),
    south: fc.double({ min: 24, max: 45, noNaN: true }),
    across: fc.double({ min: 0.01, max: 5, noNaN: true }),
    down: fc.double({ min: 0.01, max: 5, noNaN: true }),
  });
  fc.assert(
    fc.property(box, ({ west, south, across, down }) => {
      const bounds: Bbox = [west, south, west + across, south + down];
      const { zoom } = fittingView(bounds, SIZE, 20);
      const pixels = (level: number): number => {
        const world = WORLD_PX * 2 ** level;
        const high = (shareOfHeight(south) - shareOfHeight(south + down)) * world;
        return Math.max(((across / 360) * world) / 340, high / 360);
      };
      expect(pixels(zoom)).toBeLessThanOrEqual(1.001);
      if (zoom < 17) expect(pixels(zoom + 0.25)).toBeGreaterThan(0.999);
    }),
  );
});

test('a map without a size, and a place without one, have a zoom', () => {
  expect(limitsOf(TOWN, { width: 0, height: 0 }).minZoom).toBe(4);
  expect(fittingView([139, 35, 139, 35], SIZE, 24).zoom).toBe(17);
});
