import type { Mapping, PlaceRecord } from '@yokoten/open-data';
import { layerHash, placeHash } from '../packed/place-hash.ts';

const CODE_COLUMNS = [
  '全国地方公共団体コード',
  '都道府県コード又は市区町村コード',
  '市区町村コード',
];
const SAFE = /^[A-Za-z0-9-]+$/;

/**
 * Ids that stay the same when other rows come and go, since permalinks hold them: the municipality's code with the
 * dataset's ID, where every row has one of its own; else a hash of layer, name and position to about a metre.
 */
export function placeIds(
  layerId: string,
  places: readonly PlaceRecord[],
  mapping: Mapping,
): string[] {
  const given = datasetIds(places, mapping);
  if (given !== undefined) return given;
  const layer = layerHash(layerId);
  return places.map(({ name, at: [lng, lat] }) => placeHash(layer, name, lng, lat));
}

/** Gives the second bearer of an id `-2`, the third `-3`. `taken` counts, and is counted up. */
export function distinct(id: string, taken: Map<string, number>): string {
  const count = (taken.get(id) ?? 0) + 1;
  taken.set(id, count);
  return count === 1 ? id : distinct(`${id}-${count}`, taken);
}

function datasetIds(places: readonly PlaceRecord[], mapping: Mapping): string[] | undefined {
  const idColumn = mapping.columns.find(({ standard }) => standard === 'ID')?.index;
  const codeColumn = mapping.columns.find(
    ({ standard }) => standard !== undefined && CODE_COLUMNS.includes(standard),
  )?.index;
  if (idColumn === undefined || codeColumn === undefined) return undefined;
  const ids = places.map(({ cells }) => {
    const code = cells[codeColumn] ?? '';
    const id = cells[idColumn] ?? '';
    if (!SAFE.test(code) || !SAFE.test(id)) return '';
    return id.startsWith(code) ? id : `${code}-${id}`;
  });
  const allDiffer = new Set(ids).size === ids.length;
  return allDiffer && !ids.includes('') ? ids : undefined;
}
