import type { LatLng, Map as LeafletMap } from 'leaflet';
import { snapped, stepped } from '../drawing/zooms.ts';

interface Target {
  readonly center: LatLng;
  readonly zoom: number;
}

/** Moves the map by code. */
export interface Flight {
  readonly to: (center: LatLng, zoom: number) => void;
  /** One level nearer (1) or farther (-1), to the whole zoom there: at whole zooms the tiles are sharp. */
  readonly step: (level: 1 | -1) => void;
}

/** Leaflet drops what it is told while a zoom is animated; here it is done afterwards, from where the map arrives. */
export function createFlight(
  map: LeafletMap & { readonly _animatingZoom?: boolean },
  animate: boolean,
): Flight {
  // Where the map is going. Every movement ends in `moveend`, so what stays here is where the map stands.
  let target: Target | undefined;
  let isWaiting = false;
  let isZooming = false;
  let isStarting = false;

  map.on('moveend', () => {
    // The pan that a new movement cuts short.
    if (isStarting) return;
    isZooming = false;
    if (isWaiting) start();
    else target = undefined;
  });

  function start(): void {
    if (target === undefined) return;
    isWaiting = false;
    isStarting = true;
    map.setView(target.center, target.zoom, { animate });
    isStarting = false;
    // Without animation, or too far for one, the map is there already.
    isZooming = map.getZoom() !== target.zoom;
  }

  function to(center: LatLng, zoom: number): void {
    target = { center, zoom: snapped(zoom, map.getMinZoom(), map.getMaxZoom()) };
    if (isZooming || map._animatingZoom === true) isWaiting = true;
    else start();
  }

  return {
    to,
    step(level) {
      const { center, zoom } = target ?? { center: map.getCenter(), zoom: map.getZoom() };
      to(center, stepped(zoom, level));
    },
  };
}
