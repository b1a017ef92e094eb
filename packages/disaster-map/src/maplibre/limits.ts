import type { Bbox, LngLat } from '@yokoten/standard';
import { CLUSTER_MAX_ZOOM } from '../cluster/limits.ts';
import { FIT_MAX_ZOOM, MIN_ZOOM, ZOOM_SNAP } from '../drawing/zooms.ts';
import { latitudeAt, shareOfHeight, shareOfWidth, WORLD_PX } from '../mercator.ts';
import type { View } from '../renderer.ts';

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a view may be. */
export interface Limits {
  readonly minZoom: number;
  readonly maxZoom: number;
  /** The nearest view that is allowed; `view` itself where it is. */
  readonly held: (view: View) => View;
}

/** Panning stops half the bounds' size outside of them, and so does zooming out. */
export function limitsOf(maxBounds: Bbox | undefined, size: Size): Limits {
  const fitting = maxBounds === undefined ? MIN_ZOOM : fittingZoom(maxBounds, size) - 1;
  const minZoom = Math.max(MIN_ZOOM, Number.isFinite(fitting) ? fitting : MIN_ZOOM);
  const [west, south, east, north] = maxBounds === undefined ? WORLD : padded(maxBounds);
  return {
    minZoom,
    maxZoom: CLUSTER_MAX_ZOOM,
    held(view) {
      const zoom = clamped(view.zoom, minZoom, CLUSTER_MAX_ZOOM);
      const pixels = WORLD_PX * 2 ** zoom;
      const [lng, lat] = view.center;
      const x = shareOfWidth(lng);
      const y = shareOfHeight(lat);
      const heldX = between(x, shareOfWidth(west), shareOfWidth(east), size.width / 2 / pixels);
      const heldY = between(
        y,
        shareOfHeight(north),
        shareOfHeight(south),
        size.height / 2 / pixels,
      );
      // What is not held is passed on as it is: no digit of it may change on the way.
      if (heldX === x && heldY === y && zoom === view.zoom) return view;
      const center: LngLat = [
        heldX === x ? lng : heldX * 360 - 180,
        heldY === y ? lat : latitudeAt(heldY),
      ];
      return { center, zoom };
    },
  };
}

/** All of `bounds` as large as it goes, with `padding` pixels free on each side of a map of this size. */
export function fittingView(bounds: Bbox, { width, height }: Size, padding: number): View {
  const [west, south, east, north] = bounds;
  // The middle as it is drawn: on the map, north is stretched.
  const middle = (shareOfHeight(south) + shareOfHeight(north)) / 2;
  const free = 2 * Math.min(padding, width / 4, height / 4);
  const zoom = fittingZoom(bounds, { width: width - free, height: height - free });
  return {
    center: [(west + east) / 2, latitudeAt(middle)],
    zoom: Math.min(FIT_MAX_ZOOM, zoom),
  };
}

const WORLD: Bbox = [-180, -85, 180, 85];

/** The closest multiple of `ZOOM_SNAP` at which `bounds` is no larger than `size`; infinite for a point. */
function fittingZoom([west, south, east, north]: Bbox, { width, height }: Size): number {
  const across = (shareOfWidth(east) - shareOfWidth(west)) * WORLD_PX;
  const down = (shareOfHeight(south) - shareOfHeight(north)) * WORLD_PX;
  const zoom = Math.log2(Math.min(width / across, height / down));
  return Math.floor(zoom / ZOOM_SNAP + 1e-6) * ZOOM_SNAP;
}

function padded([west, south, east, north]: Bbox): Bbox {
  const [dx, dy] = [(east - west) / 2, (north - south) / 2];
  return [west - dx, Math.max(-85, south - dy), east + dx, Math.min(85, north + dy)];
}

/** `value`, or the nearest that is `half` away from both ends; the middle where the ends are too near for that. */
function between(value: number, low: number, high: number, half: number): number {
  return high - low <= 2 * half ? (low + high) / 2 : clamped(value, low + half, high - half);
}

function clamped(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
