import type { Bbox, LngLat } from '@yokoten/standard';
import type { MapDocument } from '../document.ts';
import { latitudeAt, shareOfHeight, WORLD_PX } from '../mercator.ts';
import type { View } from '../renderer.ts';
import { boundsOf } from './bounds.ts';

/** Pixels at the edges of the map that stay free of what it frames. */
export interface Insets {
  readonly top: number;
  readonly bottom: number;
  /** To the left and to the right. */
  readonly side: number;
}

const EDGE: Insets = { top: 16, bottom: 16, side: 16 };
const CLOSEST = 17;

/** Zooms in one level: the map rests at quarters. */
const STEPS = 4;

/** The closest quarter of a zoom at which all of `bounds` is seen on a map of `width` × `height` pixels. */
export function framed(
  bounds: Bbox,
  width: number,
  height: number,
  { top: above, bottom: below, side }: Insets = EDGE,
): View {
  const [west, south, east, north] = bounds;
  const [top, bottom] = [shareOfHeight(north), shareOfHeight(south)];
  const share = Math.max(
    (east - west) / 360 / Math.max(1, width - 2 * side),
    (bottom - top) / Math.max(1, height - above - below),
  );
  const zoom = Math.floor(-STEPS * Math.log2(share * WORLD_PX)) / STEPS;
  const held = Math.max(0, Math.min(CLOSEST, zoom));
  const lower = (below - above) / 2 / (WORLD_PX * 2 ** held);
  const middle: LngLat = [(west + east) / 2, latitudeAt((top + bottom) / 2 + lower)];
  return { center: middle, zoom: held };
}

/** The municipality and every place: a town's site may stand in the next town. */
export function extentOf({ municipality, layers }: MapDocument): Bbox {
  let [west, south, east, north] = municipality.bbox;
  for (const { places } of layers) {
    for (const place of places) {
      const box = boundsOf(place);
      west = Math.min(west, box[0]);
      south = Math.min(south, box[1]);
      east = Math.max(east, box[2]);
      north = Math.max(north, box[3]);
    }
  }
  return [west, south, east, north];
}

/** Whether two views show the same but for the rounding to whole pixels. */
export function isSameView(a: View, b: View): boolean {
  const pixel = 360 / WORLD_PX / 2 ** a.zoom;
  return (
    a.zoom === b.zoom &&
    Math.abs(a.center[0] - b.center[0]) < 2 * pixel &&
    Math.abs(a.center[1] - b.center[1]) < 2 * pixel
  );
}
