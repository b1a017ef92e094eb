import type { ElementProblem } from '@yokoten/ui';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { closeElements, eventually, openElement, placeElement } from '../../test/element-page.ts';
import { FakeRenderer } from '../../test/fake-renderer.ts';
import { smallDocument } from '../../test/small-document.ts';
import { createDocumentRenderer } from '../document-renderer.ts';

beforeEach(async () => {
  await page.viewport(1280, 800);
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  closeElements();
  vi.restoreAllMocks();
});

const json = (value: unknown): Response => new Response(JSON.stringify(value));
const answer = (...answers: (() => Response | Promise<Response>)[]): void => {
  const fetched = vi.spyOn(globalThis, 'fetch');
  for (const each of answers) fetched.mockImplementationOnce(async () => await each());
};
const codes = (problems: readonly ElementProblem[]): string[] => problems.map(({ code }) => code);

describe('a document that does not arrive', () => {
  test.each([
    ['disaster-map/not-found', () => new Response('', { status: 404 })],
    ['disaster-map/not-found', () => new Response('{}', { status: 500 })],
    ['disaster-map/not-a-document', () => new Response('<!doctype html><title>Not found</title>')],
    ['disaster-map/not-a-document', () => json({ schemaVersion: 2 })],
    ['disaster-map/not-a-document', () => json(null)],
    ['disaster-map/not-a-document', () => json({ ...smallDocument(), layers: [{ id: 'x' }] })],
    ['disaster-map/not-a-document', () => json({ ...smallDocument(), hazardLayers: 'flood-l2' })],
    ['disaster-map/not-a-document', () => json({ ...smallDocument(), hazardLayers: [{}] })],
    ['disaster-map/unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
  ] as const)('%s: says so once, with the code and what to do', async (code, arrives) => {
    answer(arrives);
    const { problems, find } = placeElement({ attributes: { src: './map.json' } });
    await eventually(() => expect(find('.notice').innerText).toContain(code));
    expect(find('[role=alert]').innerText).toContain('地図のデータを読み込めませんでした。');
    expect(codes(problems)).toEqual([code]);
    expect(problems[0]?.message.en).toContain('map.json');
  });

  test('is loaded once more when asked', async () => {
    answer(
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => json(smallDocument()),
    );
    const opened = placeElement({ attributes: { src: './map.json' } });
    await eventually(() => opened.find('[role=alert]'));
    await opened.click('.notice button');
    await eventually(() => expect(opened.listed).toHaveLength(4));
    expect(opened.problems).toHaveLength(1);
  });

  test('leaves what is shown, and says so', async () => {
    const opened = await openElement();
    answer(() => new Response('', { status: 404 }));
    opened.element.src = './other.json';
    await eventually(() => expect(codes(opened.problems)).toEqual(['disaster-map/not-found']));
    await opened.element.updateComplete;
    expect(opened.listed).toHaveLength(4);
    expect(opened.all('[role=alert]')).toEqual([]);
    expect(opened.find('.banner').innerText).toBe(
      '新しいデータを読み込めません。前のデータを表示しています。',
    );
  });
});

test('a property that is no document leaves what is shown', async () => {
  const opened = await openElement();
  const { document } = opened.element;
  Object.assign(opened.element, { document: { layers: 'none' } });
  await opened.element.updateComplete;
  expect(codes(opened.problems)).toEqual(['disaster-map/not-a-document']);
  expect(opened.listed).toHaveLength(4);
  expect(opened.element.document).toBe(document);
});

describe('a map that cannot be drawn', () => {
  class Broken extends FakeRenderer {
    override async mount(): Promise<void> {
      this.calls.push('mount');
      await Promise.resolve();
      throw new Error('no canvas');
    }
  }

  test('leaves the list at work, says so once and reports once', async () => {
    const renderer = new Broken();
    const opened = placeElement({ document: smallDocument(), renderer });
    await eventually(() =>
      expect(opened.find('.banner').innerText).toBe('地図を表示できません。一覧をお使いください。'),
    );
    await opened.search('小学校');
    expect(opened.listed).toEqual(['h1', 'h2']);
    await opened.open('h1');
    opened.element.style.height = '400px';
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(codes(opened.problems)).toEqual(['disaster-map/map-failed']);
    expect(opened.problems[0]?.cause).toEqual(new Error('no canvas'));
    expect(renderer.calls).toEqual(['mount', 'destroy']);
  });

  test('because it cannot even be made is no different', async () => {
    const opened = placeElement({
      document: smallDocument(),
      prepare: (element) => {
        element.createRenderer = () => {
          throw new Error('no WebGL');
        };
      },
    });
    await eventually(() => expect(codes(opened.problems)).toEqual(['disaster-map/map-failed']));
    expect(opened.listed).toHaveLength(4);
  });

  test('any more after it was drawn ends as well', async () => {
    const { renderer, problems, find, search } = await openElement();
    renderer.setMarks = () => {
      throw new Error('lost');
    };
    await search('小');
    await eventually(() => expect(codes(problems)).toEqual(['disaster-map/map-failed']));
    expect(find('.banner').hidden).toBe(false);
    await search('小学');
    expect(problems).toHaveLength(1);
    expect(renderer.calls.at(-1)).toBe('destroy');
  });
});

test('a map that had to be drawn another way is told to the page’s author, and is there', async () => {
  const opened = await openElement();
  const { renderer, problems, find } = opened;
  const cause = new Error('no WebGL');
  renderer.fire('problem', { code: 'disaster-map/webgl-failed', cause });
  renderer.fire('problem', { code: 'disaster-map/vector-failed', cause });
  expect(codes(problems)).toEqual(['disaster-map/webgl-failed', 'disaster-map/vector-failed']);
  expect(problems[0]?.message.en).toContain('no WebGL');
  expect(find('.page').dataset['map']).toBe('shown');
  renderer.fire('problem', { code: 'disaster-map/map-failed', cause });
  await eventually(() => expect(find('.banner').hidden).toBe(false));
  expect(codes(problems).at(-1)).toBe('disaster-map/map-failed');
  expect(opened.listed).toHaveLength(4);
});

test('where neither MapLibre nor Leaflet can draw, the list is there', async () => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  const broken = null as never;
  const opened = placeElement({
    document: { ...smallDocument(), renderer: 'maplibre' },
    prepare: (element) => {
      element.createRenderer = (shown) => {
        const renderer = createDocumentRenderer(shown);
        // Leaflet cannot begin without a view.
        return {
          ...renderer,
          mount: (container, options) => renderer.mount(container, { ...options, view: broken }),
        };
      };
    },
  });
  await eventually(() =>
    expect(codes(opened.problems)).toEqual([
      'disaster-map/webgl-failed',
      'disaster-map/map-failed',
    ]),
  );
  expect(opened.find('.banner').hidden).toBe(false);
  expect(opened.listed).toHaveLength(4);
});

test('without a connection the page says what that means, and takes it back', async () => {
  const { find, element } = await openElement();
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  window.dispatchEvent(new Event('offline'));
  await element.updateComplete;
  expect(find('.banner').innerText).toBe('通信していません。読み込みずみの内容を表示しています。');
  online.mockReturnValue(true);
  window.dispatchEvent(new Event('online'));
  await element.updateComplete;
  expect(find('.banner').hidden).toBe(true);
});

describe('a town without data', () => {
  const empty = smallDocument({
    layers: [],
    hazards: [],
    report: { rows: 0, shown: 0, leftOut: 0 },
  });

  test('says which file to add, with the map framed by the town', async () => {
    const { text, all, renderer } = await openElement({ document: empty });
    expect(text).toContain('まだ場所のデータがありません。');
    expect(text).toContain('data/01-避難所.csv');
    expect(all('input')).toEqual([]);
    expect(renderer.options?.view.center[0]).toBeCloseTo(141.08, 6);
  });

  test('can say something else', async () => {
    const { element } = await openElement({
      document: empty,
      prepare: (element) => {
        element.innerHTML = '<p slot="empty">準備中です。</p>';
      },
    });
    expect(element.querySelector('p')?.offsetHeight).toBeGreaterThan(0);
  });
});

test('while the document is on the way nothing flashes; then the page says that it loads', async () => {
  answer(() => new Promise<Response>(() => undefined));
  const { find, element } = placeElement({ attributes: { src: './map.json' } });
  await element.updateComplete;
  expect(find('.notice').checkVisibility({ visibilityProperty: true })).toBe(false);
  await eventually(() =>
    expect(find('.notice').checkVisibility({ visibilityProperty: true })).toBe(true),
  );
  expect(find('[role=status]').innerText).toBe('読み込んでいます。');
});
