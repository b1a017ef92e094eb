import type { Listeners } from './listeners.ts';
import type { Renderer, RendererLabels, RendererOptions } from '../renderer.ts';
import { panAndZoomByKeys } from './keyboard.ts';
import { createScaleBar } from './scale-bar.ts';
import { adoptStyle } from './style.ts';
import { createZoomButtons } from './zoom-buttons.ts';

/** A mounted map: everything of a `Renderer` but its beginning. */
export type Drawing = Omit<Renderer, 'mount' | 'on'>;

/**
 * Draws an empty map into `container`; needs a DOM. `lost` is to be called when the map cannot go on by itself: the
 * drawing is destroyed then.
 */
export type CreateDrawing = (
  container: HTMLElement,
  options: RendererOptions,
  emit: Listeners['emit'],
  lost: (cause: unknown) => void,
) => Drawing;

/** From this zoom on there is room for the names beside the marks. */
const NAMES_ZOOM = 16;

/** Moves a map by code. */
interface Steering {
  readonly panBy: (x: number, y: number) => void;
  /** One level nearer (1) or farther (-1). */
  readonly step: (level: 1 | -1) => void;
}

/** How the map stands, for what is written around it. */
interface Standing {
  readonly zoom: number;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Ground metres under `SCALE_MAX_PX` pixels at the middle of the view. */
  readonly scaleMetres: number;
}

/** What every renderer puts around its map: the focusable ground, buttons, scale, keys, names, style. */
export interface MapFrame {
  /** Holds the library's map. */
  readonly ground: HTMLElement;
  readonly element: HTMLElement;
  readonly steer: (steering: Steering) => void;
  readonly follow: (standing: Standing) => void;
  readonly setLabels: (labels: RendererLabels) => void;
  readonly destroy: () => void;
}

/** Puts an empty frame into `container`. */
export function createMapFrame(container: HTMLElement, labels: RendererLabels): MapFrame {
  let steering: Steering | undefined;
  const step = (level: 1 | -1): void => steering?.step(level);
  const element = document.createElement('div');
  element.className = 'yokoten-map';
  const ground = document.createElement('div');
  ground.className = 'ground';
  ground.tabIndex = 0;
  // A screen reader then passes the arrow keys on; the places themselves are in the list beside the map.
  ground.setAttribute('role', 'application');
  panAndZoomByKeys(ground, (x, y) => steering?.panBy(x, y), step);
  const buttons = createZoomButtons(step);
  const scale = createScaleBar();
  element.append(ground, buttons.element, scale.element);
  container.append(element);
  const removeStyle = adoptStyle(container);
  const setLabels = (spoken: RendererLabels): void => {
    ground.setAttribute('aria-label', spoken.map);
    buttons.setLabels(spoken);
  };
  setLabels(labels);
  return {
    ground,
    element,
    steer: (next) => (steering = next),
    follow({ zoom, minZoom, maxZoom, scaleMetres }) {
      element.classList.toggle('names', zoom >= NAMES_ZOOM);
      buttons.setRange({ isNearest: zoom >= maxZoom, isFarthest: zoom <= minZoom });
      scale.set(scaleMetres);
    },
    setLabels,
    destroy() {
      element.remove();
      removeStyle();
    },
  };
}
