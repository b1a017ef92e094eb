import type { LngLat } from '@yokoten/standard';
import type { Pixel } from '../drawing/mark-pool.ts';
import { createPathSheet, type PathSheet } from '../drawing/path-sheet.ts';
import { shareOfHeight, shareOfWidth, WORLD_PX } from '../mercator.ts';
import type { View } from '../renderer.ts';

/** Farther from where coordinates were last counted from, single precision would blur them. */
const REACH_PX = 100_000;

/** What lies over the canvas in the DOM, as on the map that Leaflet draws: lines and areas, then marks. */
export interface DomSheet {
  /** Marks go in here. */
  readonly pane: HTMLElement;
  readonly locate: (at: LngLat) => Pixel;
  readonly setPaths: PathSheet['setPaths'];
  /** Follows the map; `true` where all that lies in `pane` must be placed anew. */
  readonly follow: (view: View, width: number, height: number) => boolean;
}

/** A sheet in `holder`, which must be positioned. While a map is panned, one transform moves everything. */
export function createDomSheet(holder: HTMLElement): DomSheet {
  const pane = document.createElement('div');
  pane.className = 'over';
  const sheet = createPathSheet(locate);
  pane.append(sheet.element);
  holder.append(pane);
  let scale = 0;
  let origin: Pixel = { x: 0, y: 0 };

  function locate([lng, lat]: LngLat): Pixel {
    return {
      x: shareOfWidth(lng) * scale - origin.x,
      y: shareOfHeight(lat) * scale - origin.y,
    };
  }

  return {
    pane,
    locate,
    setPaths: sheet.setPaths,
    follow({ center: [lng, lat], zoom }, width, height) {
      const before = scale;
      scale = WORLD_PX * 2 ** zoom;
      const middle = { x: shareOfWidth(lng) * scale, y: shareOfHeight(lat) * scale };
      const isFar =
        Math.max(Math.abs(middle.x - origin.x), Math.abs(middle.y - origin.y)) > REACH_PX;
      const isOther = scale !== before || isFar;
      if (isOther) {
        origin = { x: Math.round(middle.x), y: Math.round(middle.y) };
        sheet.draw();
      }
      const left = Math.round(width / 2 + origin.x - middle.x);
      const top = Math.round(height / 2 + origin.y - middle.y);
      pane.style.transform = `translate3d(${left}px,${top}px,0)`;
      return isOther;
    },
  };
}
