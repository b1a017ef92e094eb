import type { Map as LeafletMap, TileLayer } from 'leaflet';
import type { Background } from '../document.ts';
import { TileLayer as TileLayerClass } from './library.ts';

type State = 'shown' | 'missing';

/** A server that says nothing for this long counts as missing; a tile that comes later is still shown. */
const PATIENCE_MS = 10_000;

/** The tiles under the marks. `report` is called when they turn out to be missing, or arrive, and on every change. */
export function createBackground(
  map: LeafletMap,
  report: (state: State) => void,
): {
  readonly set: (background: Background | undefined) => void;
  readonly retry: () => void;
  readonly destroy: () => void;
} {
  let layer: TileLayer | undefined;
  let state: State | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;

  function change(next: State): void {
    clearTimeout(patience);
    if (state === next) return;
    state = next;
    report(next);
  }

  function remove(): void {
    clearTimeout(patience);
    layer?.off();
    layer?.remove();
    layer = undefined;
    state = undefined;
  }

  return {
    set(background) {
      remove();
      if (background === undefined) return;
      const tiles = new TileLayerClass(background.url, {
        minZoom: background.minZoom,
        maxNativeZoom: background.maxZoom,
        maxZoom: map.getMaxZoom(),
      });
      layer = tiles;
      tiles.on('loading', () => {
        clearTimeout(patience);
        patience = setTimeout(() => {
          if (!isAnyShown(tiles)) change('missing');
        }, PATIENCE_MS);
      });
      tiles.on('tileload', () => change('shown'));
      // All tiles of the view are settled, well or badly: a single hole in the map is not worth a word.
      tiles.on('load', () => {
        if (!isAnyShown(tiles)) change('missing');
      });
      tiles.addTo(map);
    },
    retry() {
      if (state === 'missing') layer?.redraw();
    },
    destroy: remove,
  };
}

function isAnyShown(tiles: TileLayer): boolean {
  return tiles.getContainer()?.querySelector('.leaflet-tile-loaded') != null;
}
