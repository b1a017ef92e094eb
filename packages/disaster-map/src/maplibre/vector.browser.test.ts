import '@yokoten/ui/tokens.css';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LABELS, PIXEL, tiles, VIEW } from '../../test/contract/fixtures.ts';
import { tinyArchive, type TinyArchiveOptions } from '../../test/tiny-archive.ts';
import type { VectorBackground } from '../document.ts';
import { createMapLibreRenderer } from '../maplibre-renderer.ts';
import type { Renderer, RendererEvents } from '../renderer.ts';

const PATIENT = { timeout: 10_000 };
const LAND = [0xf3, 0xf1, 0xea] as const;
const WATER = [0xbc, 0xd7, 0xe6] as const;
const DARK_WATER = [0x1b, 0x3a, 0x4d] as const;

let container: HTMLElement;
let renderer: Renderer;
let problems: RendererEvents['problem'][];
let states: string[];
let drawn: (string | undefined)[];
const urls: string[] = [];

beforeEach(() => {
  container = document.createElement('div');
  container.style.cssText = 'position:relative;width:380px;height:400px';
  document.body.append(container);
  renderer = createMapLibreRenderer();
  problems = [];
  states = [];
  drawn = [];
  renderer.on('problem', (problem) => problems.push(problem));
  renderer.on('background-change', (change) => {
    states.push(change.state);
    drawn.push(change.drawn);
  });
});
afterEach(() => {
  renderer.destroy();
  container.remove();
  for (const url of urls.splice(0)) URL.revokeObjectURL(url);
  delete document.documentElement.dataset['theme'];
  vi.restoreAllMocks();
});

const mount = (): Promise<void> =>
  renderer.mount(container, { view: VIEW, labels: LABELS, reducedMotion: true });

function archive(options?: TinyArchiveOptions): VectorBackground {
  const url = URL.createObjectURL(new Blob([tinyArchive(options)]));
  urls.push(url);
  return { pmtiles: url, credit: { source: { ja: '試験' }, licence: null } };
}

/** Share of the canvas that has this colour. */
function shareOf([red, green, blue]: readonly [number, number, number]): number {
  const canvas = container.querySelector('canvas');
  const copy = new OffscreenCanvas(100, 100);
  const context = copy.getContext('2d');
  if (canvas === null || context === null) throw new Error('nothing is drawn');
  context.imageSmoothingEnabled = false;
  context.drawImage(canvas, 0, 0, 100, 100);
  const { data } = context.getImageData(0, 0, 100, 100);
  let found = 0;
  for (let at = 0; at < data.length; at += 4) {
    const near = (index: number, value: number): boolean =>
      Math.abs((data[at + index] ?? 0) - value) < 3;
    if (near(0, red) && near(1, green) && near(2, blue)) found += 1;
  }
  return found / 10_000;
}

test('an archive in Protomaps’ schema is drawn in our style, and nothing else is asked for', async () => {
  const asked = vi.spyOn(globalThis, 'fetch');
  await mount();
  const vector = archive();
  renderer.setBackground(tiles('https://tiles.invalid/{z}/{x}/{y}.png'), vector);
  await vi.waitFor(() => {
    expect(shareOf(WATER)).toBeGreaterThan(0.15);
    expect(shareOf(LAND)).toBeGreaterThan(0.15);
  }, PATIENT);
  expect(states).toEqual(['shown']);
  expect(drawn).toEqual(['vector']);
  expect(problems).toEqual([]);
  const addresses = asked.mock.calls.map(([request]) =>
    request instanceof Request ? request.url : String(request),
  );
  expect(new Set(addresses)).toEqual(new Set([vector.pmtiles]));
});

test('follows the page into the dark, and takes a colour that a town gives it', async () => {
  document.documentElement.dataset['theme'] = 'dark';
  await mount();
  const vector = archive();
  renderer.setBackground(undefined, vector);
  await vi.waitFor(() => expect(shareOf(DARK_WATER)).toBeGreaterThan(0.15), PATIENT);
  expect(shareOf(LAND)).toBe(0);
  container.style.setProperty('--yokoten-map-water', 'rgb(1, 200, 3)');
  renderer.setBackground(undefined, vector);
  await vi.waitFor(() => expect(shareOf([1, 200, 3])).toBeGreaterThan(0.15), PATIENT);
});

test('another language of the page is that of the names, and asks for no archive anew', async () => {
  const asked = vi.spyOn(globalThis, 'fetch');
  await mount();
  renderer.setBackground(undefined, archive());
  await vi.waitFor(() => expect(shareOf(WATER)).toBeGreaterThan(0.15), PATIENT);
  const before = asked.mock.calls.length;
  renderer.setLabels({ ...LABELS, lang: 'en' });
  container.style.setProperty('--yokoten-map-water', 'rgb(1, 200, 3)');
  renderer.setLabels({ ...LABELS, lang: 'ja-simple' });
  await vi.waitFor(() => expect(shareOf([1, 200, 3])).toBeGreaterThan(0.15), PATIENT);
  expect(asked.mock.calls.length - before).toBeLessThanOrEqual(before);
  expect(problems).toEqual([]);
});

test.each([
  ['raster tiles', { tileType: 2 }, 'type 2'],
  ['another schema', { told: ['transportation', 'place'] }, 'transportation, place'],
  ['no layers', { told: [] }, '(none)'],
])(
  'an archive with %s is not drawn: the raster background is, and it is said',
  async (_, options, words) => {
    await mount();
    renderer.setBackground(tiles(PIXEL), archive(options));
    await vi.waitFor(() => expect(states).toEqual(['shown']), PATIENT);
    expect(drawn).toEqual(['raster']);
    expect(problems.map(({ code }) => code)).toEqual(['disaster-map/vector-failed']);
    expect(String(problems[0]?.cause)).toContain(words);
  },
);

test('an archive that is not there, with no raster background, is a missing background', async () => {
  await mount();
  const credit = { source: { ja: '試験' }, licence: null };
  renderer.setBackground(undefined, { pmtiles: '/no-such.pmtiles', credit });
  await vi.waitFor(() => expect(states).toEqual(['missing']), PATIENT);
  expect(problems).toHaveLength(1);
});

test('what is set while an archive opens takes its place', async () => {
  await mount();
  renderer.setBackground(undefined, archive());
  renderer.setBackground(tiles(PIXEL));
  await vi.waitFor(() => expect(states).toEqual(['shown']), PATIENT);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(shareOf(WATER)).toBe(0);
  expect(problems).toEqual([]);
});
