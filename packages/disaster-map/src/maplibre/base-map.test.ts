import { expect, test } from 'vitest';
import { vectorMap } from './base-map.ts';

const archive = {
  tiles: 'town://tiles/{z}/{x}/{y}',
  minZoom: 0,
  maxZoom: 15,
  bounds: [139, 35, 140, 36] as [number, number, number, number],
  close: (): void => {},
};

const palette = Object.fromEntries(
  `land green water building road highway casing rail border text halo`
    .split(' ')
    .map((name) => [name, '#000000']),
) as unknown as Parameters<typeof vectorMap>[2]['palette'];

function nameFields(lang?: string): Set<string> {
  const { layers } = vectorMap('town', archive, { palette, lang });
  return new Set(
    layers.flatMap((layer) =>
      layer.type === 'symbol' ? [JSON.stringify(layer.layout?.['text-field'])] : [],
    ),
  );
}

test('names are in the language of the page, else in Japanese, else as the tiles write them', () => {
  const japanese = '["coalesce",["get","name:ja"],["get","name"],""]';
  expect(nameFields()).toEqual(new Set([japanese]));
  expect(nameFields('ja-simple')).toEqual(new Set([japanese]));
  expect(nameFields('en-US')).toEqual(
    new Set(['["coalesce",["get","name:en"],["get","name:ja"],["get","name"],""]']),
  );
});
