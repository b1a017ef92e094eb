import { type LineEnds, type QuoteFlaw, RecordScanner } from './records.ts';

export type { LineEnds, QuoteFlaw };

/** One record of a CSV or TSV file. */
export interface CsvRecord {
  /** 1-based, blank records counted: the row number a spreadsheet shows. */
  readonly row: number;
  /** 1-based physical line where the record starts; CRLF, LF and CR each end one. */
  readonly line: number;
  /** As written, blanks around the text kept; empty for a blank record. */
  readonly cells: readonly string[];
}

const QUOTE = 0x22;
const NOTHING: readonly never[] = [];

/** Reads the records of a whole file as text. */
export class CsvScanner {
  readonly #records: RecordScanner;
  readonly #separator: string;
  readonly #decode: (bytes: Uint8Array) => string;

  constructor(bytes: Uint8Array, separator: ',' | '\t', decode: (bytes: Uint8Array) => string) {
    this.#records = new RecordScanner(separator);
    this.#records.feed(bytes, true);
    this.#separator = separator;
    this.#decode = decode;
  }

  get lineEnds(): LineEnds {
    return this.#records.lineEnds;
  }

  get flaws(): readonly QuoteFlaw[] {
    return this.#records.flaws;
  }

  /** Passes records of nothing but blanks and delimiters, and tells how many. */
  skipBlankRecords(): number {
    return this.#records.skipBlankRecords();
  }

  /** The next record, `undefined` at the end of the file. A line end before the end of file opens no record. */
  next(): CsvRecord | undefined {
    const records = this.#records;
    if (!records.next()) return undefined;
    const { row, line } = records;
    return { row, line, cells: cellsOf(records, this.#separator, this.#decode) };
  }
}

/**
 * The text of the record found last. It is decoded whole and then split, which costs a fraction of decoding every cell;
 * where quoted cells hold separators, the pieces are not the cells and each is decoded for itself.
 */
export function cellsOf(
  records: RecordScanner,
  separator: string,
  decode: (bytes: Uint8Array) => string,
): readonly string[] {
  const { bytes, bounds, start, end, count, quoted, special } = records;
  if (count === 0) return NOTHING;
  const text = (from: number, to: number): string =>
    from < to ? decode(bytes.subarray(from, to)) : '';
  const pieces = decode(bytes.subarray(start, end)).split(separator);
  const whole = pieces.length === count;
  if (whole && !quoted) return pieces;
  const cells = pieces.slice(0, whole ? count : 0);
  for (let k = 0; k < count; k++) {
    const from = bounds[2 * k] ?? 0;
    if (!whole) cells.push(text(from, bounds[2 * k + 1] ?? 0));
    else if (bytes[from - 1] === QUOTE) cells[k] = unquote(cells[k] ?? '');
  }
  for (const { index, close } of special) {
    const from = bounds[2 * index] ?? 0;
    const to = bounds[2 * index + 1] ?? 0;
    const inside = close === to ? (cells[index] ?? '') : text(from, close);
    cells[index] = inside.replaceAll('""', '"') + text(close + 1, to);
  }
  return cells;
}

/** Spaces around the quotes belong to neither. */
function unquote(piece: string): string {
  return piece.slice(piece.indexOf('"') + 1, piece.lastIndexOf('"'));
}
