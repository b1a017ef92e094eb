import { expect, test } from 'vitest';
import { type PlaceCollection, toGeoJSON } from './geojson.ts';
import { readPlaces } from './places.ts';
import { recognise } from './recognise.ts';
import { readTable } from './table.ts';

async function geojsonOf(text: string): Promise<PlaceCollection> {
  const table = readTable(new TextEncoder().encode(text), { file: 'test.csv' });
  const mapping = await recognise(table);
  return toGeoJSON(readPlaces(table, mapping).places, table, mapping);
}

test('points in [longitude, latitude], properties in the words of the standard, blanks as null', async () => {
  expect(await geojsonOf('name,lat,lon,住所,色\nみほん館,35.6,139.3,見本町,\n')).toEqual({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [139.3, 35.6] },
        properties: { 名称: 'みほん館', 所在地_連結表記: '見本町', 色: null },
      },
    ],
  });
});

test('no column is lost: blank, repeated and dangerous names', async () => {
  const { features } = await geojsonOf(
    '名称,緯度,経度,,名称,__proto__,constructor\nみほん館,35.6,139.3,a,b,c,d\n',
  );
  expect(Object.entries(features[0]?.properties ?? {})).toEqual([
    ['名称', 'みほん館'],
    ['D', 'a'],
    ['名称 (E)', 'b'],
    ['__proto__', 'c'],
    ['constructor', 'd'],
  ]);
});

test('what it writes is read back', async () => {
  const written = await geojsonOf('名称,緯度,経度\nみほん館,35.6,139.3\n');
  expect(await geojsonOf(JSON.stringify(written))).toEqual(written);
});

test('lines, areas and altitudes come back in the order of the rows', async () => {
  const shapes = [
    { type: 'Point', coordinates: [139.3, 35.6, 120.5] },
    {
      type: 'LineString',
      coordinates: [
        [139.3, 35.6],
        [139.4, 35.7],
      ],
    },
    { type: 'Point', coordinates: [139.5, 35.8] },
    {
      type: 'Polygon',
      coordinates: [
        [
          [139, 35],
          [139.1, 35],
          [139, 35.1],
          [139, 35],
        ],
      ],
    },
  ];
  const features = shapes.map((geometry, index) => ({
    type: 'Feature',
    geometry,
    properties: { 名称: `みほん${index}` },
  }));
  const written = { type: 'FeatureCollection', features };
  expect(await geojsonOf(JSON.stringify(written))).toEqual(written);
});
