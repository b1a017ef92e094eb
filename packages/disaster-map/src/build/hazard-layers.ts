import type { HazardLayer } from '../document.ts';
import { hazardCatalogue } from '../hazards/catalogue.ts';
import { TILE_URL } from './background.ts';
import type { ConfigPath, ConfigReader } from './config-reader.ts';
import { readCredit } from './credit.ts';

const IDS = hazardCatalogue.map(({ id }) => id);
const OWN_KEYS = ['id', 'like', 'url', 'minZoom', 'maxZoom', 'title', 'credit'];
const NEEDED_KEYS = ['id', 'like', 'url', 'credit'];

/**
 * Reads `hazardLayers`, in the order in which they are offered: ids of the catalogue, or rasters of one's own whose
 * colours mean what those of a catalogue entry mean. Left out, there are none.
 */
export function readHazardLayers(reader: ConfigReader, value: unknown): readonly HazardLayer[] {
  const layers = new Map<string, HazardLayer>();
  const items = reader.list(value, ['hazardLayers'], '["flood-l2", "debris-flow"]');
  for (const [index, item] of items.entries()) {
    const path = ['hazardLayers', index];
    const layer =
      typeof item === 'object' && item !== null
        ? readOwn(reader, item, path)
        : fromCatalogue(reader.oneOf(item, path, IDS));
    if (layer === undefined) continue;
    if (layers.has(layer.id)) reader.refuse(layer.id, [...path, 'id'], '"flood-l2-own"');
    else layers.set(layer.id, layer);
  }
  return [...layers.values()];
}

function fromCatalogue(id: string | undefined): HazardLayer | undefined {
  return hazardCatalogue.find((layer) => layer.id === id);
}

function readOwn(reader: ConfigReader, item: object, path: ConfigPath): HazardLayer | undefined {
  const entry = reader.record(item, path, OWN_KEYS);
  const at = (key: string): ConfigPath => [...path, key];
  const zoom = (key: 'minZoom' | 'maxZoom'): number | undefined =>
    reader.integer(entry[key], at(key), 0, 22);
  const id = reader.formed(entry['id'], at('id'), /^[a-z][a-z\d-]*$/, 'inland-flood-own');
  const like = fromCatalogue(
    entry['like'] === undefined ? undefined : reader.oneOf(entry['like'], at('like'), IDS),
  );
  const example = 'https://tile.example.jp/{z}/{x}/{y}.png';
  const url = reader.formed(entry['url'], at('url'), TILE_URL, example);
  const [minZoom, maxZoom] = [zoom('minZoom'), zoom('maxZoom')];
  const title = reader.localized(entry['title'], at('title'));
  const credit = readCredit(reader, entry['credit'], at('credit'));
  for (const key of NEEDED_KEYS) {
    if (entry[key] === undefined) reader.refuse(item, path, `{ "${key}": … }`);
  }
  if (!id || !like || !url || !credit) return undefined;
  return {
    ...like,
    id,
    url,
    credit,
    ...(minZoom !== undefined && { minZoom }),
    ...(maxZoom !== undefined && { maxZoom }),
    ...(title && { title }),
  };
}

/** Where the tiles come from: they are drawn as pictures, and fetched to be read. None for tiles beside the page. */
export function hazardOrigins(layers: readonly HazardLayer[]): string[] {
  const far = layers.filter(({ url }) => url.startsWith('https://'));
  return [...new Set(far.map(({ url }) => new URL(url).origin))];
}
