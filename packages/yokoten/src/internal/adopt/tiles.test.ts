import { expect, test } from 'vitest';
import type { FoundTile } from './found.ts';
import { tileAddress } from './tile-address.ts';
import { adoptTiles, tileKeys } from './tiles.ts';

const portal = { text: 'ハザードマップポータルサイト', url: 'https://disaportal.gsi.go.jp/' };
const flood: FoundTile = {
  name: '洪水浸水想定区域（想定最大規模）',
  url: 'https://disaportaldata.gsi.go.jp/raster/01_flood_l2_shinsuishin_data/{z}/{x}/{y}.png',
  credit: portal,
  isShown: false,
};

test('a raster of the portal under its usual name and credit is one of the catalogue', () => {
  expect(adoptTiles([flood])).toEqual({ hazardLayers: ['flood-l2'] });
});

test.each([
  ['another name', { ...flood, name: '浸水' }],
  ['another credit', { ...flood, credit: { text: '見本市' } }],
  ['no credit', { name: flood.name, url: flood.url, isShown: false }],
])('with %s it keeps what it has, and its colours are still known', (_, tile) => {
  const { hazardLayers } = adoptTiles([tile]);
  expect(hazardLayers).toMatchObject([{ like: 'flood-l2', url: tile.url, title: tile.name }]);
});

test('a raster that nobody knows is kept, and the one that was on is shown', () => {
  const url = 'https://tile.example.jp/{z}/{x}/{y}.png';
  const own: FoundTile = { name: '内水', url, credit: { text: '見本市' }, isShown: true };
  const { hazardLayers, shown } = adoptTiles([flood, flood, own]);
  expect(hazardLayers).toEqual([
    'flood-l2',
    expect.objectContaining({ id: 'flood-l2-1', like: 'flood-l2' }),
    { id: 'raster-1', url, title: '内水', credit: { source: '見本市', licence: null } },
  ]);
  expect(shown).toBe('raster-1');
  expect(tileKeys(hazardLayers)).toEqual(
    [flood, flood, own].map((one) => `${one.url} ${one.name}`),
  );
});

test.each([
  ['https://a.jp/{z}/{x}/{y}.png', 'https://a.jp/{z}/{x}/{y}.png', false],
  ['http://a.jp/{z}/{x}/{y}.png', 'https://a.jp/{z}/{x}/{y}.png', true],
  ['//a.jp/{z}/{x}/{y}.png', 'https://a.jp/{z}/{x}/{y}.png', true],
  ['https://{s}.a.jp/{z}/{x}/{y}.png', 'https://a.a.jp/{z}/{x}/{y}.png', true],
])('%s', (written, url, isChanged) => {
  expect(tileAddress(written)).toEqual({ url, isChanged });
});

test.each(['https://a.jp/{z}/{x}/{-y}.png', 'javascript:{z}{x}{y}', 'https://a.jp/', ''])(
  '%j is no address of tiles',
  (written) => {
    expect(tileAddress(written)).toBeUndefined();
  },
);
