import type { Bbox } from '@yokoten/standard';
import Supercluster from 'supercluster';
import { CLUSTER_MAX_ZOOM, SPOT_MAX_PLACES } from './limits.ts';
import type { RawClusters } from './protocol.ts';

/** The clustering itself, without a thread: points by index, clusters by number. */
export interface ClusterIndex {
  /** `[lng, lat, lng, lat, …]` */
  load(coordinates: Float64Array): void;
  query(bounds: Bbox, zoom: number): RawClusters;
  /** `null` for a number that is no cluster. */
  expansionZoom(cluster: number): number | null;
  /** Point indices; `null` for a number that is no cluster. */
  members(cluster: number): Uint32Array<ArrayBuffer> | null;
}

/** Marks have a hit area of 44 px; a little more keeps them apart, also where two of them stand side by side. */
const RADIUS_PX = 60;
/** Supercluster counts its radius in units of a tile; ours have 256 pixels. */
const TILE_PX = 256;

/** An empty index. */
export function createClusterIndex(): ClusterIndex {
  const tree = new Supercluster<null, object>({
    radius: RADIUS_PX,
    extent: TILE_PX,
    maxZoom: CLUSTER_MAX_ZOOM,
  });
  let loaded = false;

  /** In the order of the points, so that the same places always stand in the same order. */
  function leaves(cluster: number): Uint32Array<ArrayBuffer> {
    return Uint32Array.from(tree.getLeaves(cluster, Infinity), (leaf) => Number(leaf.id)).sort();
  }

  /** No zoom the map can reach separates its places. */
  function isSpot(cluster: number, count: number): boolean {
    return count <= SPOT_MAX_PLACES && tree.getClusterExpansionZoom(cluster) > CLUSTER_MAX_ZOOM;
  }

  function ifCluster<T>(answer: () => T): T | null {
    if (!loaded) return null;
    try {
      return answer();
    } catch {
      // Supercluster's only error here: the number is not a cluster of the present points.
      return null;
    }
  }

  return {
    load(coordinates) {
      tree.load(
        Array.from({ length: coordinates.length / 2 }, (_, index) => ({
          type: 'Feature' as const,
          id: index,
          properties: null,
          geometry: {
            type: 'Point' as const,
            coordinates: [coordinates[2 * index] ?? 0, coordinates[2 * index + 1] ?? 0],
          },
        })),
      );
      loaded = true;
    },
    query(bounds, zoom) {
      const places: number[] = [];
      const clusters: number[] = [];
      const spots: number[] = [];
      if (loaded) {
        for (const { id, properties, geometry } of tree.getClusters(
          bounds as [number, number, number, number],
          Math.round(zoom),
        )) {
          const [lng = 0, lat = 0] = geometry.coordinates;
          const number = Number(id);
          const count = properties && 'point_count' in properties ? properties.point_count : 1;
          if (count === 1) places.push(number);
          else if (isSpot(number, count)) spots.push(lng, lat, ...padded(leaves(number)));
          else clusters.push(number, lng, lat, count);
        }
      }
      return {
        places: Uint32Array.from(places),
        clusters: Float64Array.from(clusters),
        spots: Float64Array.from(spots),
      };
    },
    expansionZoom: (cluster) => ifCluster(() => tree.getClusterExpansionZoom(cluster)),
    members: (cluster) => ifCluster(() => leaves(cluster)),
  };
}

function padded(indices: Uint32Array): number[] {
  return Array.from({ length: SPOT_MAX_PLACES }, (_, at) => indices[at] ?? -1);
}
