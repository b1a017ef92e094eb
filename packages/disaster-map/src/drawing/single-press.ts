import type { LngLat } from '@yokoten/standard';

/** Two presses within this many milliseconds are one double press: a person wants to come closer, and nothing else. */
const DOUBLE_MS = 250;

/** Takes presses on the ground. */
export interface SinglePress {
  readonly press: (at: LngLat) => void;
  /** Forgets a press that may still become a double one: the map moves, or is gone. */
  readonly forget: () => void;
}

/** Passes on presses that stay single, a moment later. */
export function createSinglePress(pressed: (at: LngLat) => void): SinglePress {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  const forget = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
  };
  return {
    forget,
    press(at) {
      forget();
      const now = performance.now();
      const isDouble = now - last < DOUBLE_MS;
      last = now;
      if (!isDouble) waiting = setTimeout(() => pressed(at), DOUBLE_MS);
    },
  };
}
