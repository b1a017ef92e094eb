import type { Bbox } from '@yokoten/standard';
import type { ClusterIndex } from './cluster-index.ts';
import { SPOT_MAX_PLACES } from './limits.ts';

/**
 * `places` holds point indices. `clusters` holds four numbers per cluster: id, longitude, latitude, count.
 * `spots` holds per spot: longitude, latitude and `SPOT_MAX_PLACES` point indices, the last ones -1 where there are fewer.
 */
export interface RawClusters {
  readonly places: Uint32Array<ArrayBuffer>;
  readonly clusters: Float64Array<ArrayBuffer>;
  readonly spots: Float64Array<ArrayBuffer>;
}

/** Numbers per cluster in `RawClusters.clusters`. */
export const CLUSTER_STRIDE = 4;
/** Numbers per spot in `RawClusters.spots`. */
export const SPOT_STRIDE: number = 2 + SPOT_MAX_PLACES;

/** What is asked of a `ClusterIndex`, in a form that can be posted to a worker. */
export type ClusterRequest =
  | { readonly type: 'load'; readonly coordinates: Float64Array<ArrayBuffer> }
  | { readonly type: 'query'; readonly bounds: Bbox; readonly zoom: number }
  | { readonly type: 'expansion-zoom'; readonly cluster: number }
  | { readonly type: 'members'; readonly cluster: number };

export type ClusterAnswer = RawClusters | Uint32Array<ArrayBuffer> | number | null;

/** `ticket` pairs an answer with its request. */
export interface ToWorker {
  readonly ticket: number;
  readonly request: ClusterRequest;
}

export interface FromWorker {
  readonly ticket: number;
  readonly answer: ClusterAnswer;
}

/** Does what `request` asks; the same in the worker and on the page. `load` answers `null`. */
export function answerRequest(index: ClusterIndex, request: ClusterRequest): ClusterAnswer {
  switch (request.type) {
    case 'load':
      index.load(request.coordinates);
      return null;
    case 'query':
      return index.query(request.bounds, request.zoom);
    case 'expansion-zoom':
      return index.expansionZoom(request.cluster);
    default:
      return index.members(request.cluster);
  }
}
