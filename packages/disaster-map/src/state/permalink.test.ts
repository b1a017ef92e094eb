import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallDocument, smallLayer, smallPlace } from '../../test/small-document.ts';
import type { MapDocument } from '../document.ts';
import { hazardCatalogue } from '../hazards/catalogue.ts';
import { formatPermalink, namesLanguage, parsePermalink, type Remembered } from './permalink.ts';

const odd = smallDocument({
  state: {
    url: './open.csv',
    kind: 'poll',
    staleAfterMinutes: 60,
    credit: { source: { ja: '見本市' }, licence: null },
  },
  hazardLayers: hazardCatalogue.slice(0, 3),
  filters: [
    { header: '種別', label: { ja: '種別' }, values: ['a,b/c=d', '電動'] },
    { header: 'x/y&', label: { ja: 'x' }, values: ['○'] },
  ],
  layers: [
    ...smallDocument().layers,
    smallLayer('a,b&c=d #%', { places: [smallPlace('x/y z&=%,?#', '変な名前')] }),
    smallLayer('\u{1F6B0}水', { visible: false, places: [smallPlace('給水-１', '給水所')] }),
  ],
});
const opens = parsePermalink('', odd);

function remembered(document: MapDocument): fc.Arbitrary<Remembered> {
  const ids = document.layers.flatMap(({ places }) => places.map(([, , id]) => id));
  return fc.record({
    view: fc.option(
      fc.record({
        center: fc.tuple(
          fc.double({ min: -180, max: 180, noNaN: true }),
          fc.double({ min: -85, max: 85, noNaN: true }),
        ),
        zoom: fc.double({ min: 0, max: 22, noNaN: true }),
      }),
      { nil: undefined },
    ),
    selected: fc.option(fc.constantFrom(...ids), { nil: undefined }),
    hazard: fc.option(fc.constantFrom(...document.hazards), { nil: undefined }),
    onlyOpen: fc.boolean(),
    raster: fc.option(
      fc.constantFrom('none', ...(document.hazardLayers ?? []).map(({ id }) => id)),
      { nil: undefined },
    ),
    language: fc.constantFrom(...document.languages),
    layers: fc.subarray(document.layers.map(({ id }) => id)).map((shown) => new Set(shown)),
    filters: fc
      .subarray(
        (document.filters ?? []).map(({ header, values }) => [header, values[0] ?? ''] as const),
      )
      .map((chosen) => new Map(chosen)),
  });
}

test('what is written is read again, the view to a metre', () => {
  fc.assert(
    fc.property(remembered(odd), (state) => {
      const hash = formatPermalink(state, odd);
      expect(hash).toMatch(/^(#[\w.~!*'()%/,=&-]+)?$/);
      const { view, ...read } = parsePermalink(hash, odd);
      const { view: written, ...rest } = state;
      expect(read).toEqual(rest);
      expect(view === undefined).toBe(written === undefined);
      expect(view?.zoom ?? 0).toBeCloseTo(written?.zoom ?? 0, 1);
      expect(view?.center[0] ?? 0).toBeCloseTo(written?.center[0] ?? 0, 4);
      expect(view?.center[1] ?? 0).toBeCloseTo(written?.center[1] ?? 0, 4);
    }),
  );
});

test('a page nobody touched has no hash, and none opens it so', () => {
  expect(formatPermalink(opens, odd)).toBe('');
  expect(opens).toEqual({
    view: undefined,
    selected: undefined,
    hazard: undefined,
    raster: undefined,
    language: 'ja',
    layers: new Set(['避難場所', '避難所', 'a,b&c=d #%']),
    filters: new Map(),
    onlyOpen: false,
  });
});

test('reads like an address', () => {
  const state = {
    ...opens,
    view: { center: [139.316, 35.66667] as const, zoom: 15 },
    selected: 's1',
    hazard: 'flood' as const,
    language: 'en',
  };
  expect(formatPermalink(state, odd)).toBe(
    '#map=15.00/35.66667/139.31600&place=s1&hazard=flood&lang=en',
  );
});

test.each([
  '#map=99/35/139',
  '#map=10/95/139',
  '#map=1e1/35/139',
  '#map=10/35',
  '#map=10/35/139/5',
  '#map=NaN/NaN/NaN',
  '#map=10//',
  '#map=-3/35/139',
  '#place=nowhere',
  '#place=%E0%A4%A',
  '#place=__proto__',
  '#hazard=war',
  '#hazard=volcano',
  '#lang=ko',
  '#lang=%',
  '#language=en',
  '#<script>alert(1)</script>',
  '#&&=&=&&',
  '#filter=__proto__/x,種別/nothing,%/%,,/',
])('%s is as if nothing stood there', (hash) => {
  expect(parsePermalink(hash, odd)).toEqual(opens);
});

test('layers that are not there are left out; none at all is none', () => {
  expect([...parsePermalink('#layers=AED,nowhere,%', odd).layers]).toEqual(['AED']);
  expect([...parsePermalink('#layers=', odd).layers]).toEqual([]);
});

test('no hash throws, and what is read always fits the document', () => {
  const key = fc.constantFrom('map', 'place', 'hazard', 'lang', 'layers', '__proto__', '');
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('%', '%ff', '1/2/3', '//'));
  const pairs = fc.array(fc.tuple(key, value)).map((list) => list.map((pair) => pair.join('=')));
  fc.assert(
    fc.property(
      pairs.map((parts) => `#${parts.join('&')}`),
      (hash) => {
        const state = parsePermalink(hash, odd);
        expect(odd.languages).toContain(state.language);
        for (const id of state.layers) expect(odd.layers.map((layer) => layer.id)).toContain(id);
        expect(() => formatPermalink(state, odd)).not.toThrow();
      },
    ),
  );
});

test('an id that no address can hold does not throw', () => {
  const broken = smallDocument({
    layers: [smallLayer('\uD800', { visible: false, places: [smallPlace('\uDFFF', '半分')] })],
  });
  const state = { ...parsePermalink('', broken), selected: '\uDFFF', layers: new Set(['\uD800']) };
  expect(parsePermalink(formatPermalink(state, broken), broken).selected).toBeUndefined();
});

test('tells whether a hash speaks of the language', () => {
  expect(['#lang=en', '#hazard=fire&lang=ja'].map(namesLanguage)).toEqual([true, true]);
  expect(['', '#slang=en', '#place=lang'].map(namesLanguage)).toEqual([false, false, false]);
});

test('a raster that the town does not offer is none', () => {
  expect(parsePermalink('#hazard=flood&raster=tsunami', odd).raster).toBeUndefined();
  expect(parsePermalink('#hazard=flood&raster=flood-l1', odd).raster).toBe('flood-l1');
  expect(parsePermalink('#raster=flood-l1', smallDocument()).raster).toBeUndefined();
});

test('only a page that knows what is open can be narrowed to it', () => {
  expect(parsePermalink('#open', odd).onlyOpen).toBe(true);
  expect(parsePermalink('#open', smallDocument()).onlyOpen).toBe(false);
});
