import type { LngLat } from '@yokoten/standard';
import type { Pixel } from '../drawing/mark-pool.ts';
import { svgElement } from '../drawing/svg-element.ts';
import { shareOfHeight, shareOfWidth, WORLD_PX } from '../mercator.ts';
import type { View } from '../renderer.ts';

/** Farther from where coordinates were last counted from, single precision would blur them. */
const REACH_PX = 100_000;

/** One drawn path: lines, or rings that are closed. */
export interface SheetPath {
  /** A `<path>`. */
  readonly element: SVGElement;
  readonly ways: readonly (readonly LngLat[])[];
}

/** What lies over the canvas in the DOM, as on the map that Leaflet draws: lines and areas, then marks. */
export interface DomSheet {
  /** Marks go in here. */
  readonly pane: HTMLElement;
  readonly locate: (at: LngLat) => Pixel;
  /** Replaces the lines and areas of one kind; the boundary lies above the shapes. */
  readonly setPaths: (kind: 'shapes' | 'boundary', paths: readonly SheetPath[]) => void;
  /** Follows the map; `true` where all that lies in `pane` must be placed anew. */
  readonly follow: (view: View, width: number, height: number) => boolean;
}

/** A sheet in `holder`, which must be positioned. While a map is panned, one transform moves everything. */
export function createDomSheet(holder: HTMLElement): DomSheet {
  const pane = document.createElement('div');
  pane.className = 'over';
  const groups = { shapes: svgElement('g', {}), boundary: svgElement('g', {}) };
  pane.append(
    svgElement('svg', { class: 'lines', 'aria-hidden': 'true' }, groups.shapes, groups.boundary),
  );
  holder.append(pane);
  const paths = new Map<string, readonly SheetPath[]>();
  let scale = 0;
  let origin: Pixel = { x: 0, y: 0 };

  function locate([lng, lat]: LngLat): Pixel {
    return {
      x: shareOfWidth(lng) * scale - origin.x,
      y: shareOfHeight(lat) * scale - origin.y,
    };
  }

  function draw(some: readonly SheetPath[]): void {
    for (const { element, ways } of some) {
      element.setAttribute('d', ways.map((way) => pathOf(way.map(locate))).join(''));
    }
  }

  return {
    pane,
    locate,
    setPaths(kind, next) {
      paths.set(kind, next);
      draw(next);
      groups[kind].replaceChildren(...next.map(({ element }) => element));
    },
    follow({ center: [lng, lat], zoom }, width, height) {
      const before = scale;
      scale = WORLD_PX * 2 ** zoom;
      const middle = { x: shareOfWidth(lng) * scale, y: shareOfHeight(lat) * scale };
      const isFar =
        Math.max(Math.abs(middle.x - origin.x), Math.abs(middle.y - origin.y)) > REACH_PX;
      const isOther = scale !== before || isFar;
      if (isOther) {
        origin = { x: Math.round(middle.x), y: Math.round(middle.y) };
        for (const some of paths.values()) draw(some);
      }
      const left = Math.round(width / 2 + origin.x - middle.x);
      const top = Math.round(height / 2 + origin.y - middle.y);
      pane.style.transform = `translate3d(${left}px,${top}px,0)`;
      return isOther;
    },
  };
}

/** Corners that fall on the same pixel are written once. */
function pathOf(way: readonly Pixel[]): string {
  const corners: string[] = [];
  for (const { x, y } of way) {
    const corner = `${Math.round(x)} ${Math.round(y)}`;
    if (corner !== corners.at(-1)) corners.push(corner);
  }
  return corners.length === 0 ? '' : `M${corners.join('L')}`;
}
