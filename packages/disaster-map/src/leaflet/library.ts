// Leaflet's bundle registers every control, layer and handler when it is loaded, so no bundler can drop any:
// 42 KB compressed. These parts of its sources are the ones used here: 21 KB, and none of them writes HTML. Lines and
// areas are drawn without it, as on the map of MapLibre: see drawing/path-sheet.ts.
import 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.ScrollWheelZoom.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';

export { LatLng } from 'leaflet/src/geo/LatLng.js';
export { LatLngBounds } from 'leaflet/src/geo/LatLngBounds.js';
export { Point } from 'leaflet/src/geometry/Point.js';
export { TileLayer } from 'leaflet/src/layer/tile/TileLayer.js';
export { Map as LeafletMap } from 'leaflet/src/map/Map.js';
