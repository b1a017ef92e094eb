import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { closeElements, eventually, focused, placeElement } from '../../test/element-page.ts';
import { largeLayer, smallDocument } from '../../test/small-document.ts';
import type { Place } from '../document.ts';
import { createLeafletRenderer } from '../leaflet-renderer.ts';
import { packDocument } from '../packed/pack.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  vi.restoreAllMocks();
  closeElements();
});

/** As many places as a prefecture has. */
const layer = largeLayer('場所', 10_000);
const places = layer.places.map(([lng, lat, ...rest]): Place => {
  const [x, y] = [lng, lat].map((degrees) => Math.round(degrees * 1e6) / 1e6);
  return [x ?? 0, y ?? 0, ...rest];
});
const large = smallDocument({ layers: [{ ...layer, places }] });

function answer(value: unknown): void {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json(value)));
}

test('a file with columns is read as the document it was', async () => {
  const packed = packDocument(large);
  expect(Array.isArray(packed.layers[0]?.places)).toBe(false);
  answer(packed);
  const { element, problems, all, find } = placeElement({
    document: undefined,
    attributes: { src: 'map.json' },
  });
  await eventually(() => find('[data-place]'));
  expect(element.document).toEqual(large);
  expect(problems).toEqual([]);
  expect(all('[data-place]')).toHaveLength(50);
});

test('a file with broken columns is refused, and says so', async () => {
  const [layer] = packDocument(large).layers;
  answer({
    ...large,
    layers: [{ ...layer, places: Object.assign({}, layer?.places, { fits: 'o' }) }],
  });
  const { problems } = placeElement({ document: undefined, attributes: { src: 'map.json' } });
  await eventually(() =>
    expect(problems.map(({ code }) => code)).toEqual(['disaster-map/not-a-document']),
  );
});

test('three presses of the Tab key pass a real map of 10,000 places', async () => {
  const { root, find, input } = placeElement({
    document: large,
    prepare: (element) => (element.createRenderer = createLeafletRenderer),
  });
  await eventually(() => find('.mark'));
  const map = find('.map');
  const isInMap = (): boolean => map.contains(focused());
  find('.skip').focus();
  const stops: boolean[] = [];
  for (let press = 0; press < 4; press++) {
    await userEvent.tab();
    stops.push(isInMap());
  }
  expect(stops).toEqual([true, true, true, false]);
  expect(focused()).toBe(input('#search'));
  expect(root.querySelectorAll('.mark [tabindex], .mark a, .mark button')).toHaveLength(0);
});
