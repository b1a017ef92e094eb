import type { Bbox, LngLat } from '@yokoten/standard';
import { createWorkerClusterer } from './cluster/worker-clusterer.ts';
import type { ClusterMark } from './renderer.ts';

/** One place to be clustered. */
export interface ClusterPoint {
  /** The place's id, unique among the points of one `load`. */
  readonly id: string;
  /** `[lng, lat]`, whatever stands behind them: a place of a document serves as it is. */
  readonly place: readonly [lng: number, lat: number, ...rest: readonly unknown[]];
}

/** Which part of the map to cluster for, and how finely. */
interface ClusterQuery {
  /** Only marks whose point lies inside are answered: ask for a little more than what is seen. */
  readonly bounds: Bbox;
  /** Web Mercator zoom, 256-pixel tiles; a fraction is rounded. */
  readonly zoom: number;
}

/** Two to `SPOT_MAX_PLACES` places that no zoom up to `CLUSTER_MAX_ZOOM` separates: to be drawn side by side. */
interface Spot<P extends ClusterPoint> {
  readonly type: 'spot';
  /** The middle of the places. */
  readonly at: LngLat;
  /** In the order of `load`. */
  readonly points: readonly P[];
}

/** A place that stands alone at this zoom; a few at one spot; or several places drawn as one mark. */
export type ClusterResult<P extends ClusterPoint = ClusterPoint> =
  | { readonly type: 'place'; readonly point: P }
  | Spot<P>
  | ClusterMark;

/**
 * Groups places that would overlap. The work is done in a worker; where none can start, or where it dies,
 * the same work is done on the page, and no question is lost.
 */
export interface Clusterer<P extends ClusterPoint = ClusterPoint> {
  /** Replaces all points. Cluster ids of earlier answers are void from here on. */
  load(points: readonly P[]): Promise<void>;
  /**
   * What to draw. Questions are answered in the order they were asked, after every earlier `load`;
   * before the first `load` the answer is empty.
   */
  query(query: ClusterQuery): Promise<readonly ClusterResult<P>[]>;
  /**
   * The smallest zoom at which the cluster falls apart; larger than `CLUSTER_MAX_ZOOM` where it never does
   * (more than `SPOT_MAX_PLACES` at one spot): show `members` then.
   * @throws (rejects) `disaster-map/unknown-cluster`
   */
  expansionZoom(clusterId: string): Promise<number>;
  /**
   * Ids of all places in the cluster.
   * @throws (rejects) `disaster-map/unknown-cluster`
   */
  members(clusterId: string): Promise<readonly string[]>;
  /** Ends the worker. Open questions reject with `AbortError`. */
  destroy(): void;
}

export { CLUSTER_MAX_ZOOM, SPOT_MAX_PLACES } from './cluster/limits.ts';

/**
 * Starts a clusterer. Takes no time: the worker is started by the first `load`.
 *
 * @param workerLost is called when the worker died and the page does its work from there on
 */
export function createClusterer<P extends ClusterPoint>(workerLost?: () => void): Clusterer<P> {
  return createWorkerClusterer<P>(undefined, workerLost);
}
