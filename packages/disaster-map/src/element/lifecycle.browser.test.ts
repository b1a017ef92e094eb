import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { closeElements, eventually, openElement, placeElement } from '../../test/element-page.ts';
import { FakeRenderer } from '../../test/fake-renderer.ts';
import { smallDocument, smallLayer, smallPlace } from '../../test/small-document.ts';
import { DisasterMap } from './disaster-map.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  closeElements();
  vi.restoreAllMocks();
});

const other = smallDocument({
  title: { ja: '隣町防災マップ' },
  layers: [smallLayer('井戸', { places: [smallPlace('w1', '井戸')] })],
});
const answerWith = (value: unknown): void => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() =>
    Promise.resolve(new Response(JSON.stringify(value))),
  );
};

const make = (): HTMLElement => {
  const tag = `disaster-map-${Math.random().toString(36).slice(2)}`;
  const element = document.createElement(tag);
  document.body.append(element);
  return element;
};
const define = (element: HTMLElement): void =>
  customElements.define(element.localName, class extends DisasterMap {});
const items = (element: HTMLElement): number =>
  element.shadowRoot?.querySelectorAll('[data-place]').length ?? 0;

describe('what is set before the element is defined', () => {
  test.each([
    ['document', 'createRenderer'],
    ['createRenderer', 'document'],
  ])('counts: %s, then %s', async (...order) => {
    const renderer = new FakeRenderer();
    const values = { document: smallDocument(), createRenderer: () => renderer };
    const element = make();
    for (const name of order) Object.assign(element, { [name]: values[name as 'document'] });
    define(element);
    await eventually(() => expect(items(element)).toBe(4));
    await eventually(() => expect(renderer.calls).toContain('mount'));
  });

  test('counts: src', async () => {
    answerWith(smallDocument());
    const element = make();
    Object.assign(element, { src: './map.json', createRenderer: () => new FakeRenderer() });
    define(element);
    await eventually(() => expect(items(element)).toBe(4));
    expect(fetch).toHaveBeenCalledOnce();
  });
});

describe('of src and document', () => {
  test('the document wins where both are there at once, and nothing is fetched', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const { listed } = await openElement({ attributes: { src: './map.json' } });
    expect(listed).toHaveLength(4);
    expect(fetched).not.toHaveBeenCalledWith('./map.json', expect.anything());
  });

  test('a document set while src is on its way is not replaced by it', async () => {
    const { promise, resolve: arrive } = Promise.withResolvers<Response>();
    vi.spyOn(globalThis, 'fetch').mockReturnValue(promise);
    const opened = placeElement({ attributes: { src: './map.json' } });
    await opened.element.updateComplete;
    opened.element.document = smallDocument();
    await opened.element.updateComplete;
    arrive(new Response(JSON.stringify(other)));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(opened.listed).toHaveLength(4);
    expect(opened.problems).toEqual([]);
  });

  test('of two addresses the later one counts, whichever answers first', async () => {
    const arrivals: ((response: Response) => void)[] = [];
    vi.spyOn(globalThis, 'fetch').mockImplementation(
      () => new Promise((resolve) => arrivals.push(resolve)),
    );
    const opened = placeElement({ attributes: { src: './first.json' } });
    await opened.element.updateComplete;
    opened.element.src = './second.json';
    await opened.element.updateComplete;
    arrivals[1]?.(new Response(JSON.stringify(other)));
    await eventually(() => expect(opened.listed).toEqual(['w1']));
    arrivals[0]?.(new Response(JSON.stringify(smallDocument())));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(opened.listed).toEqual(['w1']);
  });
});

test('another document begins anew, and the old map leaves nothing behind', async () => {
  const renderers: FakeRenderer[] = [];
  const opened = await openElement({
    prepare: (element) => {
      const { createRenderer } = element;
      element.createRenderer = () => {
        const renderer =
          renderers.length === 0 ? createRenderer(smallDocument()) : new FakeRenderer();
        renderers.push(renderer as FakeRenderer);
        return renderer;
      };
    },
  });
  await opened.search('小学校');
  await opened.open('h1');
  opened.element.document = other;
  await eventually(() => expect(opened.listed).toEqual(['w1']));
  await eventually(() => expect(renderers).toHaveLength(2));
  expect(renderers[0]?.calls.at(-1)).toBe('destroy');
  opened.element.style.height = '400px';
  await eventually(() => expect(renderers[1]?.calls).toContain('resize'));
  expect(renderers[0]?.calls.at(-1)).toBe('destroy');
  expect(opened.find('h1').innerText).toBe('隣町防災マップ');
  expect(opened.input('#search').value).toBe('');
});

test('another renderer takes the place of the one before', async () => {
  const { renderer, element } = await openElement();
  const next = new FakeRenderer();
  element.createRenderer = () => next;
  await eventually(() => expect(next.places).toHaveLength(4));
  expect(renderer.calls.at(-1)).toBe('destroy');
});

test('an element that leaves the page lets go of the map, and draws again when it comes back', async () => {
  const renderers: FakeRenderer[] = [];
  const opened = await openElement({
    prepare: (element) => {
      const { createRenderer } = element;
      element.createRenderer = () => {
        const renderer =
          renderers.length === 0 ? createRenderer(smallDocument()) : new FakeRenderer();
        renderers.push(renderer as FakeRenderer);
        return renderer;
      };
    },
  });
  await opened.search('学校');
  const disconnected = vi.spyOn(ResizeObserver.prototype, 'disconnect');
  opened.element.remove();
  expect(disconnected).toHaveBeenCalledOnce();
  expect(renderers[0]?.calls.at(-1)).toBe('destroy');
  window.dispatchEvent(new Event('hashchange'));
  document.body.append(opened.element);
  await eventually(() => expect(renderers[1]?.count).toBe(2));
  expect(opened.listed).toEqual(['h1', 'h2']);
});

test('a document that is taken away takes the map with it', async () => {
  const { renderer, element, all } = await openElement();
  element.document = undefined;
  await element.updateComplete;
  expect(all('[data-place]')).toEqual([]);
  expect(renderer.calls.at(-1)).toBe('destroy');
});

test('the page around hears what a person does, and only that', async () => {
  const heard: unknown[] = [];
  const listen = ({ type, detail }: Event & { detail?: unknown }): void => {
    heard.push([type, detail]);
  };
  for (const type of ['select', 'filter-change', 'view-change'])
    document.addEventListener(type, listen);
  const opened = await openElement();
  expect(heard).toEqual([]);
  await opened.search('小学校');
  await opened.open('h1');
  await opened.click('.back');
  await opened.click('[data-layer=AED]');
  await opened.click('.chip:nth-child(2) input');
  for (const type of ['select', 'filter-change', 'view-change'])
    document.removeEventListener(type, listen);
  const layers = ['避難場所', '避難所'];
  expect(heard).toEqual([
    ['filter-change', { query: '小学校', hazard: undefined, layers, filters: [], onlyOpen: false }],
    ['select', { id: 'h1', layer: '避難所' }],
    ['view-change', { center: [141.08, 32.55], zoom: 16 }],
    ['select', { id: undefined, layer: undefined }],
    [
      'filter-change',
      {
        query: '小学校',
        hazard: undefined,
        layers: [...layers, 'AED'],
        filters: [],
        onlyOpen: false,
      },
    ],
    [
      'filter-change',
      {
        query: '小学校',
        hazard: 'flood',
        layers: [...layers, 'AED'],
        filters: [],
        onlyOpen: false,
      },
    ],
  ]);
});

test('in a page with a main part of its own the list is a region of it', async () => {
  const main = document.createElement('main');
  document.body.append(main);
  const { element, find } = await openElement();
  expect(find('.sheet').getAttribute('role')).toBe('main');
  main.append(element);
  element.requestUpdate();
  await element.updateComplete;
  expect(find('.sheet').getAttribute('role')).toBe('region');
  expect(find('.sheet').getAttribute('aria-label')).toBe('一覧');
});

test('on paper the whole list stands, with its sources, and the screen is as before', async () => {
  const places = Array.from({ length: 130 }, (_, index) => smallPlace(`p${index}`, `場所${index}`));
  const document = smallDocument({ layers: [smallLayer('場所', { places })] });
  const opened = await openElement({ document });
  await eventually(() => {
    window.dispatchEvent(new Event('beforeprint'));
    opened.find('.printed');
  });
  expect(opened.listed).toHaveLength(130);
  expect(opened.find('.printed').checkVisibility()).toBe(false);
  expect(opened.find('.printed').textContent).toMatch(/出典.*見本市.*2022年10月5日.*CC BY 4\.0/s);
  window.dispatchEvent(new Event('afterprint'));
  expect(opened.listed).toHaveLength(50);
  expect(opened.all('.printed')).toEqual([]);
});
