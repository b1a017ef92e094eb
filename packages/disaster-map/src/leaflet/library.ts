// Leaflet's bundle registers every control, layer and handler when it is loaded, so no bundler can drop any:
// 42 KB compressed. These parts of its sources are the ones used here: 28 KB, and none of them writes HTML.
import 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.ScrollWheelZoom.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';
import { SVG } from 'leaflet/src/layer/vector/SVG.js';
import { Map as LeafletMap } from 'leaflet/src/map/Map.js';

export { LatLng } from 'leaflet/src/geo/LatLng.js';
export { LatLngBounds } from 'leaflet/src/geo/LatLngBounds.js';
export { Point } from 'leaflet/src/geometry/Point.js';
export { TileLayer } from 'leaflet/src/layer/tile/TileLayer.js';
export { Polygon } from 'leaflet/src/layer/vector/Polygon.js';
export { Polyline } from 'leaflet/src/layer/vector/Polyline.js';
export { LeafletMap };

// Leaflet's own version of this method brings the canvas renderer along; outlines need SVG alone.
LeafletMap.include({
  getRenderer(this: LeafletMap & { svgRenderer?: SVG }): SVG {
    this.svgRenderer ??= new SVG({ padding: 0.5 });
    return this.svgRenderer.addTo(this);
  },
});
