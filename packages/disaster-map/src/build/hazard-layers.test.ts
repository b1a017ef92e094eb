import { describe, expect, test } from 'vitest';
import type { HazardLayer } from '../document.ts';
import { hazardCatalogue } from '../hazards/catalogue.ts';
import { ConfigReader } from '@yokoten/standard/app';
import { hazardOrigins, readHazardLayers } from './hazard-layers.ts';

const own = {
  id: 'inland-flood-own',
  like: 'inland-flood',
  url: 'https://tile.example.jp/{z}/{x}/{y}.png',
  credit: { source: '見本市' },
};

function read(value: unknown): { layers: readonly HazardLayer[]; said: string[] } {
  const reader = new ConfigReader({
    value: 'disaster-map/config-value',
    key: 'disaster-map/unknown-key',
  });
  const layers = readHazardLayers(reader, value);
  return { layers, said: reader.problems.map(({ message }) => message.en ?? '') };
}

test('ids keep their order; nothing is offered where nothing is written', () => {
  const { layers, said } = read(['tsunami', 'flood-l2']);
  expect(layers.map(({ id }) => id)).toEqual(['tsunami', 'flood-l2']);
  expect(said).toEqual([]);
  expect(read(undefined)).toEqual({ layers: [], said: [] });
});

test('a raster of one’s own has the colours of its model, and its own address, zooms and credit', () => {
  const { layers, said } = read([{ ...own, maxZoom: 16, title: '市の内水' }]);
  const model = hazardCatalogue.find(({ id }) => id === 'inland-flood');
  expect(said).toEqual([]);
  expect(layers).toEqual([
    {
      ...model,
      id: own.id,
      url: own.url,
      maxZoom: 16,
      title: { ja: '市の内水' },
      credit: { source: { ja: '見本市' }, licence: null },
    },
  ]);
  expect(hazardOrigins(layers)).toEqual(['https://tile.example.jp']);
});

test('a raster without a model has a title, and colours that nobody reads', () => {
  const { id, url, credit } = own;
  const { layers, said } = read([{ id, url, credit, title: '危険箇所', hazard: 'landslide' }]);
  expect(said).toEqual([]);
  expect(layers).toMatchObject([{ id, url, hazard: 'landslide', maxZoom: 17, legend: [] }]);
});

test('tiles beside the page need no host', () => {
  const { layers } = read([{ ...own, url: './tiles/{z}/{x}/{y}.png' }]);
  expect(hazardOrigins(layers)).toEqual([]);
});

describe('what is refused says what to write', () => {
  test.each([
    [['flod-l2'], '"hazardLayers.1" is "flod-l2"', '"flood-l2"'],
    [[{ ...own, like: 'inland-flod' }], 'like', '"inland-flood"'],
    [[{ ...own, id: 'A b' }], 'id', 'inland-flood-own'],
    [[{ ...own, url: 'http://x/{z}/{x}/{y}.png' }], 'url', 'https://'],
    [[{ ...own, credit: undefined }], 'hazardLayers.1', '"credit"'],
    [[{ ...own, like: undefined }], 'hazardLayers.1', '"like"'],
    [['tsunami', 'tsunami'], '"hazardLayers.2.id" is "tsunami"', 'flood-l2-own'],
    [['tsunami', { ...own, id: 'tsunami' }], '"hazardLayers.2.id" is "tsunami"', 'flood-l2-own'],
    ['tsunami', 'hazardLayers', '["flood-l2"'],
    [[7], 'hazardLayers.1', 'flood-l2'],
  ])('%j', (value, where, expected) => {
    const { said } = read(value);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(where);
    expect(said[0]).toContain(expected);
  });
});
