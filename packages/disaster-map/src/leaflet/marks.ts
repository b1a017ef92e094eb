import type { Map as LeafletMap, ZoomAnimEvent } from 'leaflet';
import { createMarkPool, type MarkPool } from '../drawing/mark-pool.ts';
import type { Mark } from '../renderer.ts';
import { latLng, type MovingMap } from './moving-map.ts';

/** Marks on a Leaflet map, which move with its panes. */
export function createLeafletMarks(
  leafletMap: LeafletMap,
  onSelect: (mark: Mark) => void,
): MarkPool {
  const map = leafletMap as MovingMap;
  const pool = createMarkPool({
    pane: map.getPane('markerPane') ?? map.getContainer(),
    locate: (at) => map.latLngToLayerPoint(latLng(at)),
    isDragged: () => map.dragging.moved(),
    onSelect,
  });
  map.on('zoom viewreset', () => pool.replace());
  map.on('zoomanim', ({ zoom, center }: ZoomAnimEvent) =>
    pool.replace((at) => map._latLngToNewLayerPoint(latLng(at), zoom, center)),
  );
  return pool;
}
