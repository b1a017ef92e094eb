import { Map as GlMap, setWorkerUrl, type MapOptions } from 'maplibre-gl';

export { addProtocol, LngLat } from 'maplibre-gl';
export type { GlMap };

/** Starts a map; throws where WebGL does not start, or the page's Trusted Types refuse the worker. */
export function createGlMap(options: MapOptions): GlMap {
  // A file of the page's own origin, so that `worker-src 'self'` is enough. Bundlers look for exactly this expression;
  // what MapLibre finds by itself is the file beside its own module, which no bundle has.
  const address = new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href;
  // A page that takes no text for the address of a script refuses it here, where Leaflet can still begin; MapLibre
  // would go on without its worker. The element is never put into the page, so nothing is loaded.
  document.createElement('script').src = address;
  setWorkerUrl(address);
  return new GlMap(options);
}
