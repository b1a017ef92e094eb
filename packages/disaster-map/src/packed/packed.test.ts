import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewRuns } from '../../../../apps/tools/src/tier.ts';
import { smallDocument, smallLayer } from '../../test/small-document.ts';
import type { MapDocument, Place } from '../document.ts';
import { packDocument } from './pack.ts';
import { layerHash, placeHash } from './place-hash.ts';
import { unpackDocument } from './unpack.ts';

const COUNT = 2100;

function documentOf(places: readonly Place[]): MapDocument {
  return smallDocument({ layers: [smallLayer('避難場所', { places })] });
}

/** Many places, the first of them as given. */
function filled(some: readonly Place[]): Place[] {
  const layer = layerHash('避難場所');
  const more = Array.from({ length: COUNT - some.length }, (_, index): Place => {
    const [lng, lat] = [(139e6 + index * 31) / 1e6, (35e6 + index * 17) / 1e6];
    const name = `場所${index}`;
    const values = [`住所${index}`, null, null];
    return [lng, lat, placeHash(layer, name, lng, lat), name, values, 'o-?x----'];
  });
  return [...some, ...more];
}

/** As it comes out of the file. */
function sent(document: MapDocument): unknown {
  return unpackDocument(JSON.parse(JSON.stringify(packDocument(document))) as MapDocument);
}

const micro = (limit: number): fc.Arbitrary<number> =>
  fc.integer({ min: -limit * 1e6, max: limit * 1e6 }).map((whole) => whole / 1e6);
const cell = fc.option(fc.string({ unit: 'binary' }), { nil: null });
const place = fc.record({
  lng: micro(180),
  lat: micro(90),
  id: fc.string({ unit: 'binary', minLength: 1 }),
  name: fc.string({ unit: 'binary' }),
  values: fc.tuple(cell, cell, cell),
  fit: fc.array(fc.constantFrom('o', 'x', '-', '?'), { minLength: 8, maxLength: 8 }),
});

test('whatever a layer holds comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 20 }), (some) => {
      const places = some.map(({ lng, lat, id, name, values, fit }): Place => [
        lng,
        lat,
        id,
        name,
        values,
        fit.join(''),
      ]);
      const document = documentOf(filled(places));
      // JSON knows no -0.
      expect(sent(document)).toEqual(JSON.parse(JSON.stringify(document)));
    }),
    fewRuns,
  );
});

test('ids that follow from the places are not written, others are', () => {
  const own: Place = [139, 35, 'x', '名', ['', null, null], 'oooooooo'];
  const [layer] = packDocument(documentOf(filled([own]))).layers;
  expect(layer?.places).toMatchObject({ otherIds: [[0, 'x']] });
  expect(layer?.places).not.toHaveProperty('ids');
  const numbered = filled([]).map(([lng, lat, , name, values, fit], index): Place => [
    lng,
    lat,
    `n${index}`,
    name,
    values,
    fit,
  ]);
  expect(packDocument(documentOf(numbered)).layers[0]?.places).toHaveProperty('ids.length', COUNT);
});

test('lines and areas come along', () => {
  const lines = [
    [
      [139, 35],
      [139.1, 35.1],
    ],
  ] as const;
  const way: Place = [139, 35, 'way', '道', [null, null, null], '--------', { lines }];
  const document = documentOf(filled([way]));
  expect(sent(document)).toEqual(document);
});

test('a small layer, and one that columns cannot hold, stay as they are', () => {
  const small = smallDocument();
  expect(packDocument(small)).toEqual(small);
  const long: Place = [139, 35, 'x', '名', ['', null, null], ''];
  const uneven = documentOf(filled([long]));
  expect(packDocument(uneven)).toEqual(uneven);
});

describe('columns that do not fit together are left, and are no places', () => {
  const packed = packDocument(documentOf(filled([]))).layers[0]?.places;
  test.each([
    ['names', ['one']],
    ['names', undefined],
    ['lng', Array.from({ length: COUNT }, () => 'x')],
    ['values', [[]]],
    ['fits', 'o'],
    ['fitLength', 1e9],
    ['fitLength', 0.5],
    ['ids', [1]],
    ['otherIds', [7]],
    ['shapes', 'x'],
  ])('%s: %j', (member, value) => {
    const places = Object.assign({}, packed, { [member]: value });
    const layers = [{ id: 'a', places }];
    expect(unpackDocument({ layers }).layers).toEqual(layers);
  });
});

test('the hash is the one of FNV-1a over UTF-8, with five decimals as toFixed writes them', () => {
  const name = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(name, name, micro(180), micro(90), (layer, title, lng, lat) => {
      const text = `${layer}\n${title}\n${lng.toFixed(5)},${lat.toFixed(5)}`;
      let value = 0x811c9dc5;
      for (const byte of new TextEncoder().encode(text))
        value = Math.imul(value ^ byte, 0x01000193) >>> 0;
      const expected = value.toString(16).padStart(8, '0');
      expect(placeHash(layerHash(layer), title, lng, lat)).toBe(expected);
    }),
  );
});
