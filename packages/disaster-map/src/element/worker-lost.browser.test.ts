import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { closeElements, eventually, placeElement } from '../../test/element-page.ts';
import { smallDocument } from '../../test/small-document.ts';
import { createLeafletRenderer } from '../leaflet-renderer.ts';

beforeEach(async () => {
  await page.viewport(1280, 800);
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  closeElements();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function watchWorkers(): readonly Worker[] {
  const workers: Worker[] = [];
  vi.stubGlobal(
    'Worker',
    class extends Worker {
      constructor(...started: ConstructorParameters<typeof Worker>) {
        super(...started);
        workers.push(this);
      }
    },
  );
  return workers;
}

test('a worker that dies while the map is shown takes nothing with it', async () => {
  const workers = watchWorkers();
  const opened = placeElement({
    document: smallDocument(),
    prepare: (element) => {
      element.createRenderer = createLeafletRenderer;
    },
  });
  const { all, find, search, problems } = opened;
  await eventually(() => find('.mark'));
  const [worker] = workers;
  if (worker === undefined) throw new Error('no worker was started');
  worker.terminate();
  worker.dispatchEvent(new ErrorEvent('error', { cancelable: true }));
  await search('小学校');
  expect(opened.listed).toEqual(['h1', 'h2']);
  await eventually(() => expect(all('.mark[data-type=place]')).toHaveLength(2));
  expect(find('.banner').hidden).toBe(true);
  expect(problems.map(({ code }) => code)).toEqual(['disaster-map/worker-lost']);
});

test('a worker that is killed without a word in the middle of a question is missed after a while', async () => {
  const workers = watchWorkers();
  const opened = placeElement({
    document: smallDocument(),
    prepare: (element) => {
      element.createRenderer = createLeafletRenderer;
    },
  });
  const { all, find, search, problems } = opened;
  await eventually(() => find('.mark'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  workers[0]?.terminate();
  await search('小学校');
  expect(opened.listed).toEqual(['h1', 'h2']);
  await vi.advanceTimersByTimeAsync(10_000);
  vi.useRealTimers();
  await eventually(() => expect(all('.mark[data-type=place]')).toHaveLength(2));
  expect(problems.map(({ code }) => code)).toEqual(['disaster-map/worker-lost']);
});
