import type { Mapping } from '../recognise.ts';
import { cellRange, isBlank } from './cell-bytes.ts';
import { type CellCheck, cellCheck } from './cell-check.ts';
import { checkedColumns, type Positions } from './formats.ts';
import { PlaceSieve } from './place-sieve.ts';
import type { RecordScanner } from './records.ts';
import type { MunicipalityArea } from '../validate.ts';
import type { Units } from './units.ts';

/** A column whose cells keep a format. */
interface Checked {
  readonly name: PropertyKey;
  readonly index: number;
  readonly check: CellCheck;
}

/**
 * Looks at the bytes of a row and says which rules it surely keeps. Nearly every row passes here; of the others text is
 * made, and the functions that check tables decide.
 */
export class RowSieve {
  /** 0-based positions of the blank cells of the row looked at last: the first `blankCount` entries. */
  blanks: Int32Array = new Int32Array(64);
  blankCount = 0;
  /** Whether a cell that must not be blank is. */
  unfilled = false;
  /** Whether it may be no place, or one with a remark. */
  placeDoubt = false;
  /** Whether it may say that it belongs to another municipality. */
  codeDoubt = false;
  readonly #units: Units;
  readonly #checked: readonly Checked[];
  readonly #filled: readonly number[];
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
    this.#filled = filled;
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

  /** Finds the blank cells. False where there is nothing else. */
  findBlanks(record: RecordScanner): boolean {
    const { bytes, bounds, count } = record;
    if (this.blanks.length < count) this.blanks = new Int32Array(count * 2);
    const { blanks } = this;
    let found = 0;
    this.unfilled = false;
    for (let index = 0; index < count; index++) {
      const from = bounds[2 * index] ?? 0;
      const to = bounds[2 * index + 1] ?? 0;
      if (from !== to && !isBlank(bytes, from, to, this.#units)) continue;
      blanks[found++] = index;
      if (this.#mustFill[index] === 1) this.unfilled = true;
    }
    this.blankCount = found;
    return found < count;
  }

  /** The same for cells that are text already. */
  findBlankText(cells: readonly string[]): boolean {
    if (this.blanks.length < cells.length) this.blanks = new Int32Array(cells.length * 2);
    this.blankCount = 0;
    for (const [index, cell] of cells.entries()) {
      if (cell.trim() === '') this.blanks[this.blankCount++] = index;
    }
    return this.blankCount < cells.length;
  }

  /** True where the row surely keeps every rule about its cells. */
  passes(record: RecordScanner): boolean {
    const { bytes, bounds, count } = record;
    if (this.#doubtful.size > 0) this.#doubtful.clear();
    for (const { name, index, check } of this.#checked) {
      if (index >= count) continue;
      const from = bounds[2 * index] ?? 0;
      const to = bounds[2 * index + 1] ?? 0;
      if (from !== to && !check.isSurelyFine(bytes, from, to)) this.#doubtful.set(name, index);
    }
    this.placeDoubt = !this.#place.passes(record);
    this.codeDoubt = this.#code !== undefined && !this.#isOwnCode(record, this.#code);
    if (this.#filled.length > 0 && count < this.#mustFill.length) this.unfilled = true;
    return this.#doubtful.size === 0 && !this.placeDoubt && !this.codeDoubt && !this.unfilled;
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
function checkedCells(mapping: Mapping, units: Units): Checked[] {
  const [current] = mapping.definition?.generations ?? [];
  const shared = new Map<string, CellCheck | undefined>();
  const columns = checkedColumns(mapping);
  return (current?.columns ?? []).flatMap((column) => {
    const index = columns.get(column.name);
    if (index === undefined) return [];
    const codes = (column.codes ?? []).map(({ value }) => value);
    const key = JSON.stringify([column.format, column.format === 'code' ? codes : []]);
    if (!shared.has(key)) shared.set(key, cellCheck(column, units));
    const check = shared.get(key);
    return check === undefined ? [] : [{ name: column.name, index, check }];
  });
}
