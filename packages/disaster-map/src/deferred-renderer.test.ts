import { expect, test, vi } from 'vitest';
import type { Bbox } from '@yokoten/standard';
import { createDeferredRenderer, type LoadDrawing } from './deferred-renderer.ts';
import type { CreateDrawing, Drawing } from './drawing/map-frame.ts';
import type { RendererOptions, View } from './renderer.ts';

const VIEW: View = { center: [139, 35], zoom: 12 };
const OPTIONS: RendererOptions = {
  view: VIEW,
  labels: { zoomIn: '+', zoomOut: '-', map: '地図' },
  reducedMotion: true,
};
const CONTAINER = {} as HTMLElement;

/** A way to draw that writes down what it is told. */
function fakeWay(): { load: LoadDrawing; calls: unknown[][]; lose: (cause: unknown) => void } {
  const calls: unknown[][] = [];
  let view = VIEW;
  let lose: ((cause: unknown) => void) | undefined;
  const noted =
    (name: string) =>
    (...args: unknown[]): void =>
      void calls.push([name, ...args]);
  const create: CreateDrawing = (_, options, __, lost): Drawing => {
    calls.push(['create', options.view, options.labels.map]);
    ({ view } = options);
    lose = lost;
    return {
      getView: () => view,
      getBounds: (): Bbox => [0, 0, 1, 1],
      setView(next) {
        view = next;
        calls.push(['setView', next]);
      },
      fitBounds: noted('fitBounds'),
      setBackground: noted('setBackground'),
      setBoundary: noted('setBoundary'),
      setOverlays: noted('setOverlays'),
      setShapes: noted('setShapes'),
      setMarks: noted('setMarks'),
      setSelected: noted('setSelected'),
      setLabels: noted('setLabels'),
      resize: noted('resize'),
      destroy: noted('destroy'),
    };
  };
  return { load: () => Promise.resolve(create), calls, lose: (cause) => lose?.(cause) };
}

const broken: LoadDrawing = () => Promise.reject(new Error('no such part'));

test('what cannot start is told, and the next way draws what was set', async () => {
  const second = fakeWay();
  const renderer = createDeferredRenderer([broken, second.load]);
  const problems = vi.fn();
  renderer.on('problem', problems);
  renderer.setMarks([]);
  renderer.setLabels({ ...OPTIONS.labels, map: 'Map' });
  renderer.setView({ ...VIEW, zoom: 15 });
  await renderer.mount(CONTAINER, OPTIONS);
  expect(problems.mock.calls).toEqual([
    [{ code: 'disaster-map/webgl-failed', cause: new Error('no such part') }],
  ]);
  expect(second.calls).toEqual([
    ['create', VIEW, OPTIONS.labels.map],
    ['setMarks', []],
    ['setLabels', { ...OPTIONS.labels, map: 'Map' }],
    ['setView', { ...VIEW, zoom: 15 }],
  ]);
});

test('a way that throws when it begins to draw is no different', async () => {
  const second = fakeWay();
  const renderer = createDeferredRenderer([
    () =>
      Promise.resolve(() => {
        throw new Error('no context');
      }),
    second.load,
  ]);
  await renderer.mount(CONTAINER, OPTIONS);
  expect(renderer.getView()).toEqual(VIEW);
});

test('when the last way fails, mounting fails', async () => {
  const renderer = createDeferredRenderer([broken, broken]);
  const problems = vi.fn();
  renderer.on('problem', problems);
  await expect(renderer.mount(CONTAINER, OPTIONS)).rejects.toThrow('no such part');
  expect(problems).toHaveBeenCalledOnce();
});

test('one that is lost answers until the next is there, which goes on from its view', async () => {
  const [first, second] = [fakeWay(), fakeWay()];
  const renderer = createDeferredRenderer([first.load, second.load]);
  await renderer.mount(CONTAINER, OPTIONS);
  renderer.setSelected('a');
  renderer.setView({ ...VIEW, zoom: 16 });
  first.lose(new Error('lost'));
  expect(renderer.getView().zoom).toBe(16);
  await vi.waitFor(() => expect(second.calls).not.toEqual([]));
  expect(first.calls.at(-1)).toEqual(['destroy']);
  expect(second.calls).toEqual([
    ['create', { ...VIEW, zoom: 16 }, '地図'],
    ['setSelected', 'a'],
  ]);
});

test('one that is lost while nothing else can draw ends the map; with no other way it stays', async () => {
  const first = fakeWay();
  const renderer = createDeferredRenderer([first.load, broken]);
  const problems = vi.fn();
  renderer.on('problem', problems);
  await renderer.mount(CONTAINER, OPTIONS);
  first.lose(new Error('lost'));
  await vi.waitFor(() => expect(problems).toHaveBeenCalledTimes(2));
  expect(problems.mock.calls.map(([{ code }]) => code)).toEqual([
    'disaster-map/webgl-failed',
    'disaster-map/map-failed',
  ]);
  first.lose(new Error('again'));
  expect(problems).toHaveBeenCalledTimes(2);
});

test('destroyed while a way loads, nothing is drawn and nothing is told', async () => {
  const [first, second] = [fakeWay(), fakeWay()];
  const renderer = createDeferredRenderer([broken, first.load, second.load]);
  const problems = vi.fn();
  renderer.on('problem', problems);
  const mounted = renderer.mount(CONTAINER, OPTIONS);
  renderer.destroy();
  await mounted;
  expect([first.calls, second.calls, problems.mock.calls]).toEqual([[], [], []]);
  expect(() => renderer.getView()).toThrowError('disaster-map/not-mounted');
});
