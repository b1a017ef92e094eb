import type { Map as LeafletMap, TileLayer } from 'leaflet';
import type { Overlay } from '../renderer.ts';
import { watchTiles } from '../drawing/tile-watch.ts';
import { TileLayer as TileLayerClass } from './library.ts';

/** The rasters between the background and the boundary. `report` is told whose tiles cannot be had. */
export function createOverlays(
  map: LeafletMap,
  report: (id: string, state: 'shown' | 'missing') => void,
): {
  readonly set: (overlays: readonly Overlay[]) => void;
} {
  let drawn: ReadonlyMap<string, TileLayer> = new Map();

  function createTiles({ id, url, minZoom, maxZoom }: Overlay): TileLayer {
    const watch = watchTiles((state) => report(id, state));
    return new TileLayerClass(url, {
      minZoom,
      maxNativeZoom: maxZoom,
      maxZoom: map.getMaxZoom(),
    })
      .on('tileloadstart', ({ tile }) => watch.asked(tile.src))
      .on('tileload', watch.arrived)
      .on('tileerror', ({ tile }) => watch.failed(tile.src))
      .on('remove', watch.end)
      .addTo(map);
  }

  return {
    set(overlays) {
      const before = drawn;
      drawn = new Map(
        overlays.map((overlay) => {
          const key = keyOf(overlay);
          return [key, before.get(key) ?? createTiles(overlay)];
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
