import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClusterAnswer, ClusterRequest } from './cluster/protocol.ts';
import { createWorkerClusterer } from './cluster/worker-clusterer.ts';
import { openPageThread } from './cluster/page-thread.ts';
import {
  CLUSTER_MAX_ZOOM,
  createClusterer,
  SPOT_MAX_PLACES,
  type ClusterPoint,
} from './clusterer.ts';

const JAPAN = [122, 20, 154, 46] as const;

const school = { id: 'school', place: [139.3, 35.66] } as const;
const schoolAgain = { id: 'school-again', place: [139.3, 35.66] } as const;
const hall = { id: 'hall', place: [139.36, 35.6] } as const;

test('places that overlap become one mark with their number, the others stay alone', async () => {
  const clusterer = createClusterer();
  await clusterer.load([school, schoolAgain, hall]);
  const [far] = await clusterer.query({ bounds: JAPAN, zoom: 5 });
  expect(far).toEqual({
    type: 'cluster',
    id: expect.stringContaining('cluster:'),
    at: [expect.closeTo(139.32, 2), expect.closeTo(35.64, 2)],
    count: 3,
  });
  const near = await clusterer.query({ bounds: JAPAN, zoom: 15 });
  expect(near).toContainEqual({ type: 'place', point: hall });
  expect(near).toContainEqual({
    type: 'spot',
    at: [expect.closeTo(139.3, 6), expect.closeTo(35.66, 6)],
    points: [school, schoolAgain],
  });
  clusterer.destroy();
});

test('places a few metres apart are one spot at every zoom they stand alone at; a street apart they are none', async () => {
  const metres = 1 / 111_320;
  const beside: ClusterPoint = { id: 'beside', place: [139.3, 35.66 + 5 * metres] };
  const across: ClusterPoint = { id: 'across', place: [139.3, 35.66 + 60 * metres] };
  const clusterer = createClusterer();
  await clusterer.load([beside, school]);
  for (const zoom of [0, 12.75, 18, 22]) {
    const results = await clusterer.query({ bounds: JAPAN, zoom });
    if (zoom <= CLUSTER_MAX_ZOOM) {
      expect(results).toMatchObject([{ type: 'spot', points: [beside, school] }]);
    }
  }
  await clusterer.load([across, school]);
  expect(await clusterer.query({ bounds: JAPAN, zoom: 14 })).toMatchObject([{ type: 'cluster' }]);
  expect(await clusterer.query({ bounds: JAPAN, zoom: 18 })).toHaveLength(2);
  clusterer.destroy();
});

test('whatever the ids are, they come back as they were', async () => {
  const ids = ['cluster:7', '__proto__', '', 'spot', '"><b>', '学校'];
  const clusterer = createClusterer();
  await clusterer.load(ids.slice(0, 3).map((id): ClusterPoint => ({ id, place: school.place })));
  const spot = await clusterer.query({ bounds: JAPAN, zoom: 12 });
  expect(spot).toMatchObject([{ type: 'spot', points: ids.slice(0, 3).map((id) => ({ id })) }]);
  await clusterer.load(ids.map((id): ClusterPoint => ({ id, place: school.place })));
  const [crowd] = await clusterer.query({ bounds: JAPAN, zoom: 12 });
  if (crowd?.type !== 'cluster') throw new Error('expected one cluster');
  expect(crowd.count).toBe(ids.length);
  expect(await clusterer.members(crowd.id)).toEqual(ids);
  for (const id of ['cluster:', 'cluster:-1', 'cluster:NaN', 'cluster:1e9', ...ids]) {
    await expect(clusterer.members(id)).rejects.toMatchObject({
      code: 'disaster-map/unknown-cluster',
    });
  }
  clusterer.destroy();
});

test('a cluster says at which zoom it falls apart; a crowd at one spot never does, but can be named', async () => {
  const crowd = Array.from({ length: SPOT_MAX_PLACES + 1 }, (_, index): ClusterPoint => ({
    id: `p${index}`,
    place: school.place,
  }));
  const clusterer = createClusterer();
  await clusterer.load([...crowd, hall]);
  const [far] = await clusterer.query({ bounds: JAPAN, zoom: 5 });
  if (far?.type !== 'cluster') throw new Error('expected one cluster');
  const zoom = await clusterer.expansionZoom(far.id);
  expect(zoom).toBeGreaterThan(5);
  expect(await clusterer.query({ bounds: JAPAN, zoom: zoom - 1 })).toHaveLength(1);
  const near = await clusterer.query({ bounds: JAPAN, zoom });
  expect(near).toHaveLength(2);
  const mark = near.find((result) => result.type === 'cluster');
  expect(await clusterer.expansionZoom(mark?.id ?? '')).toBeGreaterThan(CLUSTER_MAX_ZOOM);
  expect(await clusterer.members(mark?.id ?? '')).toEqual(crowd.map(({ id }) => id));
  clusterer.destroy();
});

test('before the first load there is nothing, and a void cluster id is refused with its code', async () => {
  const clusterer = createClusterer();
  expect(await clusterer.query({ bounds: JAPAN, zoom: 10 })).toEqual([]);
  await expect(clusterer.expansionZoom('cluster:7')).rejects.toMatchObject({
    code: 'disaster-map/unknown-cluster',
  });
  await clusterer.load([school, hall]);
  await expect(clusterer.members('school')).rejects.toMatchObject({
    code: 'disaster-map/unknown-cluster',
  });
  clusterer.destroy();
});

test('destroy rejects what is open and everything asked later', async () => {
  const clusterer = createClusterer();
  const open = clusterer.load([school]);
  clusterer.destroy();
  await expect(open).rejects.toHaveProperty('name', 'AbortError');
  await expect(clusterer.query({ bounds: JAPAN, zoom: 5 })).rejects.toHaveProperty(
    'name',
    'AbortError',
  );
});

test('every place is in exactly one mark, at every zoom', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.tuple(
            fc.double({ min: 122, max: 154, noNaN: true }),
            fc.double({ min: 20, max: 46, noNaN: true }),
          ),
          // A few spots that many places share.
          fc.constantFrom<[number, number][]>([139.3, 35.66], [139.30002, 35.66], [139.31, 35.66]),
        ),
        { maxLength: 40 },
      ),
      fc.integer({ min: 0, max: 20 }),
      async (positions, zoom) => {
        const points: ClusterPoint[] = positions.map((place, index) => ({
          id: `p${index}`,
          place,
        }));
        const clusterer = createClusterer();
        await clusterer.load(points);
        const shown: string[] = [];
        for (const result of await clusterer.query({ bounds: [121, 19, 155, 47], zoom })) {
          if (result.type === 'place') shown.push(result.point.id);
          else if (result.type === 'spot') {
            expect(result.points.length).toBeGreaterThan(1);
            expect(result.points.length).toBeLessThanOrEqual(SPOT_MAX_PLACES);
            shown.push(...result.points.map(({ id }) => id));
          } else {
            const members = await clusterer.members(result.id);
            expect(members).toHaveLength(result.count);
            shown.push(...members);
          }
        }
        expect(shown.toSorted()).toEqual(points.map((point) => point.id).toSorted());
        clusterer.destroy();
      },
    ),
    { numRuns: 50 },
  );
});

test('a thread that is lost at any moment loses no request and no point', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 6 }),
      fc.boolean(),
      async (answersBeforeLoss, dropsLast) => {
        const clusterer = createWorkerClusterer([
          (owner) => {
            let left = answersBeforeLoss;
            const inner = openPageThread({
              answered(ticket: number, answer: ClusterAnswer) {
                left -= 1;
                if (left >= 0 && !(dropsLast && left === 0)) owner.answered(ticket, answer);
                if (left <= 0) owner.lost();
              },
              lost: () => owner.lost(),
            });
            return {
              post: (ticket: number, request: ClusterRequest) => inner.post(ticket, request),
              close: () => inner.close(),
            };
          },
          openPageThread,
        ]);
        const answers = await Promise.all([
          clusterer.query({ bounds: JAPAN, zoom: 18 }),
          clusterer.load([school]),
          clusterer.query({ bounds: JAPAN, zoom: 18 }),
          clusterer.load([school, hall]),
          clusterer.query({ bounds: JAPAN, zoom: 18 }),
        ]);
        await clusterer.query({ bounds: JAPAN, zoom: 1 });
        const [late] = await clusterer.query({ bounds: JAPAN, zoom: 1 });
        expect(answers[0]).toEqual([]);
        expect(answers[2]).toEqual([{ type: 'place', point: school }]);
        expect(answers[4]).toHaveLength(2);
        expect(late).toMatchObject({ type: 'cluster', count: 2 });
        clusterer.destroy();
      },
    ),
    { numRuns: 30 },
  );
});

test('where no thread can be had, requests are refused with a code instead of waiting for ever', async () => {
  const clusterer = createWorkerClusterer([
    () => {
      throw new Error('no worker here');
    },
    (owner) => ({ post: () => owner.lost(), close: () => undefined }),
  ]);
  await expect(clusterer.load([school])).rejects.toMatchObject({
    code: 'disaster-map/clusterer-unavailable',
  });
});
