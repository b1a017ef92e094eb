import { expect, test } from 'vitest';
import { type PointCollection, toGeoJSON } from './geojson.ts';
import { readPlaces } from './places.ts';
import { recognise } from './recognise.ts';
import { readTable } from './table.ts';

async function geojsonOf(text: string): Promise<PointCollection> {
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
