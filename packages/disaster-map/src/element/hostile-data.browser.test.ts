import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import {
  closeElements,
  type ElementPage,
  eventually,
  openElement,
  placeElement,
} from '../../test/element-page.ts';
import { smallDocument } from '../../test/small-document.ts';
import type { MapDocument } from '../document.ts';
import { hazardCatalogue } from '../hazards/catalogue.ts';
import { createLeafletRenderer } from '../leaflet-renderer.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  closeElements();
  Reflect.deleteProperty(window, 'xss');
  vi.restoreAllMocks();
});

const PAYLOADS = [
  '<img src=x onerror="window.xss=1">',
  '"><script>window.xss=1</script>',
  "' onmouseover='window.xss=1' x='",
  '</span></button><svg onload="window.xss=1">',
  'javascript:window.xss=1',
  'data:text/html,<script>window.xss=1</script>',
  '${window.xss=1}',
  '<!--?lit$123456789$--><?lit$123456789$?>',
  '{{window.xss=1}}',
  'url(https://hostile.example/x)',
];

/** Words that the program chooses by; everything else in a document is somebody's text. */
const CHOICES = new Set([
  'kind',
  'icon',
  'role',
  'languages',
  'hazard',
  'hazards',
  'schemaVersion',
  'bbox',
]);

/** The document with every text replaced by the payload; ids stay apart from each other. */
function poisoned(payload: string): MapDocument {
  let count = 0;
  const poison = (value: unknown, key: string): unknown => {
    if (CHOICES.has(key)) return value;
    if (Array.isArray(value)) {
      const isPlace = typeof value[0] === 'number';
      return value.map((item, index) => (isPlace && index === 5 ? item : poison(item, '')));
    }
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, item]) => [name, poison(item, name)]),
      );
    if (typeof value !== 'string') return value;
    count += 1;
    return key === 'id' || key === '' ? `${payload}${' '.repeat(count)}` : payload;
  };
  const hazardLayers = hazardCatalogue.filter(({ id }) => id === 'flood-l2' || id === 'reservoir');
  const value = poison(smallDocument({ hazardLayers }), '') as MapDocument;
  return {
    ...value,
    report: { ...value.report, url: './report.json' },
    boundary: {
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [141, 32.5],
            [141.1, 32.5],
            [141.1, 32.6],
            [141, 32.5],
          ],
        ],
      },
      credit: { source: { ja: payload }, url: payload, licence: payload, licenceUrl: payload },
    },
    contacts: [{ label: { ja: payload }, value: payload, url: payload }],
  };
}

/** What data never may become: an element that our templates do not have, a handler, an address of another kind. */
function strangers({ element, root }: ElementPage): string[] {
  const all = [...root.querySelectorAll('*')];
  return [
    ...all.filter((one) =>
      one.matches(
        'script, img:not(.leaflet-tile), iframe, object, embed, link, meta, form, style:not([data-yokoten])',
      ),
    ),
    ...all.filter((one) => [...one.attributes].some(({ name }) => name.startsWith('on'))),
    ...all.filter((one) => /url\(/.test(one.getAttribute('fill') ?? '')),
    ...[...root.querySelectorAll('a')].filter(
      ({ protocol, href }) =>
        // The hand-over to the device's own map holds two numbers and nothing else.
        !/^(https|tel|mailto):$/.test(protocol) && !/^geo:[-\d.,]+\?q=[-\d.,]+$/.test(href),
    ),
    ...element.children,
  ].map((one) => one.outerHTML);
}

test.each(PAYLOADS)('%s stays text, wherever it stands', async (payload) => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() =>
    Promise.resolve(
      new Response(
        JSON.stringify({
          problems: [{ file: payload, cell: payload, code: payload, message: { ja: payload } }],
        }),
      ),
    ),
  );
  const opened = placeElement({
    document: poisoned(payload),
    attributes: { permalink: '' },
    prepare: (element) => {
      element.createRenderer = createLeafletRenderer;
    },
  });
  await eventually(() => opened.find('.mark'));
  const look = async (): Promise<void> => {
    // Pictures and scripts that were slipped in would load now.
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(opened.find('.page').textContent).toContain(payload);
    expect(strangers(opened)).toEqual([]);
    expect('xss' in window).toBe(false);
  };
  await look();
  await opened.click('.layers summary');
  await opened.click('.chip:nth-child(2) input');
  await eventually(() => opened.find('.legend'));
  await look();
  await opened.click('.ask');
  await eventually(() => opened.find('.readings'));
  await look();
  await opened.click('.back');
  await opened.click('.language');
  await opened.click('[data-place]');
  await eventually(() => opened.find('#detail-name'));
  await look();
  await opened.click('[data-about]');
  await eventually(() => opened.find('.findings'));
  await look();
  window.dispatchEvent(new Event('beforeprint'));
  await look();
  window.dispatchEvent(new Event('afterprint'));
  expect(document.title).toContain(payload);
  expect(opened.problems).toEqual([]);
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
