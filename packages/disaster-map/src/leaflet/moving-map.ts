import type { LatLng, Map as LeafletMap, Point } from 'leaflet';
import type { LngLat } from '@yokoten/standard';
import { LatLng as LatLngClass } from './library.ts';

/** What Leaflet's types leave out: where a point will be when a zoom has ended, and whether a press became a drag. */
export type MovingMap = LeafletMap & {
  readonly _latLngToNewLayerPoint: (at: LatLng, zoom: number, center: LatLng) => Point;
  readonly dragging: { readonly moved: () => boolean };
};

/** `[lng, lat]` as Leaflet writes it. */
export function latLng([lng, lat]: LngLat): LatLng {
  return new LatLngClass(lat, lng);
}
