import type { Clusterer } from '../clusterer.ts';

/** See `createClusterer`. */
export function createWorkerClusterer(): Clusterer {
  throw new Error('not written yet');
}
