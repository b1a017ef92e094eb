import { expect, test } from 'vitest';
import { tilePng } from '../../test/tile-png.ts';
import { hazardCatalogue } from './catalogue.ts';
import { decodeTile } from './decode-tile.ts';
import { hazardAt } from './hazard-at.ts';

test('the browser gives back every colour of the catalogue as it was', async () => {
  const colors = hazardCatalogue.flatMap(({ legend }) => legend.map(({ color }) => color));
  const bytes = await tilePng(256, (x) => colors[x % colors.length] ?? '');
  const { width, height, data } = await decodeTile(bytes);
  expect([width, height]).toEqual([256, 256]);
  const seen = colors.map((_, x) => Array.from({ length: 4 }, (_part, i) => data[4 * x + i]));
  expect(seen).toEqual(
    colors.map((color) => {
      const value = Number.parseInt(color.slice(1), 16);
      return [value >> 16, (value >> 8) & 255, value & 255, 255];
    }),
  );
});

test.each([0, 1, 254])('alpha %d is no colour of a legend', async (alpha) => {
  const hex = alpha.toString(16).padStart(2, '0');
  const bytes = await tilePng(8, () => `#ffb7b7${hex}`);
  const layers = hazardCatalogue.filter(({ id }) => id === 'flood-l2');
  const readings = await hazardAt([141, 32], layers, {
    fetchTile: () => Promise.resolve(new Response(bytes)),
  });
  expect(readings[0]?.state).toBe(alpha === 0 ? 'outside-zone' : 'unreadable');
});

test('what is no picture, or is larger than a tile, is refused', async () => {
  await expect(decodeTile(new TextEncoder().encode('<html>'))).rejects.toThrow();
  await expect(decodeTile(await tilePng(1025, () => '#000000'))).rejects.toThrow('1025');
});
