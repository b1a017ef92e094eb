import { snapped, stepped } from '../drawing/zooms.ts';
import type { View } from '../renderer.ts';
import type { Limits } from './limits.ts';
import type { GlMap } from './library.ts';

const FLIGHT_MS = 250;
/** Farther than so many screens, or levels, the map jumps: what lies between would be loaded for nothing. */
const FAR_SCREENS = 2;
const FAR_LEVELS = 4;

/** Moves the map by code. */
export interface GlFlight {
  readonly to: (view: View) => void;
  /** One level nearer (1) or farther (-1) than where the map is going, to the whole zoom there. */
  readonly step: (level: 1 | -1) => void;
  readonly panBy: (x: number, y: number) => void;
  /** While `true`, what comes to rest is the movement that a new one cuts short. */
  readonly isStarting: () => boolean;
}

/** Where the map looks, in our zooms: MapLibre's tiles are 512 pixels wide, its zoom is one less. */
export function viewOf(map: GlMap): View {
  const { lng, lat } = map.getCenter();
  return { center: [lng, lat], zoom: map.getZoom() + 1 };
}

/** `limits` are asked anew each time: they change with the map's size. */
export function createGlFlight(map: GlMap, animate: boolean, limits: () => Limits): GlFlight {
  let target: View | undefined;
  let isStarting = false;

  map.on('moveend', () => {
    if (!isStarting) target = undefined;
  });

  function cutShort(): void {
    isStarting = true;
    map.stop();
    isStarting = false;
  }

  function to({ center, zoom }: View): void {
    const { minZoom, maxZoom } = limits();
    cutShort();
    target = { center, zoom: snapped(zoom, minZoom, maxZoom) };
    const camera = { center: [...center] as [number, number], zoom: target.zoom - 1 };
    if (animate && isNear(map, target)) {
      map.easeTo({ ...camera, duration: FLIGHT_MS, essential: true });
    } else {
      map.jumpTo(camera);
    }
  }

  return {
    to,
    step(level) {
      const { center, zoom } = target ?? viewOf(map);
      to({ center, zoom: stepped(zoom, level) });
    },
    panBy(x, y) {
      cutShort();
      map.panBy([x, y], { duration: animate ? FLIGHT_MS : 0, essential: true });
    },
    isStarting: () => isStarting,
  };
}

function isNear(map: GlMap, { center, zoom }: View): boolean {
  const { x, y } = map.project([...center]);
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  return (
    Math.abs(zoom - viewOf(map).zoom) <= FAR_LEVELS &&
    Math.abs(x - width / 2) <= FAR_SCREENS * width &&
    Math.abs(y - height / 2) <= FAR_SCREENS * height
  );
}
