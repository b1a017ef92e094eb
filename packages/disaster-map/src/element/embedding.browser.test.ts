import { defineElement } from '@yokoten/ui';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { closeElements, eventually, openElement, placeElement } from '../../test/element-page.ts';
import { FakeRenderer } from '../../test/fake-renderer.ts';
import { smallDocument } from '../../test/small-document.ts';
import { DisasterMap } from './disaster-map.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  closeElements();
  vi.restoreAllMocks();
});

/** Everything a page may give the element. */
const STEPS: readonly (readonly [name: string, step: (element: DisasterMap) => void])[] = [
  ['document', (element) => (element.document = smallDocument())],
  ['language', (element) => element.setAttribute('language', 'en')],
  ['renderer', (element) => (element.createRenderer = () => new FakeRenderer())],
  ['page', (element) => document.body.append(element)],
];

describe.each(ordersOf(STEPS).map((order) => [order.map(([name]) => name).join(', '), order]))(
  'in the order %s',
  (_, order) => {
    test('a registered element shows the document in its language', async () => {
      const element = new DisasterMap();
      for (const [, step] of order) step(element);
      await shown(element);
    });
  },
);

test('what was set before the element was registered counts', async () => {
  const name = 'disaster-map-late';
  const element = document.createElement(name) as DisasterMap;
  for (const [, step] of STEPS) step(element);
  defineElement(name, class extends DisasterMap {});
  await shown(element);
});

test('a second copy of the package warns and leaves the first at work', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  defineElement('disaster-map', class extends DisasterMap {});
  expect(warn.mock.calls[0]?.[0]).toBe('ui/already-defined');
  expect(document.createElement('disaster-map').constructor).toBe(DisasterMap);
});

test('a site adds to the legend', async () => {
  const { element } = await openElement({
    prepare: (element) => {
      element.innerHTML = '<p slot="legend">赤い線は通学路です。</p>';
    },
  });
  expect(element.querySelector('p')?.offsetHeight).toBeGreaterThan(0);
});

test('a site says what to do when the document did not arrive; the code stays', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('', { status: 500 }));
  const { element, find } = placeElement({
    attributes: { src: './map.json' },
    prepare: (element) => {
      element.innerHTML = '<p slot="error">防災課へ電話してください。</p>';
    },
  });
  await eventually(() => expect(find('.notice').textContent).toContain('disaster-map/not-found'));
  expect(element.querySelector('p')?.offsetHeight).toBeGreaterThan(0);
  expect(find('slot[name=error] p').checkVisibility()).toBe(false);
});

test('plain Japanese is a choice beside the other two, and says its own name', async () => {
  const { element, find, input, root, text } = await openElement({
    document: smallDocument({ languages: ['ja', 'ja-simple', 'en'] }),
  });
  expect(text).toContain('場所をさがす');
  const choice =
    root.querySelector<HTMLSelectElement>('select.language') ?? document.createElement('select');
  expect([...choice.options].map((option) => option.text)).toEqual([
    '日本語',
    'やさしい日本語',
    'English',
  ]);
  choice.value = 'ja-simple';
  choice.dispatchEvent(new Event('change'));
  await eventually(() => expect(find('.page').lang).toBe('ja-simple'));
  expect(input('#search').closest('.bar')?.textContent).toContain('場所（ばしょ）をさがす');
  expect(find('h1').innerText).toBe(element.document?.title.ja);
  expect(root.querySelectorAll('[data-place]')).toHaveLength(4);
});

test('a site styles the parts it is given', async () => {
  const style = document.createElement('style');
  style.textContent =
    'disaster-map::part(map) { border-top: 7px solid red } disaster-map::part(header) { border-top: 5px solid red }';
  document.body.append(style);
  const { find } = await openElement();
  expect(getComputedStyle(find('.map')).borderTopWidth).toBe('7px');
  expect(getComputedStyle(find('header')).borderTopWidth).toBe('5px');
});

async function shown(element: DisasterMap): Promise<void> {
  await eventually(() => {
    expect(element.renderRoot.querySelectorAll('[data-place]')).toHaveLength(4);
    expect(element.renderRoot.querySelector('.page')?.getAttribute('lang')).toBe('en');
  });
}

function ordersOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item) =>
    ordersOf(items.filter((other) => other !== item)).map((rest) => [item].concat(rest)),
  );
}
