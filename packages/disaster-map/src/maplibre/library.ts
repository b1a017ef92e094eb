import * as maplibre from 'maplibre-gl';

// In a project without the package the bundler puts an empty one in its place. An import by name would then end the
// build; like this the map alone fails, if it is ever asked for, and Leaflet goes on.
const library = maplibre;
export const addProtocol: typeof maplibre.addProtocol = library['addProtocol'];
export const LngLat: typeof maplibre.LngLat = library['LngLat'];
export type GlMap = maplibre.Map;

/** Starts a map; throws where WebGL does not start, or the page's Trusted Types refuse the worker. */
export function createGlMap(options: maplibre.MapOptions): GlMap {
  // A file of the page's own origin, so that `worker-src 'self'` is enough. Bundlers look for exactly this expression;
  // what MapLibre finds by itself is the file beside its own module, which no bundle has.
  const address = new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href;
  // A page that takes no text for the address of a script refuses it here, where Leaflet can still begin; MapLibre
  // would go on without its worker. The element is never put into the page, so nothing is loaded.
  document.createElement('script').src = address;
  library.setWorkerUrl(address);
  return new library.Map(options);
}
