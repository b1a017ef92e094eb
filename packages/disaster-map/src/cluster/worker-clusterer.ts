import type { Clusterer, ClusterPoint, ClusterResult } from '../clusterer.ts';
import { codedError } from '../coded-error.ts';
import { openPageThread } from './page-thread.ts';
import {
  CLUSTER_STRIDE,
  SPOT_STRIDE,
  type ClusterAnswer,
  type ClusterRequest,
  type RawClusters,
} from './protocol.ts';
import { openWorkerThread, type ClusterThread, type ThreadOwner } from './worker-thread.ts';

/** A request that has no answer yet; it is made anew when the thread it went to is lost. */
interface Open {
  readonly request: () => ClusterRequest;
  readonly answered: (answer: ClusterAnswer) => void;
  readonly reject: (reason: Error) => void;
}

type OpenThread = (owner: ThreadOwner) => ClusterThread;

/**
 * See `createClusterer`. Threads are tried in order: the first is used until it is lost, then the next one gets
 * the points and every open request again. `lost` is called when one that had answered is lost and another goes on: one that cannot
 * start at all is no fault.
 */
export function createWorkerClusterer<P extends ClusterPoint>(
  threads: readonly OpenThread[] = [openWorkerThread, openPageThread],
  lost?: () => void,
): Clusterer<P> {
  const untried = [...threads];
  const open = new Map<number, Open>();
  let thread: ClusterThread | undefined;
  let lastTicket = 0;
  let destroyed = false;
  let points: readonly P[] = [];
  // The points the thread last confirmed: a new thread starts from them.
  let confirmed: readonly P[] = [];

  function nextThread(): void {
    const openThread = untried.shift();
    let hasAnswered = false;
    if (openThread === undefined) {
      rejectAll(
        codedError(
          'disaster-map/clusterer-unavailable',
          'neither a worker nor the page could load the clustering code; check the connection and reload the page',
        ),
      );
      return;
    }
    try {
      const started = openThread({
        answered(ticket, answer) {
          hasAnswered = true;
          const entry = open.get(ticket);
          open.delete(ticket);
          entry?.answered(answer);
        },
        lost() {
          if (thread !== started) return;
          if (hasAnswered && untried.length > 0) lost?.();
          nextThread();
        },
      });
      thread = started;
    } catch {
      // No Worker here, or the page's policy forbids it: the next thread needs none.
      nextThread();
      return;
    }
    if (confirmed.length > 0) thread.post(0, loadRequest(confirmed));
    for (const [ticket, entry] of open) thread.post(ticket, entry.request());
  }

  function rejectAll(reason: Error): void {
    for (const entry of open.values()) entry.reject(reason);
    open.clear();
  }

  // `onAnswer` runs before anything else can happen to the thread; code after an await would be too late.
  function ask(request: () => ClusterRequest, onAnswer?: () => void): Promise<ClusterAnswer> {
    if (destroyed) return Promise.reject(aborted());
    return new Promise((resolve, reject) => {
      const answered = (answer: ClusterAnswer): void => {
        onAnswer?.();
        resolve(answer);
      };
      lastTicket += 1;
      open.set(lastTicket, { request, answered, reject });
      if (thread === undefined) nextThread();
      else thread.post(lastTicket, request());
    });
  }

  return {
    async load(next) {
      points = next;
      await ask(
        () => loadRequest(next),
        () => {
          confirmed = next;
        },
      );
    },
    async query({ bounds, zoom }) {
      const asked = points;
      const answer = await ask(() => ({ type: 'query', bounds, zoom }));
      return results(answer as RawClusters, asked);
    },
    async expansionZoom(clusterId) {
      const answer = await ask(() => ({
        type: 'expansion-zoom',
        cluster: clusterNumber(clusterId),
      }));
      return known(answer, clusterId) as number;
    },
    async members(clusterId) {
      const asked = points;
      const answer = await ask(() => ({ type: 'members', cluster: clusterNumber(clusterId) }));
      return pointsAt(known(answer, clusterId) as Uint32Array, asked).map(({ id }) => id);
    },
    destroy() {
      destroyed = true;
      thread?.close();
      rejectAll(aborted());
    },
  };
}

function loadRequest(points: readonly ClusterPoint[]): ClusterRequest {
  const coordinates = new Float64Array(points.length * 2);
  for (const [index, { place }] of points.entries()) {
    coordinates[2 * index] = place[0];
    coordinates[2 * index + 1] = place[1];
  }
  return { type: 'load', coordinates };
}

function results<P extends ClusterPoint>(
  { places, clusters, spots }: RawClusters,
  points: readonly P[],
): ClusterResult<P>[] {
  const list: ClusterResult<P>[] = pointsAt(places, points).map((point) => ({
    type: 'place',
    point,
  }));
  for (let start = 0; start < clusters.length; start += CLUSTER_STRIDE) {
    const [number = 0, lng = 0, lat = 0, count = 0] = clusters.subarray(
      start,
      start + CLUSTER_STRIDE,
    );
    list.push({ type: 'cluster', id: `${ID_PREFIX}${number}`, at: [lng, lat], count });
  }
  for (let start = 0; start < spots.length; start += SPOT_STRIDE) {
    const [lng = 0, lat = 0, ...indices] = spots.subarray(start, start + SPOT_STRIDE);
    list.push({ type: 'spot', at: [lng, lat], points: pointsAt(indices, points) });
  }
  return list;
}

/** A spot with fewer places than it could have ends with -1, where no point is. */
function pointsAt<P extends ClusterPoint>(
  indices: Iterable<number>,
  points: readonly P[],
): readonly P[] {
  return Array.from(indices).flatMap((index) => points[index] ?? []);
}

const ID_PREFIX = 'cluster:';

function clusterNumber(id: string): number {
  return id.startsWith(ID_PREFIX) ? Number(id.slice(ID_PREFIX.length)) : Number.NaN;
}

function known(answer: ClusterAnswer, id: string): ClusterAnswer {
  if (answer !== null) return answer;
  throw codedError(
    'disaster-map/unknown-cluster',
    `got ${JSON.stringify(id)}, expected an id from the latest query; ask query() again after load()`,
  );
}

function aborted(): DOMException {
  return new DOMException('The clusterer was destroyed.', 'AbortError');
}
