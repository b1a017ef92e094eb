import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { eachOf } from '../../../../apps/tools/src/tier.ts';
import { HOSTILE_TEXTS } from '../../../../apps/tools/src/hostile-texts.ts';
import {
  closeElements,
  type ElementPage,
  eventually,
  openElement,
  placeElement,
} from '../../test/element-page.ts';
import { hostileDocument } from '../../test/hostile-document.ts';
import { smallDocument } from '../../test/small-document.ts';
import { createLeafletRenderer } from '../leaflet-renderer.ts';
import { createMapLibreRenderer } from '../maplibre-renderer.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  closeElements();
  Reflect.deleteProperty(window, 'hit');
  vi.restoreAllMocks();
});

/** What data never may become: an element that our templates do not have, a handler, an address of another kind. */
function strangers({ element, root }: ElementPage): string[] {
  const all = [...root.querySelectorAll('*')];
  return [
    ...all.filter((one) =>
      one.matches(
        'script, img:not(.leaflet-tile, .photo), iframe, object, embed, link, meta, base, math, form:not(.address), style:not([data-yokoten])',
      ),
    ),
    ...all.filter((one) => [...one.attributes].some(({ name }) => name.startsWith('on'))),
    ...all.filter((one) =>
      ['fill', 'stroke', 'style'].some((name) => /url\(|expr/.test(one.getAttribute(name) ?? '')),
    ),
    ...[...root.querySelectorAll<HTMLImageElement>('img.photo')].filter(
      ({ src }) => !src.startsWith('https://'),
    ),
    ...[...root.querySelectorAll('a')].filter(
      ({ protocol, href }) =>
        // The hand-over to the device's own map holds two numbers and nothing else.
        !/^(https|tel|mailto):$/.test(protocol) && !/^geo:[-\d.,]+\?q=[-\d.,]+$/.test(href),
    ),
    ...element.children,
  ].map((one) => one.outerHTML);
}

/** Every view of a page whose document says nothing but `payload`. */
async function visitAll(opened: ElementPage, payload: string): Promise<void> {
  const { element, find, click, all } = opened;
  const look = async (): Promise<void> => {
    // Pictures and scripts that were slipped in would load now.
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(find('.page').textContent).toContain(payload.trim());
    expect(strangers(opened)).toEqual([]);
    expect('hit' in window).toBe(false);
  };
  await look();
  await click('.layers summary');
  await click('.chip:nth-child(2) input');
  await eventually(() => find('.legend'));
  await look();
  await click('.ask');
  await eventually(() => find('.readings'));
  await look();
  await click('.back');
  element.geocoder = {
    find: () =>
      Promise.resolve([1, 2].map(() => ({ label: payload, at: [141.05, 32.52] as const }))),
  };
  await click('[data-near-other]');
  await eventually(() => find('#near-address'));
  (find('#near-address') as HTMLInputElement).value = payload.trim();
  (find('form.address') as HTMLFormElement).requestSubmit();
  await eventually(() => find('.candidates'));
  await look();
  await click('.candidates button');
  await eventually(() => find('.place-walk'));
  await look();
  await click('[data-near-stop]');
  await click('.language');
  for (const at of [0, -1]) {
    all('[data-place]').at(at)?.click();
    await eventually(() => find('#detail-name'));
    await look();
    await click('[data-qr]');
    await eventually(() => find('.qr svg'));
    await look();
    await click('.back');
  }
  await click('[data-about]');
  await eventually(() => find('.findings'));
  await look();
  window.dispatchEvent(new Event('beforeprint'));
  await look();
  window.dispatchEvent(new Event('afterprint'));
  expect(plain(document.title)).toContain(plain(payload));
}

/** Without what a title bar leaves out. */
function plain(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

describe.each([
  ['Leaflet', createLeafletRenderer, 2],
  // Each starts WebGL, which takes a second without a graphics processor.
  ['MapLibre GL', createMapLibreRenderer, 1],
] as const)('on a map drawn by %s', (_, createRenderer, keep) => {
  eachOf(HOSTILE_TEXTS, keep)('%s stays text, wherever it stands', async (payload) => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const finding = { file: payload, cell: payload, code: payload, message: { ja: payload } };
    vi.spyOn(globalThis, 'fetch').mockImplementation(() =>
      Promise.resolve(new Response(JSON.stringify({ problems: [finding] }))),
    );
    const opened = placeElement({
      document: hostileDocument(payload),
      attributes: { permalink: '' },
      prepare: (element) => {
        element.createRenderer = createRenderer;
      },
    });
    await eventually(() => opened.find('.mark'));
    await visitAll(opened, payload);
    // The addresses of tiles lead nowhere; nothing else went wrong.
    const told = opened.problems.filter(({ code }) => !/(background|raster)-missing/.test(code));
    expect(told).toEqual([]);
  });
});

test('an address from the data that is http stays text', async () => {
  const { layers, ...rest } = smallDocument();
  const [layer, ...others] = layers;
  if (layer === undefined) throw new Error('no layer');
  const credit = { ...layer.credit, url: 'http://example.com/' };
  const document = { ...rest, layers: [{ ...layer, credit }, ...others] };
  const { open, all } = await openElement({ document });
  await open('s1');
  expect(all('.detail dl a')).toEqual([]);
});
