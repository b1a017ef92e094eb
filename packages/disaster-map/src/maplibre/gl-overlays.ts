import type { Overlay } from '../renderer.ts';
import { watchTiles } from '../drawing/tile-watch.ts';
import { absoluteAddress, imageAddress, listenToRasters } from './images.ts';
import type { GlMap } from './library.ts';

/** The rasters between the background and the boundary. */
export interface GlOverlays {
  readonly set: (overlays: readonly Overlay[]) => void;
  /** Lays them on a style that has none of them. */
  readonly renew: () => void;
  readonly destroy: () => void;
}

/**
 * None yet. They are laid on a style once it is loaded; whoever loads one calls `renew`. `report` is told whose tiles
 * cannot be had.
 */
export function createGlOverlays(
  map: GlMap,
  isStyleLoaded: () => boolean,
  report: (id: string, state: 'shown' | 'missing') => void,
): GlOverlays {
  const watched = new Map<string, () => void>();
  let wanted: readonly Overlay[] = [];
  let drawn: readonly string[] = [];

  function remove(key: string): void {
    if (map.getLayer(key) !== undefined) map.removeLayer(key);
    if (map.getSource(key) !== undefined) map.removeSource(key);
  }

  function add(key: string, overlay: Overlay): void {
    const { url, minZoom, maxZoom, opacity } = overlay;
    const tiles = [imageAddress(absoluteAddress(url), 'empty')];
    if (map.getSource(key) === undefined) {
      map.addSource(key, {
        type: 'raster',
        tiles,
        tileSize: 256,
        minzoom: minZoom,
        maxzoom: maxZoom,
      });
    }
    if (map.getLayer(key) === undefined) {
      const paint = { 'raster-opacity': opacity, 'raster-fade-duration': 0 };
      // MapLibre's zooms are one less than ours.
      map.addLayer({ id: key, type: 'raster', source: key, minzoom: minZoom - 1, paint });
    }
    map.setPaintProperty(key, 'raster-opacity', opacity);
    // Last is on top.
    map.moveLayer(key);
  }

  function watch(overlays: readonly Overlay[]): void {
    const keys = overlays.map(keyOf);
    for (const [key, end] of watched) {
      if (keys.includes(key)) continue;
      end();
      watched.delete(key);
    }
    for (const overlay of overlays) {
      const { id, url } = overlay;
      if (watched.has(keyOf(overlay))) continue;
      watched.set(
        keyOf(overlay),
        watchRaster(url, (state) => report(id, state)),
      );
    }
  }

  function lay(): void {
    if (!isStyleLoaded()) return;
    const keys = wanted.map(keyOf);
    for (const key of drawn) if (!keys.includes(key)) remove(key);
    for (const overlay of wanted) add(keyOf(overlay), overlay);
    drawn = keys;
  }

  return {
    set(overlays) {
      wanted = overlays;
      watch(overlays);
      lay();
    },
    renew: lay,
    destroy: () => watch([]),
  };
}

/** Watches the tiles whose address begins as those of `url` do; returns what ends it. */
function watchRaster(url: string, changed: (state: 'shown' | 'missing') => void): () => void {
  const [start = ''] = absoluteAddress(url).split('{');
  const watch = watchTiles(changed);
  const leave = listenToRasters((address, what) => {
    if (address.startsWith(start)) watch[what](address);
  });
  return () => {
    leave();
    watch.end();
  };
}

function keyOf({ id, url, minZoom, maxZoom }: Overlay): string {
  return `overlay ${JSON.stringify([id, url, minZoom, maxZoom])}`;
}
