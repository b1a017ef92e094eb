const STEP_PX = 80;

const PANS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP_PX, 0],
  ArrowRight: [STEP_PX, 0],
  ArrowUp: [0, -STEP_PX],
  ArrowDown: [0, STEP_PX],
};

// "=" is "+" without Shift on many keyboards.
const ZOOMS: Readonly<Record<string, 1 | -1>> = { '+': 1, '=': 1, '-': -1 };

/**
 * Arrow keys pan, `+` and `-` zoom one level. Leaflet's own handler zooms three levels with Shift, and on most
 * keyboards `+` is a key with Shift; MapLibre's turns and tilts the map.
 */
export function panAndZoomByKeys(
  ground: HTMLElement,
  panBy: (x: number, y: number) => void,
  step: (level: 1 | -1) => void,
): void {
  ground.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const pan = PANS[event.key];
    const zoom = ZOOMS[event.key];
    if (pan !== undefined) panBy(...pan);
    else if (zoom !== undefined) step(zoom);
    else return;
    event.preventDefault();
  });
  // The library cancels the press on the ground for dragging, and the focus with it.
  ground.addEventListener('pointerdown', () => ground.focus({ preventScroll: true }));
}
