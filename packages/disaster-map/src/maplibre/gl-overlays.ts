import type { Overlay } from '../renderer.ts';
import { absoluteAddress, imageAddress } from './images.ts';
import type { GlMap } from './library.ts';

/** The rasters between the background and the boundary. */
export interface GlOverlays {
  readonly set: (overlays: readonly Overlay[]) => void;
  /** Lays them on a style that has none of them. */
  readonly renew: () => void;
}

/** None yet. They are laid on a style once it is loaded; whoever loads one calls `renew`. */
export function createGlOverlays(map: GlMap, isStyleLoaded: () => boolean): GlOverlays {
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
      lay();
    },
    renew: lay,
  };
}

function keyOf({ id, url, minZoom, maxZoom }: Overlay): string {
  return `overlay ${JSON.stringify([id, url, minZoom, maxZoom])}`;
}
