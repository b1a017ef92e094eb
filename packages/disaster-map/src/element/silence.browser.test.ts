import type { ElementProblem } from '@yokoten/ui';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

beforeEach(async () => {
  await page.viewport(1280, 800);
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  closeElements();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const codes = (problems: readonly ElementProblem[]): string[] => problems.map(({ code }) => code);
const response = (document: MapDocument): Response => new Response(JSON.stringify(document));

/** Answers when the test lets it. */
function silentServer(): (document: MapDocument) => void {
  const answered = Promise.withResolvers<Response>();
  vi.spyOn(globalThis, 'fetch').mockImplementation((_, { signal } = {}) => {
    signal?.addEventListener('abort', () => answered.reject(new DOMException('', 'AbortError')));
    return answered.promise;
  });
  return (document) => answered.resolve(response(document));
}

describe('a server that takes the question and does not answer', () => {
  test('is told after ten seconds, and what comes after all is shown', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answer = silentServer();
    const opened = placeElement({ attributes: { src: './map.json' } });
    await vi.advanceTimersByTimeAsync(9900);
    expect(opened.problems).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(codes(opened.problems)).toEqual(['disaster-map/slow']);
    expect(opened.problems[0]?.message.en).toContain('./map.json');
    await opened.element.updateComplete;
    expect(opened.find('[role=alert]').innerText).toContain('地図のデータがまだ届きません。');
    expect(opened.find('.notice').innerText).toContain('disaster-map/slow');
    answer(smallDocument());
    await eventually(() => expect(opened.listed).toHaveLength(4));
    expect(opened.all('[role=alert]')).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(opened.problems).toHaveLength(1);
  });

  test('can be asked again; the first answer is not waited for then', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    silentServer();
    const opened = placeElement({ attributes: { src: './map.json' } });
    await vi.advanceTimersByTimeAsync(10_100);
    await opened.element.updateComplete;
    const answer = silentServer();
    await opened.click('.notice button');
    answer(smallDocument());
    await eventually(() => expect(opened.listed).toHaveLength(4));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(codes(opened.problems)).toEqual(['disaster-map/slow']);
  });

  test('leaves what is shown, and says so', async () => {
    const opened = await openElement();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answer = silentServer();
    opened.element.src = './other.json';
    await vi.advanceTimersByTimeAsync(10_100);
    await opened.element.updateComplete;
    expect(opened.listed).toHaveLength(4);
    expect(opened.find('.banner').innerText).toContain('前のデータを表示しています。');
    answer(smallDocument({ layers: smallDocument().layers.slice(0, 1) }));
    await eventually(() => expect(opened.find('.banner').hidden).toBe(true));
    expect(opened.element.document?.layers).toHaveLength(1);
  });
});

const open = (document: Partial<MapDocument>, hash = ''): ElementPage =>
  placeElement({
    document: smallDocument(document),
    attributes: { permalink: '' },
    prepare: (element) => {
      history.replaceState(null, '', hash === '' ? location.pathname + location.search : hash);
      element.createRenderer = createLeafletRenderer;
    },
  });

describe('a host of pictures that is dead', () => {
  const dead = 'http://127.0.0.1:9/{z}/{x}/{y}.png';
  const credit = { source: { ja: '試験' }, licence: null };
  test('of the background: places, boundary and list are there, and it is said and told', async () => {
    const opened = open({ background: { url: dead, minZoom: 2, maxZoom: 18, credit } });
    await eventually(() =>
      expect(opened.find('.banner').innerText).toBe(
        '背景地図を表示できません。場所と境界は表示しています。',
      ),
    );
    expect(codes(opened.problems)).toEqual(['disaster-map/background-missing']);
    expect(opened.listed).toHaveLength(4);
    await eventually(() => opened.find('.mark'));
  });

  const rasters = hazardCatalogue.filter(({ hazard }) => hazard === 'flood').slice(0, 2);
  const rastersAt = (url: string): Partial<MapDocument> => ({
    hazardLayers: rasters.map((raster) => Object.assign({}, raster, { url })),
  });

  test('of a hazard raster: a map without colours is not taken for a safe one', async () => {
    const opened = open(rastersAt(dead), '#hazard=flood');
    await eventually(() =>
      expect(opened.find('.banner').innerText).toBe(
        'ハザードマップの色を表示できません。安全という意味ではありません。',
      ),
    );
    expect(codes(opened.problems)).toEqual(['disaster-map/raster-missing']);
    expect(opened.problems[0]?.message.en).toContain(rasters[0]?.id);
    await opened.click('.chip:first-child input');
    expect(opened.find('.banner').hidden).toBe(true);
  });

  test('but a raster without a tile here is no fault', async () => {
    const opened = open(rastersAt('/no-such-tiles/{z}/{x}/{y}.png'), '#hazard=flood');
    await eventually(() => opened.find('.legend'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(opened.find('.banner').hidden).toBe(true);
    expect(opened.problems).toEqual([]);
  });
});
