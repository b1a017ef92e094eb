import {
  type AppOutput,
  isRecord,
  readBackground,
  readCredit,
  type ConfigReader,
} from '@yokoten/standard/app';
import {
  RENDERERS,
  type Background,
  type RendererChoice,
  type VectorBackground,
} from '../document.ts';

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
  const { background } = vector ?? { background: readBackground(reader, value, ['background']) };
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
  const background = readBackground(reader, entry['raster'], [...path, 'raster']);
  return {
    ...(pmtiles !== undefined && credit && { vector: { pmtiles, credit } }),
    ...(background && { background }),
  };
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
