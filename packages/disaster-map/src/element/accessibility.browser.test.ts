import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { eachOf, isFull } from '../../../../apps/tools/src/tier.ts';
import {
  closeElements,
  type ElementPage,
  eventually,
  placeElement,
} from '../../test/element-page.ts';
import { AXE_OPTIONS } from '../../../../apps/tools/src/axe-options.ts';
import { civicDocument } from '../../test/civic-document.ts';
import { FakeRenderer } from '../../test/fake-renderer.ts';
import { fakeSource } from '../../test/fake-source.ts';
import { forceColours } from '../../test/forced-colours.ts';
import { square, tiles } from '../../test/contract/fixtures.ts';
import { smallDocument } from '../../test/small-document.ts';
import type { MapDocument } from '../document.ts';
import { hazardCatalogue } from '../hazards/catalogue.ts';
import { createLeafletRenderer } from '../leaflet-renderer.ts';

afterEach(async () => {
  await forceColours(false);
  closeElements();
  vi.restoreAllMocks();
});

class Broken extends FakeRenderer {
  override mount(): Promise<void> {
    return Promise.reject(new Error('no canvas'));
  }
}

interface State {
  readonly document?: MapDocument;
  readonly hash?: string;
  readonly renderer?: FakeRenderer;
  readonly reach: (opened: ElementPage) => Promise<void>;
}

/** Tiles of this machine, of which there are none. */
const nowhere = tiles('/no-such-tiles/{z}/{x}/{y}.png');
const hazardLayers = hazardCatalogue
  .filter(({ hazard }) => hazard === 'flood')
  .map((layer) => Object.assign({}, layer, { url: '/no-such-tiles/{z}/{x}/{y}.png' }));

const withMap = (opened: ElementPage): Promise<void> => eventually(() => void opened.find('.mark'));

/** One place of each kind of state, one that is in no list, then a failure. */
async function tellStates({ element, root }: ElementPage): Promise<void> {
  vi.spyOn(console, 'warn').mockReturnValue();
  const source = fakeSource({ staleAfter: 60_000 });
  element.stateSource = source;
  await eventually(() => expect(source.isLeft).toBe(false));
  const at = Date.now();
  const people = { value: 12, at: at - 90_000 };
  source.report({
    states: [
      { id: 'h1', opening: { value: 'open', at }, people, crowding: { value: '空き', at } },
      { id: 'h2', opening: { value: 'full', at } },
      { id: 's1', opening: { value: 'closed', at } },
      { id: 's2', opening: { value: 'open', at: at - 90_000 } },
      { name: '集会所', opening: { value: 'open', at }, people },
    ],
  });
  source.fail();
  await eventually(() => expect(root.querySelector('.now-problem')).not.toBeNull());
}

const STATES: Readonly<Record<string, State>> = {
  'the list with a hazard and open layers, whose map has credits': {
    document: smallDocument({ background: nowhere, boundary: square() }),
    hash: '#hazard=flood',
    reach: async (opened) => {
      vi.spyOn(console, 'warn').mockReturnValue();
      opened.find('.map-credits');
      await withMap(opened);
      await opened.click('.layers summary');
    },
  },
  'a hazard raster with its legend': {
    document: smallDocument({ hazardLayers }),
    hash: '#hazard=flood',
    reach: async (opened) => {
      await withMap(opened);
      await eventually(() => opened.find('.legend'));
      await opened.click('.raster summary');
    },
  },
  'what hazard rasters say about a place': {
    document: smallDocument({ hazardLayers }),
    reach: async (opened) => {
      vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(null, { status: 404 }));
      await withMap(opened);
      await opened.click('.ask');
      await eventually(() => opened.find('.readings'));
    },
  },
  'a place, its mark and its fits': {
    hash: '#hazard=flood&place=s2',
    reach: async (opened) => {
      await withMap(opened);
      await eventually(() => opened.find('#detail-name'));
    },
  },
  'a place in English, with an address to copy by hand': {
    hash: '#place=s1&lang=en',
    reach: async (opened) => {
      vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
      await eventually(() => expect(opened.find('.page').lang).toBe('en'));
      await eventually(() => opened.find('[data-copy]'));
      await opened.click('[data-copy]');
      await eventually(() => opened.find('#address'));
    },
  },
  'places by distance, with an address to ask for': {
    hash: '#hazard=flood',
    reach: async (opened) => {
      await withMap(opened);
      opened.element.geocoder = { find: () => Promise.resolve([]) };
      await opened.click('[data-near-other]');
      await eventually(() => opened.find('#near-address'));
      await opened.click('[data-near-map]');
      await eventually(() => opened.find('.place-walk'));
    },
  },
  'an address that may mean two places': {
    reach: async (opened) => {
      await withMap(opened);
      const at = [141.05, 32.52] as const;
      const labels = ['本町一丁目', '本町二丁目'];
      opened.element.geocoder = {
        find: () => Promise.resolve(labels.map((label) => ({ label, at }))),
      };
      await opened.click('[data-near-other]');
      await eventually(() => opened.find('#near-address'));
      opened.input('#near-address').value = '本町';
      (opened.find('form.address') as HTMLFormElement).requestSubmit();
      await eventually(() => opened.find('.candidates'));
    },
  },
  'a hazard raster that cannot be had': {
    document: smallDocument({ hazardLayers }),
    hash: '#hazard=flood',
    renderer: new FakeRenderer(),
    reach: async (opened) => {
      vi.spyOn(console, 'warn').mockReturnValue();
      await eventually(() => opened.find('.legend'));
      const id = hazardLayers[0]?.id ?? '';
      opened.renderer.fire('overlay-change', { id, state: 'missing' });
      await eventually(() => expect(opened.find('.banner').hidden).toBe(false));
    },
  },
  'a newer document that did not arrive': {
    reach: async (opened) => {
      vi.spyOn(console, 'warn').mockReturnValue();
      await withMap(opened);
      vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('', { status: 500 }));
      opened.element.src = './other.json';
      await eventually(() => expect(opened.find('.banner').hidden).toBe(false));
    },
  },
  'a position that is refused': {
    reach: async (opened) => {
      vi.spyOn(navigator.geolocation, 'getCurrentPosition').mockImplementation((_, fail) =>
        fail?.({ code: 1 } as GeolocationPositionError),
      );
      await opened.click('[data-near]');
      await eventually(() => opened.find('.near [role=alert]'));
    },
  },
  'what is open now, what is not known, and a source that fails': {
    reach: async (opened) => {
      await withMap(opened);
      await tellStates(opened);
      await opened.click('.unplaced summary');
    },
  },
  'a place with what is known of it now': {
    hash: '#place=h1',
    reach: async (opened) => {
      await withMap(opened);
      await tellStates(opened);
      await eventually(() => opened.find('.now-detail dl'));
    },
  },
  'filters, groups, lines and areas': {
    document: civicDocument(),
    reach: async (opened) => {
      await withMap(opened);
      await opened.click('.layers summary');
      opened.find('.filters');
    },
  },
  'a place with others at its spot, and the code of its link': {
    document: civicDocument(),
    hash: '#place=t1',
    reach: async (opened) => {
      await eventually(() => opened.find('.detail .places'));
      await opened.click('[data-qr]');
      await eventually(() => opened.find('.qr svg'));
    },
  },
  'the page about the data': {
    reach: async (opened) => {
      await withMap(opened);
      await opened.click('[data-about]');
      await eventually(() => opened.find('#about-title'));
    },
  },
  'no result': {
    reach: async (opened) => {
      await opened.search('どこにもない');
      opened.find('.notice');
    },
  },
  'a town without data': {
    document: smallDocument({ layers: [], hazards: [] }),
    reach: async (opened) => {
      await eventually(() => opened.find('.notice'));
    },
  },
  'a map that failed': {
    renderer: new Broken(),
    reach: async (opened) => {
      vi.spyOn(console, 'warn').mockReturnValue();
      await eventually(() => expect(opened.find('.banner').hidden).toBe(false));
    },
  },
};

async function violations(): Promise<string[]> {
  const results = await axe.run(document.documentElement, AXE_OPTIONS);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

const SCREENS = [
  [390, 844],
  [768, 1024],
  [1280, 800],
] as const;
const COLOURS = ['light', 'dark', 'forced'] as const;
type Look = readonly [width: number, height: number, colours: (typeof COLOURS)[number]];

const EVERY_LOOK = SCREENS.flatMap(([width, height]) =>
  COLOURS.map((colours): Look => [width, height, colours]),
);
/** Two that differ in both stand for the nine. */
const LOOKS: readonly Look[] = isFull
  ? EVERY_LOOK
  : [
      [390, 844, 'light'],
      [1280, 800, 'dark'],
    ];

async function look([width, height, colours]: Look): Promise<void> {
  await page.viewport(width, height);
  document.documentElement.dataset['theme'] = colours === 'light' ? 'light' : 'dark';
  if (colours === 'forced') await forceColours(true);
}

/** Texts in the page's own colour: a browser that forces colours lays a plate of just that colour behind them. */
function plated({ all, root }: ElementPage): string[] {
  const probe = document.createElement('i');
  probe.style.color = 'Canvas';
  root.append(probe);
  const canvas = getComputedStyle(probe).color;
  probe.remove();
  return all('button, a, span, p, li, label, h1, h2, h3')
    .filter((element) => element.innerText.trim() !== '')
    .filter((element) => {
      const { color, forcedColorAdjust } = getComputedStyle(element) as CSSStyleDeclaration & {
        readonly forcedColorAdjust: string;
      };
      return color === canvas && forcedColorAdjust !== 'none';
    })
    .map(({ outerHTML }) => outerHTML);
}

const names = Object.keys(STATES);
const cases = names.flatMap((name) => LOOKS.map((wanted) => [name, ...wanted] as const));

/** The quick tier sees each state once, half of them in each look. */
const isFirst = (name: string, width: number): boolean =>
  width === (names.indexOf(name) % 2 === 0 ? 390 : 1280);

eachOf(cases, isFirst)('axe finds nothing: %s, on %d × %d pixels, %s', async (name, ...wanted) => {
  const { document: shown = smallDocument(), hash = '', renderer, reach } = STATES[name] ?? {};
  if (reach === undefined) throw new Error('no such state');
  await look(wanted);
  const opened = placeElement({
    document: shown,
    attributes: { permalink: '' },
    ...(renderer && { renderer }),
    prepare: (element) => {
      history.replaceState(null, '', hash === '' ? location.pathname + location.search : hash);
      if (renderer === undefined) element.createRenderer = createLeafletRenderer;
    },
  });
  await opened.element.updateComplete;
  await reach(opened);
  expect(await violations()).toEqual([]);
  if (wanted[2] === 'forced') expect(plated(opened)).toEqual([]);
});

describe.each(LOOKS)('axe on %d × %d pixels, %s:', (...wanted) => {
  test('finds nothing in a document that did not arrive', async () => {
    await look(wanted);
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('', { status: 404 }));
    const opened = placeElement({ attributes: { src: './map.json' } });
    await eventually(() => opened.find('[role=alert]'));
    expect(await violations()).toEqual([]);
  });

  test('would find a button without a name', async () => {
    await look(wanted);
    document.body.append(document.createElement('button'));
    expect((await violations()).join()).toContain('button-name');
  });
});
