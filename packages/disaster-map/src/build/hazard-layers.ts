import type { HazardLayer } from '../document.ts';
import { hazardCatalogue } from '../hazards/catalogue.ts';
import type { ConfigReader } from './config-reader.ts';

const IDS = hazardCatalogue.map(({ id }) => id);

/** Reads `hazardLayers`: ids of the catalogue, in the order in which they are offered. Left out, there are none. */
export function readHazardLayers(reader: ConfigReader, value: unknown): readonly HazardLayer[] {
  const ids = reader
    .list(value, ['hazardLayers'], '["flood-l2", "debris-flow"]')
    .map((id, index) => reader.oneOf(id, ['hazardLayers', index], IDS));
  return [...new Set(ids)].flatMap((id) => hazardCatalogue.find((layer) => layer.id === id) ?? []);
}

/** Where the tiles come from: they are drawn as pictures, and fetched to be read. */
export function hazardOrigins(layers: readonly HazardLayer[]): string[] {
  return [...new Set(layers.map(({ url }) => new URL(url).origin))];
}
