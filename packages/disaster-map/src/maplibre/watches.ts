import type { GlMap } from './library.ts';

/** A press that moves farther than this is a drag. */
const PRESS_PX = 4;
/** A machine that wakes up gives its drawing back at once, or not at all. */
const RESTORE_MS = 3000;

/** Says whether a click inside of `element` ended elsewhere than its press began. */
export function createDragWatch(element: HTMLElement): (click: MouseEvent) => boolean {
  let from: { readonly x: number; readonly y: number } | undefined;
  element.addEventListener(
    'pointerdown',
    ({ clientX, clientY }) => {
      from = { x: clientX, y: clientY };
    },
    { capture: true },
  );
  return ({ clientX, clientY }) =>
    from !== undefined && Math.hypot(clientX - from.x, clientY - from.y) > PRESS_PX;
}

/** Calls `changed` when the machine turns from light to dark or back. */
export function watchScheme(changed: () => void, signal: AbortSignal): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal });
}

/** Calls `lost` when the browser took the drawing context away and does not give it back. */
export function watchContext(
  map: GlMap,
  lost: (cause: unknown) => void,
  signal: AbortSignal,
): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  map.on('webglcontextlost', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => lost(new Error('the WebGL context was lost')), RESTORE_MS);
  });
  map.on('webglcontextrestored', () => clearTimeout(waiting));
  signal.addEventListener('abort', () => clearTimeout(waiting));
}
