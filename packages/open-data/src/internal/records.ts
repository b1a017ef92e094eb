import type { Units } from './units.ts';

/** A quote that does not do what a quote should, and the cell (0-based column) it stands in. */
export interface QuoteFlaw {
  readonly row: number;
  readonly line: number;
  readonly index: number;
  readonly kind: 'stray' | 'unterminated';
}

export interface LineEnds {
  crlf: number;
  lf: number;
  cr: number;
}

/** A cell whose text is not simply what stands between its borders: quotes are doubled, or text follows the last one. */
export interface SpecialCell {
  readonly index: number;
  /** Where the quoted part ends. What stands between the quote there and the cell's end belongs to the text. */
  readonly close: number;
}

const LF = 0x0a;
const CR = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;
const QUOTE = 0x22;
/** Comma, the greatest of them. */
const LAST_SEPARATOR = 0x2c;
const NOTHING = new Uint8Array(0);

/**
 * Finds where records and cells begin and end, without making text. It walks over bytes: in UTF-8, CP932 and EUC-JP the
 * bytes of `"`, `,`, tab, CR and LF never occur inside another character. Every byte is looked at a bounded number of
 * times, whatever the quotes (`test/linear.test.ts` counts).
 */
export class RecordScanner {
  readonly lineEnds: LineEnds = { crlf: 0, lf: 0, cr: 0 };
  readonly flaws: QuoteFlaw[] = [];
  bytes: Uint8Array = NOTHING;
  /** Record number of the record found last, 1-based, blank ones counted. */
  row = 0;
  /** Physical line where it starts, 1-based. */
  line = 1;
  /** Its first byte, and the one behind its last. */
  start = 0;
  end = 0;
  /** How many cells it has; 0 where it holds nothing but blanks and delimiters. */
  count = 0;
  /** Borders of its cells, without quotes: cell `k` is from `bounds[2 * k]` up to `bounds[2 * k + 1]`. */
  bounds: Int32Array = new Int32Array(256);
  /** Whether any cell of it is quoted. */
  quoted = false;
  readonly special: SpecialCell[] = [];
  /** Whether it holds bytes that may be damaged or a C1 control. Only told where the units are known. */
  suspect = false;
  readonly #delimiter: number;
  #units: Units | undefined;
  #at = 0;
  #nextLine = 1;
  #final = true;
  #starved = false;
  #doubled = false;

  constructor(separator: ',' | '\t', units?: Units) {
    this.#delimiter = separator.charCodeAt(0);
    this.#units = units;
  }

  /** Without units, characters beyond ASCII are not looked at. */
  setUnits(units: Units | undefined): void {
    this.#units = units;
  }

  /** Hands over bytes to read from their beginning. `final` tells that the file ends with them. */
  feed(bytes: Uint8Array, final: boolean): void {
    this.bytes = bytes;
    this.#at = 0;
    this.#final = final;
  }

  /** How many bytes of those handed over are read. The rest must stand at the beginning of the next ones. */
  get consumed(): number {
    return this.#at;
  }

  /** Makes room for the borders of so many cells. */
  reserve(cells: number): void {
    while (this.bounds.length < 2 * cells) this.#wider();
  }

  /** Goes to the next record where somebody else found its end and set the borders of its cells; none is special. */
  accept(end: number, count: number, quoted: boolean): void {
    this.start = this.#at;
    this.end = end;
    this.count = count;
    this.quoted = quoted;
    this.suspect = false;
    if (this.special.length > 0) this.special.length = 0;
    this.row++;
    this.line = this.#nextLine;
    this.#lineEnd(end);
  }

  /** Passes records of nothing but blanks and delimiters, and tells how many: as many rows. */
  skipBlankRecords(): number {
    const { bytes } = this;
    let records = 0;
    for (; ; records++) {
      const end = this.#pastBlanks(this.#at);
      if (end === -1 || end >= bytes.length || !this.#endIsSure(end)) break;
      this.#lineEnd(end);
    }
    this.row += records;
    return records;
  }

  /**
   * Goes to the next record. False at the end of the file, where a line end opens no record, and where more bytes are
   * needed to tell what the next record is; nothing has then changed.
   */
  next(): boolean {
    const { bytes } = this;
    const start = this.#at;
    if (start >= bytes.length) return false;
    this.#starved = false;
    this.quoted = false;
    this.suspect = false;
    this.special.length = 0;
    const flaws = this.flaws.length;
    const { row, line } = this;
    this.row++;
    this.line = this.#nextLine;
    const blank = this.#pastBlanks(start);
    const end = blank === -1 ? this.#cells(start) : blank;
    if (blank !== -1) this.count = 0;
    if (this.#starved || !this.#endIsSure(end)) {
      this.row = row;
      this.#nextLine = this.line;
      this.line = line;
      this.flaws.length = flaws;
      return false;
    }
    this.start = start;
    this.end = end;
    this.#lineEnd(end);
    return true;
  }

  /** A CR at the end of the bytes may be half a CRLF, unless the file ends there. */
  #endIsSure(end: number): boolean {
    return this.#final || end + (this.bytes[end] === CR ? 1 : 0) < this.bytes.length;
  }

  /** The end of a record of blanks and delimiters only, else -1. */
  #pastBlanks(from: number): number {
    const { bytes } = this;
    let at = from;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte !== this.#delimiter && byte !== SPACE && byte !== TAB) break;
    }
    const byte = bytes[at];
    return byte === undefined || byte === LF || byte === CR ? at : -1;
  }

  #cells(start: number): number {
    const { bytes } = this;
    const { length } = bytes;
    const delimiter = this.#delimiter;
    let { bounds } = this;
    let border = 0;
    let cell = start;
    let literal = false;
    let at = start;
    bounds[0] = start;
    while (at < length) {
      const byte = bytes[at] ?? 0;
      // Letters and digits first: no separator is among them.
      if (byte > LAST_SEPARATOR && byte < 0x80) {
        at++;
      } else if (byte === delimiter) {
        bounds[border + 1] = at;
        border += 2;
        if (border >= bounds.length) bounds = this.#wider();
        cell = ++at;
        bounds[border] = at;
        literal = false;
      } else if (byte >= 0x80) {
        at = this.#pastWide(at);
      } else if (byte === LF || byte === CR) {
        break;
      } else if (byte !== QUOTE) {
        at++;
      } else if (literal) {
        at++;
      } else {
        const after = this.#onlySpaces(cell, at) ? this.#quoted(cell, at, border) : -1;
        if (after === -1) {
          literal = true;
          at++;
          continue;
        }
        this.quoted = true;
        at = after;
        if (bytes[at] !== delimiter) {
          this.count = (border >> 1) + 1;
          return at;
        }
        border += 2;
        if (border >= bounds.length) bounds = this.#wider();
        cell = ++at;
        bounds[border] = at;
      }
    }
    bounds[border + 1] = at;
    this.count = (border >> 1) + 1;
    return at;
  }

  #wider(): Int32Array {
    const wider = new Int32Array(this.bounds.length * 2);
    wider.set(this.bounds);
    this.bounds = wider;
    return wider;
  }

  /** Behind a stretch of characters beyond ASCII. */
  #pastWide(from: number): number {
    const { bytes } = this;
    const { length } = bytes;
    const units = this.#units;
    let at = from;
    if (units === undefined) {
      while (at < length && (bytes[at] ?? 0) >= 0x80) at++;
      return at;
    }
    const { pairs, wide } = units;
    while (at < length) {
      const byte = bytes[at] ?? 0;
      if (byte < 0x80) break;
      const size = pairs[(byte << 8) | (bytes[at + 1] ?? 0)];
      if (size === 3 && ((bytes[at + 2] ?? 0) & 0xc0) === 0x80) at += 3;
      else if (size === 2) at += 2;
      else at += wide[byte] === 0 ? 1 : this.#unusual(units, at);
    }
    return at;
  }

  /** How many bytes to go on from a character that is not in the table of pairs; one where it is damaged. */
  #unusual(units: Units, at: number): number {
    const length = units.slowLength(this.bytes, at);
    if (length === 0) this.suspect = true;
    return length || 1;
  }

  #onlySpaces(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.bytes[at] !== SPACE) return false;
    return true;
  }

  /**
   * Reads a cell that begins with a quote and sets its borders. -1 where it is not to be taken as quoted: the quote never
   * closes, or closes lines later in the middle of other text, which would swallow rows; or blanks stand before it and
   * the quotes do not enclose the rest of the cell on one line.
   */
  #quoted(cell: number, open: number, border: number): number {
    const index = border >> 1;
    const afterSpace = open !== cell;
    const from = open + 1;
    const close = this.#closingQuote(from, afterSpace);
    const after = close === -1 ? from : this.#pastSpaces(close + 1);
    const clean = close !== -1 && this.#endsCell(after);
    if (afterSpace && !clean) return this.#flaw(index, 'stray');
    const lines = close === -1 || afterSpace ? 0 : this.#linesIn(from, close);
    if (close === -1 || (!clean && lines > 0)) return this.#flaw(index, 'unterminated');
    this.#nextLine += lines;
    this.bounds[border] = from;
    if (clean) {
      this.bounds[border + 1] = close;
      if (this.#doubled) this.special.push({ index, close });
      return after;
    }
    this.#flaw(index, 'stray');
    let end = close + 1;
    while (!this.#endsCell(end)) end++;
    this.bounds[border + 1] = end;
    this.special.push({ index, close });
    this.suspect = true;
    return end;
  }

  /** Where the quote closes, or -1; tells on the way whether quotes are doubled. */
  #closingQuote(from: number, oneLine: boolean): number {
    const { bytes } = this;
    this.#doubled = false;
    let at = from;
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0;
      if (byte >= 0x80) at = this.#pastWide(at);
      else if (byte === QUOTE) {
        if (bytes[at + 1] !== QUOTE) return at;
        this.#doubled = true;
        at += 2;
      } else if (oneLine && (byte === LF || byte === CR)) return -1;
      else at++;
    }
    this.#starved = !this.#final;
    return -1;
  }

  #flaw(index: number, kind: QuoteFlaw['kind']): -1 {
    this.flaws.push({ row: this.row, line: this.line, index, kind });
    return -1;
  }

  #endsCell(at: number): boolean {
    const byte = this.bytes[at];
    return byte === undefined || byte === this.#delimiter || byte === LF || byte === CR;
  }

  #pastSpaces(from: number): number {
    let at = from;
    while (this.bytes[at] === SPACE) at++;
    return at;
  }

  #linesIn(start: number, end: number): number {
    const { bytes } = this;
    let lines = 0;
    for (let at = start; at < end; at++) {
      const byte = bytes[at];
      if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) lines++;
    }
    return lines;
  }

  #lineEnd(end: number): void {
    const byte = this.bytes[end];
    if (byte === undefined) {
      this.#at = end;
      return;
    }
    const crlf = byte === CR && this.bytes[end + 1] === LF;
    this.#at = end + (crlf ? 2 : 1);
    this.#nextLine++;
    if (crlf) this.lineEnds.crlf++;
    else if (byte === CR) this.lineEnds.cr++;
    else this.lineEnds.lf++;
  }
}
