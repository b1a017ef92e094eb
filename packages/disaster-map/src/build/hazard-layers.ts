import { HAZARDS, type HazardLayer } from '../document.ts';
import { hazardCatalogue } from '../hazards/catalogue.ts';
import { type ConfigPath, type ConfigReader, readCredit, TILE_URL } from '@yokoten/standard/app';

const IDS = hazardCatalogue.map(({ id }) => id);
const OWN_KEYS = ['id', 'like', 'hazard', 'url', 'minZoom', 'maxZoom', 'title', 'credit'];
const NEEDED_KEYS = ['id', 'url', 'credit'];

/** The zooms of the Hazard Map Portal Site. */
const ZOOMS = { minZoom: 2, maxZoom: 17 } as const;

/**
 * Reads `hazardLayers`, in the order in which they are offered: ids of the catalogue, or rasters of one's own. The
 * colours of such a raster mean what those of a catalogue entry mean (`like`); without one it has a title of its own,
 * and is drawn, but never read. Left out, there are none.
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
  const hazard = reader.oneOf(entry['hazard'], at('hazard'), HAZARDS);
  for (const key of NEEDED_KEYS) {
    if (entry[key] === undefined) reader.refuse(item, path, `{ "${key}": … }`);
  }
  const isPlain = entry['like'] === undefined && title !== undefined;
  if (entry['like'] === undefined && entry['title'] === undefined)
    reader.refuse(item, path, '{ "like": … }, { "title": … }');
  const model = isPlain ? { ...ZOOMS, title, legend: [] } : like;
  if (!id || !model || !url || !credit) return undefined;
  return {
    ...model,
    id,
    ...(hazard && { hazard }),
    url,
    credit,
    ...(minZoom !== undefined && { minZoom }),
    ...(maxZoom !== undefined && { maxZoom }),
    ...(title && { title }),
  };
}

/** Reads `shownHazardLayer`: the id of the raster that lies over the map when the page opens. */
export function readShownRaster(
  reader: ConfigReader,
  value: unknown,
  layers: readonly HazardLayer[],
): string | undefined {
  const ids = layers.map(({ id }) => id);
  return reader.oneOf(value, ['shownHazardLayer'], ids.length === 0 ? IDS : ids);
}

/** Where the tiles come from: they are drawn as pictures, and fetched to be read. None for tiles beside the page. */
export function hazardOrigins(layers: readonly HazardLayer[]): string[] {
  const far = layers.filter(({ url }) => url.startsWith('https://'));
  return [...new Set(far.map(({ url }) => new URL(url).origin))];
}
