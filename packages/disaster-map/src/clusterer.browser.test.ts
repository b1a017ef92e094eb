import { expect, test, vi } from 'vitest';
import { createWorkerClusterer } from './cluster/worker-clusterer.ts';
import { openPageThread } from './cluster/page-thread.ts';
import { openWorkerThread } from './cluster/worker-thread.ts';
import { createClusterer, type ClusterPoint, type ClusterResult } from './clusterer.ts';

const JAPAN = [122, 20, 154, 46] as const;
const points: ClusterPoint[] = Array.from({ length: 2000 }, (_, index) => ({
  id: `p${index}`,
  place: [139 + (index % 50) / 100, 35 + Math.floor(index / 50) / 100],
}));

/** How many places the marks stand for. */
function total(results: readonly ClusterResult[]): number {
  const counts = results.map((result) =>
    result.type === 'cluster' ? result.count : result.type === 'spot' ? result.points.length : 1,
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

const startMissing = (): Worker => new Worker('/no-such-worker.js', { type: 'module' });

test('the work is done in a worker', async () => {
  const page = vi.fn(openPageThread);
  const clusterer = createWorkerClusterer([openWorkerThread, page]);
  await clusterer.load(points);
  const results = await clusterer.query({ bounds: JAPAN, zoom: 8 });
  expect(total(results)).toBe(points.length);
  expect(page).not.toHaveBeenCalled();
  clusterer.destroy();
});

test('worker and page answer the same', async () => {
  const twins = points.map(({ id, place }): ClusterPoint => ({ id: `cluster:${id}`, place }));
  const inWorker = createWorkerClusterer([openWorkerThread]);
  const onPage = createWorkerClusterer([openPageThread]);
  for (const clusterer of [inWorker, onPage]) {
    await clusterer.load([...points, ...twins, ...points.slice(0, 500), ...twins.slice(0, 250)]);
  }
  for (const zoom of [5, 10, 12.75, 14, 18]) {
    const answer = await inWorker.query({ bounds: JAPAN, zoom });
    expect(total(answer)).toBe(2 * points.length + 750);
    expect(answer).toEqual(await onPage.query({ bounds: JAPAN, zoom }));
    const cluster = answer.find((result) => result.type === 'cluster');
    if (cluster === undefined) continue;
    expect(await inWorker.members(cluster.id)).toEqual(await onPage.members(cluster.id));
  }
  inWorker.destroy();
  onPage.destroy();
});

test('a worker whose file does not arrive is replaced by the page', async () => {
  const clusterer = createWorkerClusterer([
    (owner) => openWorkerThread(owner, startMissing),
    openPageThread,
  ]);
  await clusterer.load(points);
  expect(await clusterer.query({ bounds: JAPAN, zoom: 3 })).not.toEqual([]);
  clusterer.destroy();
});

test('a worker that stays silent is replaced by the page', async () => {
  const silent = URL.createObjectURL(
    new Blob(['onmessage = () => {}'], { type: 'text/javascript' }),
  );
  const clusterer = createWorkerClusterer([
    (owner) => openWorkerThread(owner, () => new Worker(silent), 50),
    openPageThread,
  ]);
  await clusterer.load(points);
  expect(await clusterer.query({ bounds: JAPAN, zoom: 3 })).not.toEqual([]);
  clusterer.destroy();
  URL.revokeObjectURL(silent);
});

test('a worker that dies after the points were loaded takes nothing with it', async () => {
  let worker: Worker | undefined;
  const clusterer = createWorkerClusterer([
    (owner) =>
      openWorkerThread(owner, () => {
        worker = new Worker(new URL('./cluster/cluster-worker.js', import.meta.url), {
          type: 'module',
        });
        return worker;
      }),
    openPageThread,
  ]);
  await clusterer.load(points);
  worker?.dispatchEvent(new ErrorEvent('error', { cancelable: true }));
  expect(await clusterer.query({ bounds: JAPAN, zoom: 3 })).not.toEqual([]);
  clusterer.destroy();
});

test('the points themselves stay with the caller', async () => {
  const clusterer = createClusterer();
  const mine = [...points];
  await clusterer.load(mine);
  expect(mine).toEqual(points);
  clusterer.destroy();
});
