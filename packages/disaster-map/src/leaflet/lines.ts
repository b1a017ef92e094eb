import type { Map as LeafletMap, LatLng, Point, ZoomAnimEvent } from 'leaflet';
import { createPathSheet, type PathSheet } from '../drawing/path-sheet.ts';
import { latLng, type MovingMap } from './moving-map.ts';

/** Lines and areas on a Leaflet map. While it zooms they are stretched, and drawn anew when it has come to rest. */
export function createLines(leafletMap: LeafletMap): Pick<PathSheet, 'setPaths'> {
  const map = leafletMap as MovingMap;
  const sheet = createPathSheet((at) => map.latLngToLayerPoint(latLng(at)));
  const { element } = sheet;
  element.classList.add('leaflet-zoom-animated');
  (map.getPane('overlayPane') ?? map.getContainer()).append(element);
  let drawn = standing();

  /** Where the sheet's corner lies, and at which zoom. */
  function standing(): { readonly corner: LatLng; readonly zoom: number } {
    return { corner: map.layerPointToLatLng([0, 0]), zoom: map.getZoom() };
  }

  function stretch(corner: Point, zoom: number): void {
    const { x, y } = corner;
    element.style.transform = `translate3d(${x}px,${y}px,0) scale(${map.getZoomScale(zoom, drawn.zoom)})`;
  }

  function draw(): void {
    drawn = standing();
    element.style.transform = '';
    sheet.draw();
  }

  map.on('zoomend viewreset', draw);
  map.on('zoom', () => stretch(map.latLngToLayerPoint(drawn.corner), map.getZoom()));
  map.on('zoomanim', ({ zoom, center }: ZoomAnimEvent) =>
    stretch(map._latLngToNewLayerPoint(drawn.corner, zoom, center), zoom),
  );
  return {
    setPaths(kind, paths) {
      // Other paths of a sheet that is stretched are drawn as it was before.
      if (map.getZoom() !== drawn.zoom) draw();
      sheet.setPaths(kind, paths);
    },
  };
}
