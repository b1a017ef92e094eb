import type { LatLng, Map as LeafletMap, Point, ZoomAnimEvent } from 'leaflet';
import type { LngLat } from '@yokoten/standard';
import { createMarkPool, type MarkPool } from '../drawing/mark-pool.ts';
import type { Mark } from '../renderer.ts';
import { LatLng as LatLngClass } from './library.ts';

/** What Leaflet's types leave out: where a point will be when a zoom has ended, and whether a press became a drag. */
type MovingMap = LeafletMap & {
  readonly _latLngToNewLayerPoint: (at: LatLng, zoom: number, center: LatLng) => Point;
  readonly dragging: { readonly moved: () => boolean };
};

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

function latLng([lng, lat]: LngLat): LatLng {
  return new LatLngClass(lat, lng);
}
