import type { Finding } from '../problem.ts';
import type { Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';
import { type KeyColumns, keyColumns } from './duplicates.ts';
import { cellRange, plainBytes, trimmed } from './cell-bytes.ts';
import { cellOf, finding } from './finding.ts';
import { emptyFingerprint, type Fingerprint, FirstRows, mixCell } from './fingerprints.ts';
import type { RecordScanner, SpecialCell } from './records.ts';
import type { Units } from './units.ts';

const GARBLED = /[\u0080-\u009f\ufffd]/u;

/** A row seen before, or an ID seen before. */
export interface Repeated {
  /** The row all cells repeat, 0 where there is none. */
  readonly row: number;
  readonly id: boolean;
}

/** Finds rows and IDs that repeat earlier ones, by fingerprints of their bytes. */
export class Repeats {
  readonly #units: Units;
  #plain = new Uint8Array(0);
  readonly #rows = new FirstRows();
  readonly #ids = new FirstRows();
  readonly #key: KeyColumns | undefined;

  constructor(mapping: Mapping, units: Units) {
    this.#units = units;
    this.#key = keyColumns(mapping);
  }

  /** 0-based position of the column with IDs. */
  get idColumn(): number | undefined {
    return this.#key?.id;
  }

  look(record: RecordScanner): Repeated {
    const { special, count, row } = record;
    const { id, code } = this.#key ?? {};
    const whole = emptyFingerprint();
    const own = emptyFingerprint();
    let idBytes = 0;
    let specials = 0;
    for (let index = 0; index < count; index++) {
      const one = special[specials]?.index === index ? special[specials++] : undefined;
      this.#mix(whole, record, index, one);
      if (index === id) idBytes = this.#mix(own, record, index, one);
      else if (index === code) this.#mix(own, record, index, one);
    }
    // A row that ends before its code has none, as one whose code is blank.
    if (code !== undefined && code >= count) mixCell(own, record.bytes, 0, 0);
    const seenId = idBytes > 0 && this.#ids.seen(own, row) !== 0;
    return { row: this.#rows.seen(whole, row), id: seenId };
  }

  /** Mixes in the trimmed text of a cell, and tells how many bytes that are. */
  #mix(
    print: Fingerprint,
    record: RecordScanner,
    index: number,
    special: SpecialCell | undefined,
  ): number {
    let { bytes } = record;
    let [from, to] = cellRange(record, index);
    if (special !== undefined) {
      if (this.#plain.length < to - from) this.#plain = new Uint8Array(2 * (to - from));
      to = plainBytes(this.#plain, bytes, [from, special.close, to]);
      from = 0;
      bytes = this.#plain;
    }
    if (record.suspect) {
      // Different damaged bytes are read as the same character.
      const text = this.#units.decode(bytes.subarray(from, to));
      if (GARBLED.test(text)) {
        bytes = new TextEncoder().encode(text.trim());
        mixCell(print, bytes, 0, bytes.length);
        return bytes.length;
      }
    }
    [from, to] = trimmed(bytes, from, to, this.#units);
    mixCell(print, bytes, from, to);
    return to - from;
  }
}

/** The findings `duplicateRows` and `repeatedIds` would make of it. */
export function repeatFindings(
  table: Pick<Table, 'file' | 'header'>,
  { row, line, cells }: { row: number; line: number; cells: readonly string[] },
  repeated: Repeated,
  idColumn: number | undefined,
): Finding[] {
  const { file } = table;
  const found: Finding[] = [];
  if (repeated.row !== 0) {
    const where = { row, line, value: String(repeated.row) };
    found.push(finding('open-data/duplicate-row', 'warning', file, where));
  }
  if (repeated.id && idColumn !== undefined) {
    const value = (cells[idColumn] ?? '').trim();
    const where = { ...cellOf(table, { row, line, cells }, idColumn), value };
    found.push(finding('open-data/unique-error', 'warning', file, where));
  }
  return found;
}
