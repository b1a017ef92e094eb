import * as pmtiles from 'pmtiles';
import type { Header, PMTiles, Source } from 'pmtiles';

// By name it could not be missing; see `library.ts`.
const library = pmtiles;

/** Without these of the layers of Protomaps' schema there is no map to draw. */
const NEEDED_LAYERS = ['earth', 'water', 'roads'];

/**
 * Opens a PMTiles archive in Protomaps' basemap schema. Rejects where it does not arrive, or is something else: what
 * it is stands in the message.
 */
export async function openBasemap(
  source: Source,
): Promise<{ readonly archive: PMTiles; readonly header: Header }> {
  const url = source.getKey();
  const archive = new library.PMTiles(source);
  const header = await archive.getHeader();
  if (header.tileType !== library.TileType.Mvt) {
    throw new Error(`${url} holds tiles of type ${header.tileType}, not vector tiles (1, MVT)`);
  }
  const layers = layersOf(await archive.getMetadata());
  const missing = NEEDED_LAYERS.filter((layer) => !layers.includes(layer));
  if (missing.length === 0) return { archive, header };
  throw new Error(
    `${url} has the layers ${layers.join(', ') || '(none)'}; the basemap schema of Protomaps also has ${missing.join(', ')}`,
  );
}

function layersOf(metadata: unknown): string[] {
  const layers: unknown =
    typeof metadata === 'object' && metadata !== null && 'vector_layers' in metadata
      ? metadata.vector_layers
      : undefined;
  if (!Array.isArray(layers)) return [];
  return (layers as unknown[]).flatMap((layer) =>
    typeof layer === 'object' && layer !== null && 'id' in layer && typeof layer.id === 'string'
      ? [layer.id]
      : [],
  );
}
