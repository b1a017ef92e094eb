import { defineConfig, type Plugin } from 'vite';
import { yokotenFont } from 'yokoten/vite';
import { spokenText } from './scripts/spoken-text.ts';

/** Vite shows styles by inline elements and talks to its server while somebody works on the page. */
const looseInDevelopment: Plugin = {
  name: 'playground:loose-in-development',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html
      .replaceAll("style-src 'self'", "style-src 'self' 'unsafe-inline'")
      .replaceAll("connect-src 'none'", "connect-src 'self' ws:")
      .replace(/; require-trusted-types-for[^"]*/u, ''),
};

/** The map drawn by Leaflet. MapLibre, which this page never asks for, lies below the map's package too. */
const isMapPart = (id: string): boolean =>
  /disaster-map|leaflet|supercluster|kdbush/u.test(id) && !/maplibre|pmtiles/u.test(id);

/** Browsers of 2022 and later, as for the pages of municipalities. */
const TARGET = ['es2022', 'chrome105', 'edge105', 'firefox110', 'safari16'];

export default defineConfig({
  // Addresses relative to the page work at the root, under a sub-path and with a custom domain alike.
  base: './',
  appType: 'mpa',
  assetsInclude: ['**/*.csv'],
  plugins: [looseInDevelopment, yokotenFont(spokenText)],
  build: {
    target: TARGET,
    // Inlined data: addresses of scripts and fonts would be refused by the page's policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The minifier drops the notices that the bundled libraries ask to be kept.
    license: { fileName: 'assets/licenses.md' },
    rolldownOptions: {
      output: {
        // The map's own late parts come with it, so that nothing is missing once the network is.
        codeSplitting: {
          groups: [
            // What both need stands apart, or the page would wait for the map.
            { name: 'lit', test: /[\\/]@?lit[\\/-]|preload-helper/u, priority: 1 },
            { name: 'map', test: isMapPart },
          ],
        },
      },
    },
  },
  worker: {
    format: 'es',
    // One piece: a worker that starts from memory has no folder to fetch other pieces from.
    rolldownOptions: { output: { codeSplitting: false } },
  },
  server: { port: 5173, strictPort: true },
  optimizeDeps: {
    exclude: ['@yokoten/ui', '@yokoten/standard', '@yokoten/open-data', '@yokoten/disaster-map'],
  },
});
