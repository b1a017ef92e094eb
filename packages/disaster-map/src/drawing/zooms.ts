/** The whole country fits a phone at this zoom; further out there is nothing to find. */
export const MIN_ZOOM = 4;

/** A single place is shown with its neighbourhood, not with its roof alone. */
export const FIT_MAX_ZOOM = 17;

/** Zooms set by code are whole multiples of this: fine enough to fill a screen, and exact in two decimals of an address. */
export const ZOOM_SNAP = 0.25;

/** The whole zoom next to `zoom` in the direction of `level`: there the tiles are sharp. */
export function stepped(zoom: number, level: 1 | -1): number {
  return level * Math.round(level * (zoom + level));
}

/** `zoom` as a multiple of `ZOOM_SNAP` between the ends. */
export function snapped(zoom: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, Math.round(zoom / ZOOM_SNAP) * ZOOM_SNAP));
}
