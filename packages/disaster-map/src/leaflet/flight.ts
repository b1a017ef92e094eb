import type { LatLng, Map as LeafletMap } from 'leaflet';

/** Zooms are whole multiples of this: fine enough to fill a screen, and exact in two decimals of an address. */
export const ZOOM_SNAP = 0.25;

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
    target = { center, zoom: limited(map, zoom) };
    if (isZooming || map._animatingZoom === true) isWaiting = true;
    else start();
  }

  return {
    to,
    step(level) {
      const { center, zoom } = target ?? { center: map.getCenter(), zoom: map.getZoom() };
      to(center, level * Math.round(level * (zoom + level)));
    },
  };
}

function limited(map: LeafletMap, zoom: number): number {
  const snapped = Math.round(zoom / ZOOM_SNAP) * ZOOM_SNAP;
  return Math.max(map.getMinZoom(), Math.min(map.getMaxZoom(), snapped));
}
