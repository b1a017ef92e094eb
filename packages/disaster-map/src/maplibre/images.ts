import { addProtocol } from './library.ts';

/** What a tile that does not come is: something that is missing, or data that says nothing there. */
export type MissingTile = 'failure' | 'empty';

const SCHEMES: Readonly<Record<MissingTile, string>> = {
  failure: 'yokoten-image',
  empty: 'yokoten-raster',
};

let isKnown = false;

/** What became of a tile that may be missing without being a failure. */
export type RasterTile = (address: string, what: 'asked' | 'arrived' | 'failed') => void;
const listeners = new Set<RasterTile>();

/** Calls back for each such tile of any map on the page; returns what ends that. */
export function listenToRasters(listener: RasterTile): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The address under which the map asks for raster tiles at `url`; only `url` itself is contacted. */
export function imageAddress(url: string, missing: MissingTile): string {
  // MapLibre takes a 404 for a hole to be filled from smaller zooms: it asks for every one of them, and tells nobody.
  // A host that is gone would be asked ten times as often, and the page would not learn of it.
  if (!isKnown) {
    addProtocol(SCHEMES.failure, ({ url: tile }, { signal }) => read(tile, signal));
    addProtocol(SCHEMES.empty, ({ url: tile }, { signal }) => readOrEmpty(tile, signal));
  }
  isKnown = true;
  return `${SCHEMES[missing]}://${url}`;
}

/** An address of the document made absolute; `{z}` and its like stay as they are. */
export function absoluteAddress(url: string): string {
  return new URL(url, document.baseURI).href.replaceAll('%7B', '{').replaceAll('%7D', '}');
}

async function read(address: string, signal: AbortSignal): Promise<{ data: ArrayBuffer }> {
  const response = await fetch(plainAddress(address), { signal });
  if (!response.ok) throw new Error(`${response.url} answers ${response.status}`);
  return { data: await response.arrayBuffer() };
}

/** After a failure MapLibre would stretch the tile of a smaller zoom over the place: a zone that nobody published. */
async function readOrEmpty(
  address: string,
  signal: AbortSignal,
): Promise<{ data: ArrayBuffer | ImageBitmap }> {
  tell(address, 'asked');
  try {
    const image = await read(address, signal);
    tell(address, 'arrived');
    return image;
  } catch (error) {
    if (signal.aborted) throw error;
    tell(address, 'failed');
    return { data: await createImageBitmap(new ImageData(1, 1)) };
  }
}

function tell(address: string, what: Parameters<RasterTile>[1]): void {
  for (const listener of listeners) listener(plainAddress(address), what);
}

/** As the document names it, without the scheme that led it here. */
function plainAddress(address: string): string {
  return address.slice(address.indexOf('://') + 3);
}
