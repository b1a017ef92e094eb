import { expect, test } from 'vitest';
import { buildMap } from '../build.ts';

const municipality = {
  name: { ja: '見本市' },
  bbox: [141, 32.48, 141.16, 32.6],
  centroid: [141.08, 32.54],
} as const;
const credit = { source: { ja: '見本市' } };

async function built(geometries: readonly unknown[]) {
  const features = geometries.map((geometry, index) => ({
    type: 'Feature',
    geometry,
    properties: { 名称: `避難路${index + 1}`, 備考: '階段あり' },
  }));
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  const files = [{ path: 'data/避難路.geojson', bytes: new TextEncoder().encode(text) }];
  return buildMap({ config: { credit }, municipality, files });
}

test('lines and areas are places with a shape, in the order of the file', async () => {
  const line = [
    [141.05, 32.5],
    [141.07, 32.5],
  ];
  const ring = [
    [141.1, 32.5],
    [141.12, 32.5],
    [141.12, 32.52],
    [141.1, 32.5],
  ];
  const { document, problems, configProblems } = await built([
    { type: 'LineString', coordinates: line },
    { type: 'Point', coordinates: [141.06, 32.53] },
    { type: 'Polygon', coordinates: [ring] },
  ]);
  expect(configProblems).toEqual([]);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const [layer] = document.layers;
  expect(layer?.places.map(({ 3: name, 6: shape }) => [name, shape])).toEqual([
    ['避難路1', { lines: [line] }],
    ['避難路2', undefined],
    ['避難路3', { areas: [[ring]] }],
  ]);
  expect(layer?.places[0]?.slice(0, 2)).toEqual([141.06, 32.5]);
  expect(layer?.places[0]?.[4]).toEqual(['階段あり']);
  expect(document.report).toMatchObject({ rows: 3, shown: 3, leftOut: 0 });
});

test('several points in one, and a shape that is none, are left out and said', async () => {
  const { document, problems } = await built([
    {
      type: 'MultiPoint',
      coordinates: [
        [141.05, 32.5],
        [141.06, 32.5],
      ],
    },
    ...Array.from({ length: 10 }, (_, at) => ({
      type: 'Point',
      coordinates: [141.05, 32.5 + at / 200],
    })),
  ]);
  expect(document.report).toMatchObject({ rows: 11, shown: 10, leftOut: 1 });
  expect(problems).toMatchObject([{ code: 'open-data/not-a-point' }]);
});
