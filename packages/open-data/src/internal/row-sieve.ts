import type { Mapping } from '../recognise.ts';
import { cellRange, isBlank } from './cell-bytes.ts';
import { type CellCheck, cellCheck } from './cell-check.ts';
import { checkedColumns, type Positions } from './formats.ts';
import { PlaceSieve } from './place-sieve.ts';
import type { RecordScanner } from './records.ts';
import type { MunicipalityArea } from '../validate.ts';
import { SureRows } from './sure-rows.ts';
import type { Units } from './units.ts';

/** The columns whose cells keep a format, as lists side by side: they are walked for every row. */
interface Checked {
  readonly indexes: Int32Array;
  readonly checks: readonly CellCheck[];
  readonly names: readonly PropertyKey[];
}

/**
 * Looks at the bytes of a row and says which rules it surely keeps. Nearly every row passes here; of the others text is
 * made, and the functions that check tables decide.
 */
export class RowSieve {
  /** Per column: in how many rows the cell is blank. */
  readonly missing: Int32Array;
  /** Whether a cell that must not be blank is. */
  unfilled = false;
  /** Whether it may be no place, or one with a remark. */
  placeDoubt = false;
  /** Whether it may say that it belongs to another municipality. */
  codeDoubt = false;
  readonly #units: Units;
  readonly #checked: Checked;
  readonly #filled: boolean;
  readonly #mustFill: Uint8Array;
  readonly #place: PlaceSieve;
  #code: { readonly index: number; readonly own: Uint8Array } | undefined;
  readonly #doubtful = new Map<PropertyKey, number>();

  constructor(
    mapping: Mapping,
    filled: readonly number[],
    units: Units,
    municipality: MunicipalityArea | undefined,
  ) {
    this.#units = units;
    this.#checked = checkedCells(mapping, units);
    this.#filled = filled.length > 0;
    this.missing = new Int32Array(mapping.columns.length);
    this.#mustFill = new Uint8Array(mapping.columns.length);
    for (const index of filled) this.#mustFill[index] = 1;
    this.#place = new PlaceSieve(mapping, units, municipality?.bbox);
    const code = mapping.columns.find(({ standard }) => standard === '全国地方公共団体コード');
    if (municipality !== undefined && code !== undefined) {
      this.#code = { index: code.index, own: new TextEncoder().encode(municipality.code) };
    }
  }

  /** Standard columns whose cells may break their format in the row looked at last. */
  get doubtful(): Positions {
    return this.#doubtful;
  }

  /** Adds the blank cells to those of their columns. False, and nothing added, where there is nothing else. */
  findBlanks(record: RecordScanner): boolean {
    const { bytes, bounds, count } = record;
    const missing = this.missing;
    const mustFill = this.#mustFill;
    let blank = 0;
    this.unfilled = false;
    for (let index = 0; index < count; index++) {
      const from = bounds[2 * index] ?? 0;
      const to = bounds[2 * index + 1] ?? 0;
      if (from !== to && !isBlank(bytes, from, to, this.#units)) continue;
      blank++;
      if (index >= missing.length) continue;
      missing[index] = (missing[index] ?? 0) + 1;
      if (mustFill[index] === 1) this.unfilled = true;
    }
    if (blank < count) return true;
    for (let index = 0; index < Math.min(count, missing.length); index++) {
      missing[index] = (missing[index] ?? 0) - 1;
    }
    return false;
  }

  /** The same for cells that are text already. */
  findBlankText(cells: readonly string[]): boolean {
    const blank = cells.flatMap((cell, index) => (cell.trim() === '' ? [index] : []));
    if (blank.length === cells.length) return false;
    for (const index of blank) {
      if (index < this.missing.length) this.missing[index] = (this.missing[index] ?? 0) + 1;
    }
    return true;
  }

  /** True where the row surely keeps every rule about its cells. */
  passes(record: RecordScanner): boolean {
    const { bytes, bounds, count } = record;
    const { indexes, checks, names } = this.#checked;
    if (this.#doubtful.size > 0) this.#doubtful.clear();
    for (let k = 0; k < indexes.length; k++) {
      const index = indexes[k] ?? 0;
      if (index >= count) continue;
      const from = bounds[2 * index] ?? 0;
      const to = bounds[2 * index + 1] ?? 0;
      if (from !== to && checks[k]?.isSurelyFine(bytes, from, to) !== true) {
        this.#doubtful.set(names[k] ?? '', index);
      }
    }
    this.placeDoubt = !this.#place.passes(record);
    this.codeDoubt = this.#code !== undefined && !this.#isOwnCode(record, this.#code);
    if (this.#filled && count < this.missing.length) this.unfilled = true;
    return this.#doubtful.size === 0 && !this.placeDoubt && !this.codeDoubt && !this.unfilled;
  }

  /** Finds rows that surely pass in one walk; `undefined` where there can be none. */
  sureRows(separator: ',' | '\t'): SureRows | undefined {
    const place = this.#place.cells;
    if (place === undefined) return undefined;
    const checks = new Map(place.checks);
    for (const [k, index] of this.#checked.indexes.entries()) {
      const check = this.#checked.checks[k];
      if (check !== undefined) checks.set(index, check);
    }
    const filled = new Set(place.filled);
    const columns = Array.from(this.#mustFill, (must, index) => ({
      mustFill: must === 1 || filled.has(index),
      check: checks.get(index),
    }));
    const code = this.#code;
    const asks = code !== undefined || this.#place.asksRows;
    const agrees = (record: RecordScanner): boolean =>
      this.#place.passes(record) && (code === undefined || this.#isOwnCode(record, code));
    return new SureRows(columns, separator, this.#units, asks ? agrees : undefined);
  }

  #isOwnCode(
    record: RecordScanner,
    { index, own }: { readonly index: number; readonly own: Uint8Array },
  ): boolean {
    const [from, to] = cellRange(record, index);
    if (from === to) return true;
    return to - from === own.length && own.every((byte, k) => record.bytes[from + k] === byte);
  }
}

/** Columns of the dataset that have a format; columns of the same format share one check. */
function checkedCells(mapping: Mapping, units: Units): Checked {
  const [current] = mapping.definition?.generations ?? [];
  const shared = new Map<string, CellCheck | undefined>();
  const positions = checkedColumns(mapping);
  const found: [index: number, check: CellCheck, name: PropertyKey][] = [];
  for (const column of current?.columns ?? []) {
    const index = positions.get(column.name);
    const codes = column.format === 'code' ? (column.codes ?? []).map(({ value }) => value) : [];
    const key = JSON.stringify([column.format, codes]);
    if (!shared.has(key)) shared.set(key, cellCheck(column, units));
    const check = shared.get(key);
    if (index !== undefined && check !== undefined) found.push([index, check, column.name]);
  }
  return {
    indexes: Int32Array.from(found, ([index]) => index),
    checks: found.map(([, check]) => check),
    names: found.map(([, , name]) => name),
  };
}
