import type { Mapping } from '../recognise.ts';
import { LATLNG_COLUMN } from './vocabulary.ts';

/** Headers of the columns that a GeoJSON geometry becomes. No property is likely to be called so. */
export const GEOMETRY_LAT = 'geometry:lat';
export const GEOMETRY_LNG = 'geometry:lng';

const NAME = '名称';

/** 0-based positions of the columns a place is read from. */
export interface PlaceColumns {
  readonly lat: number | undefined;
  readonly lng: number | undefined;
  /** A column that holds "lat,lng" in one cell; used where the two are not there on their own. */
  readonly latlng: number | undefined;
  readonly name: number | undefined;
  /** What stands in for a name, in order. */
  readonly standIns: readonly number[];
}

export function placeColumns(mapping: Mapping): PlaceColumns {
  const find = (standard: string): number | undefined =>
    mapping.columns.find((column) => column.standard === standard)?.index;
  const lat = find('緯度');
  const lng = find('経度');
  const { nameColumn = NAME } = mapping.definition ?? {};
  return {
    lat,
    lng,
    latlng: lat === undefined || lng === undefined ? find(LATLNG_COLUMN) : undefined,
    name: find(nameColumn) ?? find(NAME),
    standIns: [find('種別'), find('ID')].filter((index) => index !== undefined),
  };
}
