import type { Bbox } from '@yokoten/standard';
import { createMapFrame, type CreateDrawing } from '../drawing/map-frame.ts';
import { createMarkPool } from '../drawing/mark-pool.ts';
import { createSinglePress } from '../drawing/single-press.ts';
import { SCALE_MAX_PX } from '../drawing/scale-bar.ts';
import { createSheetShapes, drawBoundary, tellOnce } from '../drawing/sheet-shapes.ts';
import { adoptStyle } from '../drawing/style.ts';
import { WORLD_PX } from '../mercator.ts';
import type { RendererOptions, View } from '../renderer.ts';
import { EMPTY_MAP } from './base-map.ts';
import { GL_CSS } from './gl-css.ts';
import { createGlBackground } from './gl-background.ts';
import { createDomSheet } from './dom-sheet.ts';
import { createGlFlight, viewOf } from './gl-flight.ts';
import { createGlOverlays } from './gl-overlays.ts';
import { createGlStyle } from './gl-style.ts';
import { createGlMap, LngLat, type GlMap } from './library.ts';
import { fittingView, limitsOf, type Limits, type Size } from './limits.ts';

import { createDragWatch, watchContext, watchScheme } from './watches.ts';

const EARTH_METRES = 2 * Math.PI * 6_371_000;

/** Draws an empty map into `container`; needs a DOM and WebGL 2. */
export const createGlDrawing: CreateDrawing = (container, options, emit, lost) => {
  const frame = createMapFrame(container, options.labels);
  const { ground } = frame;
  const removeStyle = adoptStyle(container, GL_CSS);
  const animate = !options.reducedMotion;
  const leaving = new AbortController();
  const size = (): Size => ({ width: ground.clientWidth, height: ground.clientHeight });
  let limits = limitsOf(options.maxBounds, size());
  const map = startMap(
    ground,
    options,
    () => limits,
    () => {
      removeStyle();
      frame.destroy();
    },
  );

  const holder = map.getCanvasContainer();
  const sheet = createDomSheet(holder);
  const marks = createMarkPool({
    pane: sheet.pane,
    locate: sheet.locate,
    isDragged: createDragWatch(holder),
    onSelect: (mark) => emit('mark-select', { mark }),
  });
  const tooMany = tellOnce(emit);
  const shapes = createSheetShapes(sheet, tooMany);
  const flight = createGlFlight(map, animate, () => limits);
  frame.steer(flight);
  const style = createGlStyle(map, () => overlays.renew());
  const overlays = createGlOverlays(map, style.isLoaded, (id, state) =>
    emit('overlay-change', { id, state }),
  );
  const background = createGlBackground(map, style, animate, {
    lang: options.labels.lang,
    changed: (state, drawn) => emit('background-change', { state, drawn }),
    vectorFailed: (cause) => emit('problem', { code: 'disaster-map/vector-failed', cause }),
    bounds: () => boundsOf(map),
  });

  function follow(): void {
    const view = viewOf(map);
    const { width, height } = size();
    if (sheet.follow(view, width, height)) marks.replace();
    const { minZoom, maxZoom } = limits;
    frame.follow({ zoom: view.zoom, minZoom, maxZoom, scaleMetres: metresAcross(view) });
  }
  follow();

  map.on('move', follow);
  map.on('moveend', () => {
    if (!flight.isStarting()) emit('view-change', { view: viewOf(map), bounds: boundsOf(map) });
  });
  const presses = createSinglePress((at) => emit('ground-select', { at }));
  map.on('click', ({ lngLat: { lng, lat } }) => presses.press([lng, lat]));
  map.on('zoomstart', presses.forget);
  map.on('dragstart', presses.forget);
  // A phone that was in a tunnel asks again for what it missed.
  window.addEventListener('online', background.retry, { signal: leaving.signal });
  watchScheme(background.recolour, leaving.signal);
  watchContext(map, lost, leaving.signal);

  return {
    getView: () => viewOf(map),
    getBounds: () => boundsOf(map),
    setView: flight.to,
    fitBounds(bounds, padding = 24) {
      const { width, height } = size();
      const fitting = fittingView(bounds, { width, height }, padding);
      // A map that is folded away has no room for anything.
      const zoom = width === 0 || height === 0 ? viewOf(map).zoom : fitting.zoom;
      flight.to({ center: fitting.center, zoom });
    },
    setBackground: background.set,
    setBoundary: (boundary) => drawBoundary(sheet, boundary, tooMany),
    setOverlays: overlays.set,
    setShapes: shapes.set,
    setMarks: marks.set,
    setSelected(id) {
      shapes.select(id);
      marks.select(id);
    },
    setLabels(labels) {
      frame.setLabels(labels);
      background.speak(labels.lang);
    },
    resize() {
      limits = limitsOf(options.maxBounds, size());
      map.setMinZoom(limits.minZoom - 1);
      map.resize();
      follow();
    },
    destroy() {
      leaving.abort();
      presses.forget();
      background.destroy();
      overlays.destroy();
      map.remove();
      removeStyle();
      frame.destroy();
    },
  };
};

function startMap(
  ground: HTMLElement,
  { view, reducedMotion }: RendererOptions,
  limits: () => Limits,
  failed: () => void,
): GlMap {
  const { center, zoom } = limits().held(view);
  try {
    const map = createGlMap({
      container: ground,
      style: EMPTY_MAP,
      center: [...center],
      zoom: zoom - 1,
      minZoom: limits().minZoom - 1,
      maxZoom: limits().maxZoom - 1,
      maxPitch: 0,
      renderWorldCopies: false,
      transformConstrain: (at, glZoom) => {
        const before: View = { center: [at.lng, at.lat], zoom: glZoom + 1 };
        const held = limits().held(before);
        if (held === before) return { center: at, zoom: glZoom };
        return { center: new LngLat(...held.center), zoom: held.zoom - 1 };
      },
      // Turned or tilted, a map of a town is hard to read, and hard to turn back.
      dragRotate: false,
      touchPitch: false,
      keyboard: false,
      boxZoom: false,
      attributionControl: false,
      maplibreLogo: false,
      trackResize: false,
      fadeDuration: reducedMotion ? 0 : 200,
      localIdeographFontFamily: 'sans-serif',
      // Without it the canvas is blank on paper.
      canvasContextAttributes: { preserveDrawingBuffer: true },
    });
    map.touchZoomRotate.disableRotation();
    const canvas = map.getCanvas();
    for (const name of ['tabindex', 'role', 'aria-label']) canvas.removeAttribute(name);
    canvas.setAttribute('aria-hidden', 'true');
    return map;
  } catch (error) {
    failed();
    throw error;
  }
}

function boundsOf(map: GlMap): Bbox {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

function metresAcross({ center, zoom }: View): number {
  const perPixel = EARTH_METRES / (WORLD_PX * 2 ** zoom);
  return perPixel * Math.cos((center[1] * Math.PI) / 180) * SCALE_MAX_PX;
}
