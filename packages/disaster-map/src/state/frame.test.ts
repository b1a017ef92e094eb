import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallDocument, smallLayer, smallPlace } from '../../test/small-document.ts';
import { extentOf, framed, isSameView } from './frame.ts';

/** Pixels at zoom 0, by the definition of Web Mercator. */
function pixel(lng: number, lat: number): [number, number] {
  const radians = (lat * Math.PI) / 180;
  return [
    ((lng + 180) / 360) * 256,
    ((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * 256,
  ];
}

const coordinates = fc.record({
  lng: fc.double({ min: 122, max: 153, noNaN: true }),
  lat: fc.double({ min: 20, max: 45, noNaN: true }),
  width: fc.double({ min: 0.01, max: 1, noNaN: true }),
  height: fc.double({ min: 0.01, max: 1, noNaN: true }),
});
const size = fc.record({
  x: fc.integer({ min: 200, max: 2000 }),
  y: fc.integer({ min: 150, max: 1500 }),
});

test('all of the town is seen, with room at the edge, and a quarter of a zoom closer it would not be', () => {
  fc.assert(
    fc.property(coordinates, size, ({ lng, lat, width, height }, { x, y }) => {
      const view = framed([lng, lat, lng + width, lat + height], x, y);
      const scale = 2 ** view.zoom;
      const [left, bottom] = pixel(lng, lat);
      const [right, top] = pixel(lng + width, lat + height);
      const [wide, high] = [(right - left) * scale, (bottom - top) * scale];
      expect(wide).toBeLessThanOrEqual(x - 31.9);
      expect(high).toBeLessThanOrEqual(y - 31.9);
      if (view.zoom < 17) {
        const closer = 2 ** 0.25;
        expect(wide * closer > x - 32.1 || high * closer > y - 32.1).toBe(true);
      }
      const [middleX, middleY] = pixel(view.center[0], view.center[1]);
      expect(middleX).toBeCloseTo((left + right) / 2, 6);
      expect(middleY).toBeCloseTo((top + bottom) / 2, 6);
    }),
  );
});

test('a town without extent, or a map without room, still gives a view', () => {
  expect(framed([139, 35, 139, 35], 400, 400)).toEqual({
    center: [139, expect.closeTo(35, 9)],
    zoom: 17,
  });
  expect(framed([139, 35, 140, 36], 0, 0).zoom).toBeGreaterThanOrEqual(0);
});

test('the extent holds places beyond the border', () => {
  expect(extentOf(smallDocument())).toEqual([141, 32.48, 141.16, 32.6]);
  const places = [smallPlace('p', '隣の市の学校', { at: [141.3, 32.4] })];
  const document = smallDocument({ layers: [smallLayer('避難所', { places })] });
  expect(extentOf(document)).toEqual([141, 32.4, 141.3, 32.6]);
});

test('a pixel of difference is none; a step of the map is one', () => {
  const view = { center: [139.3, 35.6], zoom: 12 } as const;
  expect(isSameView(view, { center: [139.3002, 35.6002], zoom: 12 })).toBe(true);
  expect(isSameView(view, { center: [139.3, 35.6], zoom: 12.25 })).toBe(false);
  expect(isSameView(view, { center: [139.33, 35.6], zoom: 12 })).toBe(false);
});
