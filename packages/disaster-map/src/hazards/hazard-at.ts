import type { LngLat } from '@yokoten/standard';
import type { HazardClass, HazardLayer } from '../document.ts';
import { decodeTile, type TilePixels } from './decode-tile.ts';
import { tilePoint, tileUrl, type TilePoint } from './tile-pixel.ts';

/**
 * Why a layer could not be read: its colours have no source (`no-table`), the colour is none of its legend
 * (`unknown-color`), the zone is drawn as a pattern and the place lies in a gap (`pattern`), the picture is broken
 * (`decode`), the server answered with an error (`server`), or did not answer (`network`).
 */
export type Unreadable = 'no-table' | 'unknown-color' | 'pattern' | 'decode' | 'server' | 'network';

/**
 * What a layer says about a place. `outside-zone`: there is a tile and it is transparent there, so the place is outside
 * of the published zone. `no-data`: there is no tile. Neither of the two means that the place is safe.
 */
export type HazardAnswer =
  | { readonly state: 'class'; readonly class: HazardClass }
  | { readonly state: 'outside-zone' }
  | { readonly state: 'no-data' }
  | { readonly state: 'unreadable'; readonly why: Unreadable };

export type HazardReading = HazardAnswer & { readonly layer: HazardLayer };

export interface HazardOptions {
  /** Gets a tile; default: `fetch` without cookies, given up after ten seconds. */
  readonly fetchTile?: (url: string) => Promise<Response>;
  /** Makes pixels of a tile's bytes; default: the browser does. Rejects what is no picture. */
  readonly decode?: (bytes: Uint8Array<ArrayBuffer>) => Promise<TilePixels>;
}

const PATIENCE_MS = 10_000;
const MAX_BYTES = 2 ** 21;
const OUTSIDE = { state: 'outside-zone' } as const;
const NO_DATA = { state: 'no-data' } as const;

/**
 * What each layer says about the place `at`, `[lng, lat]`, in the order of `layers`: the pixel of its tile at the
 * layer's highest zoom, compared with the layer's legend. A colour must be the very same; nothing is guessed from one
 * that is near. One layer that fails does not touch the others.
 *
 * @throws `disaster-map/not-a-position`
 */
export async function hazardAt(
  at: LngLat,
  layers: readonly HazardLayer[],
  { fetchTile = fetchPlainly, decode = decodeTile }: HazardOptions = {},
): Promise<HazardReading[]> {
  return Promise.all(
    layers.map(async (layer) => {
      const point = tilePoint(at, layer.maxZoom);
      return { layer, ...(await answer(layer, point, { fetchTile, decode })) };
    }),
  );
}

async function answer(
  layer: HazardLayer,
  point: TilePoint,
  { fetchTile, decode }: Required<HazardOptions>,
): Promise<HazardAnswer> {
  if (layer.legend.length === 0) return unreadable('no-table');
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    const response = await fetchTile(tileUrl(layer.url, point));
    if (isMissing(response.status)) return NO_DATA;
    if (!response.ok) return unreadable('server');
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch {
    return unreadable('network');
  }
  if (bytes.length > MAX_BYTES) return unreadable('decode');
  try {
    return answerOf(layer, await decode(bytes), point);
  } catch {
    return unreadable('decode');
  }
}

function answerOf(
  { legend, patterned }: HazardLayer,
  { width, height, data }: TilePixels,
  { across, down }: TilePoint,
): HazardAnswer {
  const start = 4 * (Math.floor(down * height) * width + Math.floor(across * width));
  const [red = 0, green = 0, blue = 0, alpha] = Array.from(
    { length: 4 },
    (_, i) => data[start + i],
  );
  if (alpha === undefined) return unreadable('decode');
  if (alpha === 0) return patterned && isAnyDrawn(data) ? unreadable('pattern') : OUTSIDE;
  const color = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  // Half-transparent is an edge: its colour is a mixture, and of what, nobody knows.
  const found = alpha === 255 ? legend.find((one) => one.color === color) : undefined;
  return found === undefined ? unreadable('unknown-color') : { state: 'class', class: found };
}

/** A pattern leaves gaps inside of the zone; only a tile without any of it is outside for certain. */
function isAnyDrawn(data: ArrayLike<number>): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 0) return true;
  return false;
}

function unreadable(why: Unreadable): HazardAnswer {
  return { state: 'unreadable', why };
}

/** Not found, gone, or nothing in it. */
function isMissing(status: number): boolean {
  return status === 404 || status === 410 || status === 204;
}

function fetchPlainly(url: string): Promise<Response> {
  return fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(PATIENCE_MS) });
}
