import type { PMTiles } from 'pmtiles';
import { openBasemap } from './basemap.ts';
import { addProtocol } from './library.ts';
import { createRangeSource } from './range-source.ts';

/** Vector tiles that MapLibre can ask for. */
export interface Archive {
  /** Address of a tile with `{z}`, `{x}` and `{y}`, for a source of the style. */
  readonly tiles: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** West, south, east, north in degrees. */
  readonly bounds: [number, number, number, number];
  readonly close: () => void;
}

const SCHEME = 'yokoten-tiles';
const TILE = /^yokoten-tiles:\/\/(\d+)\/(\d+)\/(\d+)\/(\d+)$/;

const open = new Map<number, PMTiles>();
let lastId = 0;

/** Opens the archive at `url` for the map; rejects as `openBasemap` does. */
export async function openArchive(url: string): Promise<Archive> {
  const { archive, header } = await openBasemap(createRangeSource(url));
  if (lastId === 0) addProtocol(SCHEME, async ({ url: tile }, { signal }) => read(tile, signal));
  lastId += 1;
  const id = lastId;
  open.set(id, archive);
  return {
    tiles: `${SCHEME}://${id}/{z}/{x}/{y}`,
    minZoom: header.minZoom,
    maxZoom: header.maxZoom,
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    close: () => void open.delete(id),
  };
}

async function read(address: string, signal: AbortSignal): Promise<{ data: ArrayBuffer }> {
  const [id = 0, z = 0, x = 0, y = 0] = TILE.exec(address)?.slice(1).map(Number) ?? [];
  const tile = await open.get(id)?.getZxy(z, x, y, signal);
  if (tile === undefined) throw new Error(`the archive has no tile ${z}/${x}/${y}`);
  return { data: tile.data };
}
