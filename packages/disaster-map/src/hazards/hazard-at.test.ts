import { assert, double, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTilePng, tilePng } from '../../test/tile-png.ts';
import type { HazardLayer } from '../document.ts';
import { hazardCatalogue } from './catalogue.ts';
import { hazardAt, type HazardOptions } from './hazard-at.ts';
import { tilePoint, tileUrl } from './tile-pixel.ts';

const AT = [141.05, 32.53] as const;
const SIDE = 32;
const CLEAR = '#00000000';
const pixel = ({ maxZoom }: HazardLayer): [number, number] => {
  const { across, down } = tilePoint(AT, maxZoom);
  return [Math.floor(across * SIDE), Math.floor(down * SIDE)];
};

const find = (id: string): HazardLayer => {
  const layer = hazardCatalogue.find((one) => one.id === id);
  if (layer === undefined) throw new Error(`no layer ${id}`);
  return layer;
};
const flood = find('flood-l2');
const readable = hazardCatalogue.filter(({ legend }) => legend.length > 0);
const colours = readable.flatMap((layer) =>
  layer.legend.map((one) => [layer.id, one.color, layer, one] as const),
);

/** A tile with `color` at the place alone, and `around` everywhere else. */
async function read(layer: HazardLayer, color: string, around = CLEAR) {
  const [px, py] = pixel(layer);
  const bytes = await tilePng(SIDE, (x, y) => (x === px && y === py ? color : around));
  return one(layer, () => Promise.resolve(new Response(bytes)));
}

async function one(layer: HazardLayer, fetchTile: HazardOptions['fetchTile'] & {}) {
  const [reading] = await hazardAt(AT, [layer], { fetchTile, decode: readTilePng });
  return reading;
}

test.each(colours)('%s: %s is read as its class', async (_id, color, layer, expected) => {
  expect(await read(layer, color)).toEqual({ layer, state: 'class', class: expected });
});

test.each(colours)('%s: what is near to %s is no class', async (_id, color, layer) => {
  const value = Number.parseInt(color.slice(1), 16);
  for (const step of [1, 1 << 8, 1 << 16]) {
    const near = `#${(value ^ step).toString(16).padStart(6, '0')}`;
    expect(await read(layer, near, color)).toMatchObject({
      state: 'unreadable',
      why: 'unknown-color',
    });
  }
});

test('a transparent pixel in a tile is outside of the zone, whatever lies around it', async () => {
  expect(await read(flood, CLEAR, '#ffb7b7')).toEqual({ layer: flood, state: 'outside-zone' });
});

test('a half-transparent pixel is not read', async () => {
  expect(await read(flood, '#ffb7b780')).toMatchObject({ why: 'unknown-color' });
});

test('in a zone that is drawn as a pattern, a gap is not outside; a tile without any of it is', async () => {
  const collapse = find('collapse-flow');
  expect(await read(collapse, CLEAR, '#ff0000')).toMatchObject({
    state: 'unreadable',
    why: 'pattern',
  });
  expect(await read(collapse, CLEAR)).toMatchObject({ state: 'outside-zone' });
});

const status = (code: number) =>
  one(flood, () => Promise.resolve(new Response(null, { status: code })));

describe('what is no tile', () => {
  test.each([404, 410, 204])('%d: no data', async (code) => {
    expect(await status(code)).toEqual({ layer: flood, state: 'no-data' });
  });

  test.each([403, 429, 500, 503])('%d: the server failed', async (code) => {
    expect(await status(code)).toEqual({ layer: flood, state: 'unreadable', why: 'server' });
  });

  test('no answer: the network failed', async () => {
    const answer = one(flood, () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await answer).toMatchObject({ state: 'unreadable', why: 'network' });
  });

  test('an answer that breaks off: the network failed', async () => {
    const broken = new ReadableStream({ start: (stream) => stream.error(new Error('reset')) });
    const answer = one(flood, () => Promise.resolve(new Response(broken)));
    expect(await answer).toMatchObject({ state: 'unreadable', why: 'network' });
  });

  test.each(['', '<html>maintenance</html>', 'x'.repeat(3_000_000)])(
    'another file: not decoded',
    async (text) => {
      const answer = one(flood, () => Promise.resolve(new Response(text)));
      expect(await answer).toMatchObject({ state: 'unreadable', why: 'decode' });
    },
  );
});

test('a layer without a table is not asked for', async () => {
  const layer = find('reservoir');
  const answer = one(layer, () => Promise.reject(new Error('asked')));
  expect(await answer).toEqual({ layer, state: 'unreadable', why: 'no-table' });
});

test('answers stand in the order of the layers, and one that fails leaves the others alone', async () => {
  const layers = [flood, find('tsunami'), find('storm-surge')];
  const bytes = await tilePng(SIDE, () => '#ff9191');
  const readings = await hazardAt(AT, layers, {
    decode: readTilePng,
    fetchTile: (url) =>
      url.includes('tsunami')
        ? Promise.reject(new Error('offline'))
        : Promise.resolve(new Response(bytes)),
  });
  expect(readings.map(({ layer, state }) => [layer.id, state])).toEqual([
    ['flood-l2', 'class'],
    ['tsunami', 'unreadable'],
    ['storm-surge', 'class'],
  ]);
});

test('the tile of the highest zoom is asked for', async () => {
  const asked: string[] = [];
  await one(flood, (url) => {
    asked.push(url);
    return Promise.resolve(new Response(null, { status: 404 }));
  });
  expect(asked).toEqual([
    'https://disaportaldata.gsi.go.jp/raster/01_flood_l2_shinsuishin_data/17/116890/52999.png',
  ]);
});

test.each([
  [[35.6, 139.3], 'latitude first'],
  [[Number.NaN, 35], 'not a number'],
  [[181, 35], 'too far east'],
] as const)('%s is refused', async (at, _why) => {
  await expect(hazardAt([at[0], at[1]], [flood])).rejects.toMatchObject({
    code: 'disaster-map/not-a-position',
  });
});

test('the point lies in its tile, and the same place to within a pixel', () => {
  assert(
    property(
      double({ min: -180, max: 180, noNaN: true }),
      double({ min: -85, max: 85, noNaN: true }),
      integer({ min: 0, max: 18 }),
      (lng, lat, zoom) => {
        const { x, y, across, down } = tilePoint([lng, lat], zoom);
        const world = 2 ** zoom;
        expect(x >= 0 && x < world && y >= 0 && y < world).toBe(true);
        expect(across >= 0 && across < 1 && down >= 0 && down < 1).toBe(true);
        const west = ((x + across) / world) * 360 - 180;
        const north =
          (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + down)) / world))) * 180) / Math.PI;
        expect(Math.abs(west - lng)).toBeLessThan(360 / 256 / world);
        expect(Math.abs(north - lat)).toBeLessThan(360 / 256 / world);
      },
    ),
  );
});

test('an address may name its parts in any order', () => {
  expect(tileUrl('./t/{z}/{y}/{x}.png', tilePoint([0, 0], 1))).toBe('./t/1/1/1.png');
});
