import 'maplibre-gl/dist/maplibre-gl.css';
import * as maplibre from 'maplibre-gl';
import { enter, painted } from './contender.mjs';

maplibre.setWorkerUrl(new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href);
/** @type {unknown} */
let data;
let look = { lng: 0, lat: 0, zoom: 0 };

enter({
  prepare(sites, view) {
    look = view;
    data = {
      type: 'FeatureCollection',
      features: sites.map(({ lng, lat, name }, id) => ({
        type: 'Feature',
        id,
        properties: { name },
        geometry: { type: 'Point', coordinates: [lng, lat] },
      })),
    };
  },
  async start() {
    const map = new maplibre.Map({
      container: 'map',
      center: [look.lng, look.lat],
      // Its tiles are twice as large.
      zoom: look.zoom - 1,
      attributionControl: false,
      style: {
        version: 8,
        sources: { sites: { type: 'geojson', data, cluster: true } },
        layers: [
          { id: 'ground', type: 'background', paint: { 'background-color': '#e8ebe6' } },
          {
            id: 'sites',
            type: 'circle',
            source: 'sites',
            paint: { 'circle-radius': 18, 'circle-color': '#33404d' },
          },
        ],
      },
    });
    await new Promise((resolve) => {
      map.once('idle', resolve);
    });
    if (map.queryRenderedFeatures({ layers: ['sites'] }).length === 0)
      throw new Error('MapLibre shows no point.');
    await painted();
  },
  ground: () => document.querySelector('.maplibregl-canvas') ?? document.body,
});
