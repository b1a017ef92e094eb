import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Whose maps are compared; each has a page of its own in ./pages. */
export const CONTENDERS = ['ours', 'markercluster', 'maplibre'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

const here = fileURLToPath(new URL('pages', import.meta.url));
const peers = createRequire(new URL('../../peers/package.json', import.meta.url));
const PEERS = ['leaflet.markercluster', 'leaflet', 'maplibre-gl'];

/** Bundles the page of each contender into `folder`, as `NAME/index.html`. */
export async function buildPages(folder: string): Promise<void> {
  for (const name of CONTENDERS) {
    const root = join(folder, `${name}-source`);
    mkdirSync(root);
    writeFileSync(
      join(root, 'index.html'),
      `<!doctype html><html lang="ja"><meta charset="utf-8"><title>${name}</title>
<style>html,body{margin:0;height:100%}#map{width:100vw;height:100vh}</style>
<body>${name === 'ours' ? '' : '<div id="map"></div>'}<script type="module" src="/@fs${here}/${name}.mjs"></script></body></html>`,
    );
    await build({
      configFile: false,
      root,
      base: './',
      logLevel: 'error',
      resolve: {
        alias: [
          { find: /^\/@fs/, replacement: '' },
          // Ours brings its own libraries; the others' are those beside the lockfile of the peers.
          ...(name === 'ours'
            ? []
            : PEERS.map((peer) => ({
                find: new RegExp(`^${peer.replace('.', '\\.')}(?=/|$)`),
                replacement: packageFolder(peer),
              }))),
        ],
      },
      build: {
        outDir: join(folder, name),
        emptyOutDir: true,
        target: 'es2022',
        // Our server, as others, does not know what kind of file a module is that is called `.mjs`.
        rolldownOptions: {
          output: {
            assetFileNames: ({ names }) =>
              `assets/[name]-[hash]${names[0]?.endsWith('.mjs') ? '.js' : '[extname]'}`,
          },
        },
      },
    });
  }
}

function packageFolder(name: string): string {
  return dirname(peers.resolve(`${name}/package.json`));
}
