import type { Map as LeafletMap, TileLayer } from 'leaflet';
import type { Overlay } from '../renderer.ts';
import { TileLayer as TileLayerClass } from './library.ts';

/** The rasters between the background and the boundary. */
export function createOverlays(map: LeafletMap): {
  readonly set: (overlays: readonly Overlay[]) => void;
} {
  let drawn: ReadonlyMap<string, TileLayer> = new Map();
  return {
    set(overlays) {
      const before = drawn;
      drawn = new Map(
        overlays.map((overlay) => {
          const key = keyOf(overlay);
          return [key, before.get(key) ?? createTiles(overlay, map)];
        }),
      );
      for (const [key, tiles] of before) if (!drawn.has(key)) tiles.remove();
      for (const [index, overlay] of overlays.entries()) {
        const tiles = drawn.get(keyOf(overlay));
        tiles?.setOpacity(overlay.opacity);
        // The background has no place of its own in the order, which counts as 1.
        tiles?.setZIndex(index + 2);
      }
    },
  };
}

function keyOf({ id, url, minZoom, maxZoom }: Overlay): string {
  return JSON.stringify([id, url, minZoom, maxZoom]);
}

function createTiles({ url, minZoom, maxZoom }: Overlay, map: LeafletMap): TileLayer {
  return new TileLayerClass(url, {
    minZoom,
    maxNativeZoom: maxZoom,
    maxZoom: map.getMaxZoom(),
  }).addTo(map);
}
