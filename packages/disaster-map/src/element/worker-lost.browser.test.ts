import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { closeElements, eventually, placeElement } from '../../test/element-page.ts';
import { smallDocument } from '../../test/small-document.ts';
import { createLeafletRenderer } from '../leaflet-renderer.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  closeElements();
  vi.unstubAllGlobals();
});

test('a worker that dies while the map is shown takes nothing with it', async () => {
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
  expect(problems).toEqual([]);
});
