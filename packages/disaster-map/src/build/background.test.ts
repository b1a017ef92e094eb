import { describe, expect, test } from 'vitest';
import { groundHosts, readGround, type MapGround } from './background.ts';
import { ConfigReader } from '@yokoten/standard/app';

const credit = { source: '見本市' };
const read = (background?: unknown, renderer?: unknown): MapGround & { complaints: string[] } => {
  const reader = new ConfigReader({
    value: 'disaster-map/config-value',
    key: 'disaster-map/unknown-key',
  });
  const ground = readGround(reader, background, renderer);
  return { ...ground, complaints: reader.problems.map(({ message }) => message.en ?? '') };
};

test('left out, it is the pale map of GSI, drawn by what needs no WebGL', () => {
  const { background, vector, renderer, complaints } = read();
  expect(background?.url).toContain('/xyz/pale/');
  expect([vector, renderer, complaints]).toEqual([undefined, undefined, []]);
});

test('an archive is drawn where the machine can, over the pale map of GSI', () => {
  const { background, vector, renderer, complaints } = read({ pmtiles: './town.pmtiles', credit });
  expect(vector).toEqual({
    pmtiles: './town.pmtiles',
    credit: { source: { ja: '見本市' }, licence: null },
  });
  expect(background?.url).toContain('/xyz/pale/');
  expect([renderer, complaints]).toEqual(['auto', []]);
});

test.each([
  ['none', undefined],
  ['gsi-std', 'https://cyberjapandata.gsi.go.jp/xyz/std/{z}/{x}/{y}.png'],
  [{ url: './t/{z}/{x}/{y}.png', credit }, './t/{z}/{x}/{y}.png'],
])('its raster background can be %j', (raster, url) => {
  const ground = read({ pmtiles: 'https://tile.example.jp/a.pmtiles?v=2', credit, raster });
  expect([ground.background?.url, ground.complaints]).toEqual([url, []]);
});

describe('tells', () => {
  test.each([
    ['a renderer that is none', ['none', 'mapbox'], 'renderer'],
    [
      'an archive that the renderer cannot draw',
      [{ pmtiles: './a.pmtiles', credit }, 'leaflet'],
      '"renderer" is "leaflet"',
    ],
    ['an archive without its source', [{ pmtiles: './a.pmtiles' }], 'credit'],
    ['another file', [{ pmtiles: './a.mbtiles', credit }], 'background.pmtiles'],
    [
      'an address that is not https',
      [{ pmtiles: 'http://example.jp/a.pmtiles', credit }],
      'background.pmtiles',
    ],
    ['a script', [{ pmtiles: 'javascript:alert(1)//a.pmtiles', credit }], 'background.pmtiles'],
    [
      'tiles of an archive',
      [{ pmtiles: './a.pmtiles', credit, url: './{z}/{x}/{y}.png' }],
      'background.url',
    ],
    [
      'a wrong raster background',
      [{ pmtiles: './a.pmtiles', credit, raster: 'osm' }],
      'background.raster',
    ],
    [
      'a raster background without address',
      [{ pmtiles: './a.pmtiles', credit, raster: { credit } }],
      'url',
    ],
  ] as const)('%s', (_, [background, renderer], words) => {
    expect(read(background, renderer).complaints.join('\n')).toContain(words);
  });
});

test('an archive whose address runs on for ever is refused at once', () => {
  // Looked at again from each place in it, it would take longer than a test may.
  expect(read({ pmtiles: `./${'.pmtiles'.repeat(50_000)}"`, credit }).complaints).toHaveLength(1);
});

describe('the hosts of the page', () => {
  const gsi = 'https://cyberjapandata.gsi.go.jp';
  const archive = { pmtiles: 'https://tile.example.jp/a.pmtiles', credit };
  test.each([
    [read(), [gsi], []],
    [read(undefined, 'leaflet'), [gsi], []],
    // MapLibre fetches pictures too.
    [read(undefined, 'auto'), [gsi], [gsi]],
    [read(archive), [gsi], ['https://tile.example.jp', gsi]],
    [read({ ...archive, raster: 'none' }), [], ['https://tile.example.jp']],
    [read({ pmtiles: './a.pmtiles', credit, raster: 'none' }), [], []],
  ])('%#', (ground, img, connect) => {
    expect(groundHosts(ground)).toEqual({ img, connect });
  });
});
