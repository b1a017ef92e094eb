import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchTiles } from './tile-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const URL_OF_TILE = 'https://example.com/1/2/3.png';
const answers = (status: number) =>
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => {
    if (status === 0) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(new Response(null, { status }));
  });

test.each([
  [200, false],
  [204, false],
  [403, false],
  [404, false],
  [410, false],
  [429, true],
  [500, true],
  [503, true],
  [0, true],
])('a tile that was not drawn and is answered with %d: missing %s', async (status, isMissing) => {
  answers(status);
  const changed = vi.fn();
  watchTiles(changed).failed(URL_OF_TILE);
  await vi.advanceTimersByTimeAsync(0);
  expect(changed.mock.calls).toEqual(isMissing ? [['missing']] : []);
});

test('many tiles at once are one question, and one that arrives after all takes it back', async () => {
  const fetched = answers(500);
  const changed = vi.fn();
  const watch = watchTiles(changed);
  for (let tile = 0; tile < 30; tile++) watch.failed(URL_OF_TILE);
  await vi.advanceTimersByTimeAsync(0);
  for (let tile = 0; tile < 30; tile++) watch.failed(URL_OF_TILE);
  await vi.advanceTimersByTimeAsync(0);
  expect(fetched).toHaveBeenCalledOnce();
  watch.arrived();
  expect(changed.mock.calls).toEqual([['missing'], ['shown']]);
  watch.failed(URL_OF_TILE);
  await vi.advanceTimersByTimeAsync(0);
  expect(changed.mock.lastCall).toEqual(['missing']);
});

test('a tile that arrives while its neighbour is asked for settles it', async () => {
  answers(500);
  const changed = vi.fn();
  const watch = watchTiles(changed);
  watch.failed(URL_OF_TILE);
  watch.arrived();
  await vi.advanceTimersByTimeAsync(0);
  expect(changed).not.toHaveBeenCalled();
});

test('a server that says nothing is asked whether it is there', async () => {
  const fetched = answers(0);
  const changed = vi.fn();
  const watch = watchTiles(changed);
  watch.asked(URL_OF_TILE);
  watch.arrived();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(fetched).not.toHaveBeenCalled();
  watch.asked(URL_OF_TILE);
  await vi.advanceTimersByTimeAsync(5000);
  expect(changed.mock.calls).toEqual([['missing']]);
});

test('after its end nothing is said', async () => {
  answers(500);
  const changed = vi.fn();
  const watch = watchTiles(changed);
  watch.failed(URL_OF_TILE);
  watch.end();
  watch.asked(URL_OF_TILE);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(changed).not.toHaveBeenCalled();
});
