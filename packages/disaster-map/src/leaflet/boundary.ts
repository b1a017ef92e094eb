import type { Map as LeafletMap } from 'leaflet';
import type { LngLat } from '@yokoten/standard';
import type { Boundary } from '../document.ts';
import { Polygon } from './library.ts';

/** The town's outline: a dark line on a light one, so that it shows on any ground. Takes no clicks. */
export function createBoundary(map: LeafletMap): {
  readonly set: (boundary: Boundary | undefined) => void;
} {
  let lines: Polygon[] = [];
  return {
    set(boundary) {
      for (const line of lines) line.remove();
      if (boundary === undefined) {
        lines = [];
        return;
      }
      const { geometry } = boundary;
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      const shape = polygons.map((rings) => rings.map((ring) => ring.map(latLng)));
      lines = ['boundary-casing', 'boundary-line'].map((className) =>
        new Polygon(shape, { className, interactive: false, fill: false }).addTo(map),
      );
    },
  };
}

function latLng([lng, lat]: LngLat): [number, number] {
  return [lat, lng];
}
