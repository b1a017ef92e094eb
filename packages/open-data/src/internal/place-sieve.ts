import type { Bbox } from '@yokoten/standard';
import { formatRules } from '@yokoten/standard/datasets';
import { MARGIN } from '../places.ts';
import type { Mapping } from '../recognise.ts';
import { cellRange, isBlank } from './cell-bytes.ts';
import { CellCheck } from './cell-check.ts';
import { type PlaceColumns, placeColumns } from './place-columns.ts';
import type { RecordScanner } from './records.ts';
import type { Units } from './units.ts';

const ZERO = 0x30;
const POINT = 0x2e;
/** Numbers this close to the border of the box are compared as text is read. */
const ROUNDING = 1e-9;

/** What a place asks of cells, by 0-based column. */
export interface PlaceCells {
  readonly checks: ReadonlyMap<number, CellCheck>;
  readonly filled: readonly number[];
}

/** Tells from bytes that a row surely is a place with a name, inside the municipality's box where there is one. */
export class PlaceSieve {
  readonly #columns: PlaceColumns;
  readonly #units: Units;
  readonly #bbox: Bbox | undefined;
  readonly #lat: CellCheck;
  readonly #lng: CellCheck;
  /** Nothing is said about places in a table that has no column for positions. */
  readonly #silent: boolean;

  constructor(mapping: Mapping, units: Units, bbox: Bbox | undefined) {
    this.#columns = placeColumns(mapping);
    this.#units = units;
    this.#bbox = bbox;
    this.#lat = new CellCheck(formatRules.latitude, undefined, units);
    this.#lng = new CellCheck(formatRules.longitude, undefined, units);
    const { lat, lng, latlng } = this.#columns;
    this.#silent = lat === undefined && lng === undefined && latlng === undefined;
  }

  /** What the cells must be one by one; `undefined` where no row is surely a place. */
  get cells(): PlaceCells | undefined {
    if (this.#silent) return { checks: new Map(), filled: [] };
    const { lat, lng, name } = this.#columns;
    if (lat === undefined || lng === undefined) return undefined;
    const filled = name === undefined ? [lat, lng] : [lat, lng, name];
    return {
      checks: new Map([
        [lat, this.#lat],
        [lng, this.#lng],
      ]),
      filled,
    };
  }

  /** Whether there is more to ask than each cell for itself. */
  get asksRows(): boolean {
    const { name, standIns } = this.#columns;
    return (
      !this.#silent && (this.#bbox !== undefined || (name === undefined && standIns.length > 0))
    );
  }

  passes(record: RecordScanner): boolean {
    if (this.#silent) return true;
    const { lat, lng } = this.#columns;
    if (lat === undefined || lng === undefined) return false;
    const { bytes } = record;
    const [latFrom, latTo] = cellRange(record, lat);
    const [lngFrom, lngTo] = cellRange(record, lng);
    return (
      latFrom < latTo &&
      lngFrom < lngTo &&
      this.#lat.isSurelyFine(bytes, latFrom, latTo) &&
      this.#lng.isSurelyFine(bytes, lngFrom, lngTo) &&
      this.#isNamed(record) &&
      (this.#bbox === undefined ||
        isInside(this.#bbox, decimal(bytes, lngFrom, lngTo), decimal(bytes, latFrom, latTo)))
    );
  }

  #isNamed(record: RecordScanner): boolean {
    const { name, standIns } = this.#columns;
    if (name !== undefined) return this.#isFilled(record, name);
    return standIns.length === 0 || standIns.some((index) => this.#isFilled(record, index));
  }

  #isFilled(record: RecordScanner, index: number): boolean {
    const [from, to] = cellRange(record, index);
    return !isBlank(record.bytes, from, to, this.#units);
  }
}

function isInside([west, south, east, north]: Bbox, lng: number, lat: number): boolean {
  const margin = MARGIN - ROUNDING;
  return (
    lng >= west - margin && lng <= east + margin && lat >= south - margin && lat <= north + margin
  );
}

/** The value of ASCII digits with at most one point, to about fifteen digits. */
function decimal(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  let scale = 1;
  let behind = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === POINT) behind = true;
    else {
      value = value * 10 + byte - ZERO;
      if (behind) scale *= 10;
    }
  }
  return value / scale;
}
