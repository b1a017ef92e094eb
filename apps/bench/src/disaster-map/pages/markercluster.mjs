import 'leaflet/dist/leaflet.css';
import 'leaflet.markercluster/dist/MarkerCluster.css';
import 'leaflet.markercluster/dist/MarkerCluster.Default.css';
import L from 'leaflet';
import 'leaflet.markercluster';
import iconUrl from 'leaflet/dist/images/marker-icon.png';
import shadowUrl from 'leaflet/dist/images/marker-shadow.png';
import { enter, painted, seen } from './contender.mjs';

L.Icon.Default.mergeOptions({ iconUrl, shadowUrl, imagePath: ' ' });
/** @type {readonly import('./contender.mjs').Site[]} */
let points = [];
let look = { lng: 0, lat: 0, zoom: 0 };

enter({
  prepare(sites, view) {
    points = sites;
    look = view;
  },
  async start() {
    const map = L.map('map', { maxZoom: 18 }).setView([look.lat, look.lng], look.zoom);
    const group = L.markerClusterGroup();
    group.addLayers(points.map(({ lng, lat, name }) => L.marker([lat, lng], { title: name })));
    map.addLayer(group);
    await seen(document, () => document.querySelector('.leaflet-marker-icon') !== null);
    await painted();
  },
  ground: () => document.querySelector('#map') ?? document.body,
});
