import type { AppOutput } from '../app.ts';
import {
  RENDERERS,
  type Background,
  type RendererChoice,
  type VectorBackground,
} from '../document.ts';
import { isRecord, type ConfigReader } from './config-reader.ts';
import { readCredit } from './credit.ts';

const GSI_CREDIT: Background['credit'] = {
  source: { ja: '地理院タイル', en: 'GSI Tiles' },
  url: 'https://maps.gsi.go.jp/development/ichiran.html',
  licence: '国土地理院コンテンツ利用規約',
  licenceUrl: 'https://www.gsi.go.jp/kikakuchousei/kikakuchousei40182.html',
};

/** Backgrounds that have a name. The zooms are those of the list of GSI Tiles. */
const NAMED: Readonly<Record<string, Background>> = {
  'gsi-pale': {
    url: 'https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png',
    minZoom: 5,
    maxZoom: 18,
    credit: GSI_CREDIT,
  },
  'gsi-std': {
    url: 'https://cyberjapandata.gsi.go.jp/xyz/std/{z}/{x}/{y}.png',
    minZoom: 5,
    maxZoom: 18,
    credit: GSI_CREDIT,
  },
};
const NAMES = [...Object.keys(NAMED), 'none'];
/** Tiles of another host, or ones that are published beside the page. */
export const TILE_URL: RegExp =
  /^(https:\/\/[a-z\d.-]+(:\d+)?\/|\.\/)(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})[^\s"'<>\\]+$/i;

/** An archive of another host, or one that is published beside the page. */
const ARCHIVE_URL =
  /^(https:\/\/[a-z\d.-]+(:\d+)?\/|\.\/)[^\s"'<>\\?#]+\.pmtiles(\?[^\s"'<>\\#]*)?$/i;

/** What lies under the marks, and what draws it. */
export interface MapGround {
  readonly background?: Background;
  readonly vector?: VectorBackground;
  readonly renderer?: RendererChoice;
}

/**
 * Reads `background` and `renderer`. A background is a name, an address with zooms and credit, or a PMTiles archive
 * with the raster background for machines that cannot draw it. Left out, it is the pale map of GSI.
 */
export function readGround(reader: ConfigReader, value: unknown, choice: unknown): MapGround {
  const vector = isRecord(value) && 'pmtiles' in value ? readVector(reader, value) : undefined;
  const { background } = vector ?? { background: readRaster(reader, value, ['background']) };
  const renderer =
    reader.oneOf(choice, ['renderer'], RENDERERS) ?? (vector === undefined ? undefined : 'auto');
  if (vector !== undefined && renderer === 'leaflet') {
    reader.refuse(renderer, ['renderer'], '"auto", "maplibre"');
  }
  return { ...vector, ...(background && { background }), ...(renderer && { renderer }) };
}

function readVector(
  reader: ConfigReader,
  value: unknown,
): { readonly vector?: VectorBackground; readonly background?: Background } {
  const path = ['background'];
  const entry = reader.record(value, path, ['pmtiles', 'credit', 'raster']);
  const example = './tiles/town.pmtiles';
  const pmtiles = reader.formed(entry['pmtiles'], [...path, 'pmtiles'], ARCHIVE_URL, example);
  const credit = readCredit(reader, entry['credit'], [...path, 'credit']);
  if (entry['credit'] === undefined) reader.refuse(value, path, '{ "credit": … }');
  const background = readRaster(reader, entry['raster'], [...path, 'raster']);
  return {
    ...(pmtiles !== undefined && credit && { vector: { pmtiles, credit } }),
    ...(background && { background }),
  };
}

function readRaster(
  reader: ConfigReader,
  value: unknown,
  path: readonly string[],
): Background | undefined {
  if (value === undefined) return NAMED['gsi-pale'];
  if (typeof value !== 'object' || value === null) {
    const name = reader.oneOf(value, path, NAMES);
    return name === undefined ? undefined : NAMED[name];
  }
  const keys = ['url', 'minZoom', 'maxZoom', 'credit'];
  const entry = reader.record(value, path, keys);
  const example = 'https://tile.example.jp/{z}/{x}/{y}.png';
  const url = reader.formed(entry['url'], [...path, 'url'], TILE_URL, example);
  const minZoom = reader.integer(entry['minZoom'], [...path, 'minZoom'], 0, 22) ?? 0;
  const maxZoom = reader.integer(entry['maxZoom'], [...path, 'maxZoom'], 0, 22) ?? 18;
  const credit = readCredit(reader, entry['credit'], [...path, 'credit']);
  for (const key of ['url', 'credit']) {
    if (entry[key] === undefined) reader.refuse(value, path, `{ "${key}": … }`);
  }
  if (url === undefined || credit === undefined) return undefined;
  return { url, minZoom, maxZoom, credit };
}

/**
 * Where the page loads tiles from, for its content security policy; none for tiles beside the page. Leaflet shows
 * tiles as images, MapLibre fetches them.
 */
export function groundHosts({ background, vector, renderer }: MapGround): AppOutput['hosts'] {
  const img = originsOf(background?.url);
  if (renderer === undefined || renderer === 'leaflet') return { img, connect: [] };
  return { img, connect: [...new Set([...originsOf(vector?.pmtiles), ...img])] };
}

function originsOf(url: string | undefined): string[] {
  return url?.startsWith('https://') === true ? [new URL(url).origin] : [];
}
