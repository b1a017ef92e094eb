import type { Layer, MapDocument, Place } from '../document.ts';
import type { PackedDocument, PackedLayer, PackedPlaces } from './packed-places.ts';
import { layerHash, placeHash } from './place-hash.ts';

/** Smaller layers stay as they are: they are read without another part of the program, and by people. */
const WORTH_IT = 2000;

/** The document as it is written to a file: large layers as columns. `unpackDocument` gives back the very same. */
export function packDocument(document: MapDocument): PackedDocument {
  return { ...document, layers: document.layers.map(packedLayer) };
}

function packedLayer(layer: Layer): PackedLayer {
  if (layer.places.length < WORTH_IT) return layer;
  const places = packedPlaces(layer);
  return places === undefined ? layer : { ...layer, places };
}

/** `undefined` where columns could not say what the places say. */
function packedPlaces({ id: layerId, fields, places }: Layer): PackedPlaces | undefined {
  const fitLength = places[0]?.[5].length ?? 0;
  const fitsColumns = places.every(
    ([lng, lat, , , values, fit]) =>
      lng === rounded(lng) &&
      lat === rounded(lat) &&
      values.length === fields.length &&
      fit.length === fitLength,
  );
  if (!fitsColumns) return undefined;
  const shapes = places.flatMap(({ 6: shape }, index) => (shape ? [[index, shape] as const] : []));
  return {
    lng: differences(places.map(([lng]) => lng)),
    lat: differences(places.map(([, lat]) => lat)),
    names: places.map(([, , , name]) => name),
    values: fields.map((_, column) => places.map(({ 4: values }) => values[column] ?? null)),
    fits: places.map(({ 5: fit }) => fit).join(''),
    fitLength,
    ...packedIds(layerId, places),
    ...(shapes.length > 0 && { shapes }),
  };
}

function packedIds(
  layerId: string,
  places: readonly Place[],
): Pick<PackedPlaces, 'ids' | 'otherIds'> {
  const layer = layerHash(layerId);
  const otherIds = places.flatMap(([lng, lat, id, name], index) =>
    id === placeHash(layer, name, lng, lat) ? [] : [[index, id] as const],
  );
  // Ids of the owner's own, or nearly so.
  if (otherIds.length > places.length / 2) return { ids: places.map(([, , id]) => id) };
  return otherIds.length > 0 ? { otherIds } : {};
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

function differences(degrees: readonly number[]): number[] {
  let before = 0;
  return degrees.map((one) => {
    const now = Math.round(one * 1e6);
    const difference = now - before;
    before = now;
    return difference;
  });
}
