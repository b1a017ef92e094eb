import type { Map as LeafletMap } from 'leaflet';
import type { Bbox, LngLat } from '@yokoten/standard';
import { CLUSTER_MAX_ZOOM } from '../cluster/limits.ts';
import { createMapFrame, type CreateDrawing } from '../drawing/map-frame.ts';
import { createSinglePress } from '../drawing/single-press.ts';
import { FIT_MAX_ZOOM, MIN_ZOOM, ZOOM_SNAP } from '../drawing/zooms.ts';
import { SCALE_MAX_PX } from '../drawing/scale-bar.ts';
import { createSheetShapes, drawBoundary, tellOnce } from '../drawing/sheet-shapes.ts';
import { createBackground } from './background.ts';
import { createFlight } from './flight.ts';
import { LatLng, LatLngBounds, LeafletMap as MapClass, Point } from './library.ts';
import { createLines } from './lines.ts';
import { createLeafletMarks } from './marks.ts';
import { createOverlays } from './overlays.ts';

/** Draws an empty map into `container`; needs a DOM. */
export const createDrawing: CreateDrawing = (container, options, emit) => {
  const { maxBounds } = options;
  const animate = !options.reducedMotion;
  const leaving = new AbortController();
  const frame = createMapFrame(container, options.labels);
  const { ground } = frame;

  const map = new MapClass(ground, {
    fadeAnimation: animate,
    zoomAnimation: animate,
    markerZoomAnimation: animate,
    inertia: animate,
    trackResize: false,
    bounceAtZoomLimits: false,
    maxZoom: CLUSTER_MAX_ZOOM,
    zoomSnap: ZOOM_SNAP,
    maxBoundsViscosity: 0.8,
  });

  function limitZoom(): void {
    const fitting = maxBounds === undefined ? MIN_ZOOM : map.getBoundsZoom(corners(maxBounds)) - 1;
    map.setMinZoom(Math.max(MIN_ZOOM, Number.isFinite(fitting) ? fitting : MIN_ZOOM));
  }
  function followZoom(): void {
    const zoom = map.getZoom();
    // Scaled tiles end between two pixels, and the ground would shine through: there they overlap a little.
    frame.element.classList.toggle('between', !Number.isInteger(zoom));
    frame.follow({
      zoom,
      minZoom: map.getMinZoom(),
      maxZoom: map.getMaxZoom(),
      scaleMetres: metresAcross(map),
    });
  }

  map.setView(latLng(options.view.center), options.view.zoom, { animate: false });
  limitZoom();
  if (maxBounds !== undefined) map.setMaxBounds(new LatLngBounds(corners(maxBounds)).pad(0.5));
  followZoom();

  const flight = createFlight(map, animate);
  frame.steer({ panBy: (x, y) => map.panBy([x, y], { animate }), step: flight.step });
  const background = createBackground(map, (state) =>
    emit('background-change', { state, drawn: 'raster' }),
  );
  const overlays = createOverlays(map, (id, state) => emit('overlay-change', { id, state }));
  const lines = createLines(map);
  const tooMany = tellOnce(emit);
  const shapes = createSheetShapes(lines, tooMany);
  const marks = createLeafletMarks(map, (mark) => emit('mark-select', { mark }));

  map.on('zoom zoomlevelschange moveend', followZoom);
  map.on('moveend', () => emit('view-change', { view: viewOf(map), bounds: boundsOf(map) }));
  const presses = createSinglePress((at) => emit('ground-select', { at }));
  map.on('click', ({ latlng }) => presses.press([latlng.lng, latlng.lat]));
  map.on('zoomstart dragstart', presses.forget);
  // A phone that was in a tunnel asks again for what it missed.
  window.addEventListener('online', background.retry, { signal: leaving.signal });

  return {
    getView: () => viewOf(map),
    getBounds: () => boundsOf(map),
    setView: ({ center, zoom }) => flight.to(new LatLng(center[1], center[0]), zoom),
    fitBounds(bounds, padding = 24) {
      const box = new LatLngBounds(corners(bounds));
      const { x, y } = map.getSize();
      // A map that is folded away has no room for anything; Leaflet would compute a zoom of NaN.
      if (x === 0 || y === 0) return void map.panTo(box.getCenter(), { animate: false });
      const free = 2 * Math.min(padding, x / 4, y / 4);
      const zoom = Math.min(map.getBoundsZoom(box, false, new Point(free, free)), FIT_MAX_ZOOM);
      // The middle as it is drawn: on the map, north is stretched.
      const low = map.project(box.getSouthWest(), 0);
      const high = map.project(box.getNorthEast(), 0);
      flight.to(map.unproject(low.add(high).divideBy(2), 0), zoom);
    },
    setBackground: background.set,
    setBoundary: (boundary) => drawBoundary(lines, boundary, tooMany),
    setOverlays: overlays.set,
    setShapes: shapes.set,
    setMarks: marks.set,
    setSelected(id) {
      shapes.select(id);
      marks.select(id);
    },
    setLabels: frame.setLabels,
    resize() {
      map.invalidateSize({ animate: false });
      limitZoom();
    },
    destroy() {
      leaving.abort();
      presses.forget();
      background.destroy();
      overlays.set([]);
      map.off();
      stopZoomAnimation(map);
      map.remove();
      frame.destroy();
    },
  };
};

function latLng([lng, lat]: LngLat): [number, number] {
  return [lat, lng];
}

function corners([west, south, east, north]: Bbox): [[number, number], [number, number]] {
  return [
    [south, west],
    [north, east],
  ];
}

function viewOf(map: LeafletMap): { center: LngLat; zoom: number } {
  const { lng, lat } = map.getCenter();
  return { center: [lng, lat], zoom: map.getZoom() };
}

function boundsOf(map: LeafletMap): Bbox {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

/** Leaflet 1.9 lets a zoom animation that is under way finish on the removed map, which throws. */
function stopZoomAnimation(map: LeafletMap & { _animatingZoom?: boolean }): void {
  map.stop();
  map._animatingZoom = false;
}

function metresAcross(map: LeafletMap): number {
  const middle = map.getSize().y / 2;
  return map.distance(
    map.containerPointToLatLng([0, middle]),
    map.containerPointToLatLng([SCALE_MAX_PX, middle]),
  );
}
