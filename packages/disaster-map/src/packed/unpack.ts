import type { Place } from '../document.ts';
import type { PackedLayer, PackedPlaces } from './packed-places.ts';
import { layerHash, placeHash } from './place-hash.ts';

/**
 * A document as it is shown, from one as it was written to a file. It comes from anywhere: a layer whose columns do not
 * fit together stays as it is, which is no document.
 *
 * @param document a record with an array `layers`
 */
export function unpackDocument<T extends { readonly layers: readonly unknown[] }>(
  document: T,
): T & { readonly layers: readonly unknown[] } {
  return { ...document, layers: document.layers.map(unpackedLayer) };
}

function unpackedLayer(layer: unknown): unknown {
  if (!isPackedLayer(layer)) return layer;
  return { ...layer, places: unpackedPlaces(layer.id, layer.places) };
}

function unpackedPlaces(layerId: string, packed: PackedPlaces): Place[] {
  const { names, values, fits, fitLength, ids } = packed;
  const layer = layerHash(layerId);
  const otherIds = new Map(packed.otherIds);
  const shapes = new Map(packed.shapes);
  let [x, y] = [0, 0];
  return names.map((name, index): Place => {
    x += packed.lng[index] ?? Number.NaN;
    y += packed.lat[index] ?? Number.NaN;
    const [lng, lat] = [x / 1e6, y / 1e6];
    const id = ids?.[index] ?? otherIds.get(index) ?? placeHash(layer, name, lng, lat);
    const cells = values.map((column) => column[index] ?? null);
    const fit = fits.slice(index * fitLength, (index + 1) * fitLength);
    const shape = shapes.get(index);
    return shape === undefined
      ? [lng, lat, id, name, cells, fit]
      : [lng, lat, id, name, cells, fit, shape];
  });
}

function isPackedLayer(layer: unknown): layer is PackedLayer & { readonly places: PackedPlaces } {
  if (!isRecord(layer) || typeof layer['id'] !== 'string' || !isRecord(layer['places']))
    return false;
  const { lng, lat, names, values, fits, fitLength, ids, otherIds, shapes } = layer['places'];
  const isColumn = (column: unknown): column is readonly unknown[] =>
    Array.isArray(column) && Array.isArray(names) && column.length === names.length;
  return (
    [lng, lat].every((column) => isColumn(column) && column.every(Number.isFinite)) &&
    isColumn(names) &&
    names.every(isText) &&
    Array.isArray(values) &&
    values.every(isColumn) &&
    isText(fits) &&
    Number.isInteger(fitLength) &&
    fits.length === names.length * Number(fitLength) &&
    (ids === undefined || (isColumn(ids) && ids.every(isText))) &&
    [otherIds, shapes].every((pairs) => pairs === undefined || isPairs(pairs))
  );
}

function isPairs(pairs: unknown): boolean {
  return (
    Array.isArray(pairs) &&
    pairs.every((pair: unknown) => Array.isArray(pair) && Number.isInteger(pair[0]))
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
