/** One record of a CSV or TSV file. */
export interface CsvRecord {
  /** 1-based, blank records counted: the row number a spreadsheet shows. */
  readonly row: number;
  /** 1-based physical line where the record starts; CRLF, LF and CR each end one. */
  readonly line: number;
  /** As written, blanks around the text kept; empty for a blank record. */
  readonly cells: readonly string[];
}

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

const LF = 0x0a;
const CR = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;
const QUOTE = 0x22;
const NOTHING: readonly never[] = [];

/**
 * Walks over bytes, not text: in UTF-8, CP932 and EUC-JP the bytes of `"`, `,`, tab, CR and LF never occur
 * inside another character, so that only the cells need decoding. Every byte is looked at a bounded number
 * of times, whatever the quotes (`internal/csv.test.ts` measures it).
 */
export class CsvScanner {
  readonly lineEnds: LineEnds = { crlf: 0, lf: 0, cr: 0 };
  readonly flaws: QuoteFlaw[] = [];
  readonly #bytes: Uint8Array;
  readonly #delimiter: number;
  readonly #separator: string;
  readonly #decode: (bytes: Uint8Array) => string;
  #at = 0;
  #row = 0;
  #line = 1;

  constructor(bytes: Uint8Array, separator: ',' | '\t', decode: (bytes: Uint8Array) => string) {
    this.#bytes = bytes;
    this.#separator = separator;
    this.#delimiter = separator.charCodeAt(0);
    this.#decode = decode;
  }

  /** The next record, `undefined` at the end of the file. A line end before the end of file opens no record. */
  next(): CsvRecord | undefined {
    const bytes = this.#bytes;
    const start = this.#at;
    if (start >= bytes.length) return undefined;
    let solid = false;
    let end = start;
    let byte = bytes[end];
    while (byte !== undefined && byte !== LF && byte !== CR && byte !== QUOTE) {
      if (byte !== SPACE && byte !== TAB && byte !== this.#delimiter) solid = true;
      byte = bytes[++end];
    }
    const row = ++this.#row;
    const line = this.#line;
    if (byte === QUOTE) return { row, line, cells: this.#quotedRecord() };
    const cells = solid ? this.#text(start, end).split(this.#separator) : NOTHING;
    this.#at = end;
    this.#lineEnd();
    return { row, line, cells };
  }

  #quotedRecord(): string[] {
    const cells: string[] = [];
    const line = this.#line;
    for (;;) {
      cells.push(this.#cell(cells.length, line));
      if (this.#bytes[this.#at] !== this.#delimiter) break;
      this.#at++;
    }
    this.#lineEnd();
    return cells;
  }

  /** Reads a cell and stops at what ends it: a delimiter, a line end or the end of the file. */
  #cell(index: number, line: number): string {
    const start = this.#at;
    const open = this.#pastSpaces(start);
    if (this.#bytes[open] === QUOTE) {
      const quoted = open === start ? this.#quoted(index, line) : this.#quotedAfterSpace(open);
      if (quoted !== undefined) return quoted;
      if (open !== start) this.flaws.push({ row: this.#row, line, index, kind: 'stray' });
    }
    return this.#text(start, this.#toCellEnd(start));
  }

  /**
   * A cell that begins with a quote. `undefined` where that quote never closes, or closes lines later in the middle
   * of other text: it then belongs to another cell, and taking it would swallow rows.
   */
  #quoted(index: number, line: number): string | undefined {
    const start = this.#at + 1;
    const close = this.#closingQuote(start, false);
    const after = close === undefined ? start : this.#pastSpaces(close + 1);
    const clean = this.#endsCell(after);
    const lines = close === undefined ? 0 : this.#linesIn(start, close);
    if (close === undefined || (!clean && lines > 0)) {
      this.flaws.push({ row: this.#row, line, index, kind: 'unterminated' });
      return undefined;
    }
    this.#line += lines;
    const value = this.#unescaped(start, close);
    if (clean) {
      this.#at = after;
      return value;
    }
    this.flaws.push({ row: this.#row, line, index, kind: 'stray' });
    return value + this.#text(close + 1, this.#toCellEnd(close + 1));
  }

  /** ` "…"`: taken as quoted only where the quotes enclose the rest of the cell on one line. */
  #quotedAfterSpace(open: number): string | undefined {
    const close = this.#closingQuote(open + 1, true);
    if (close === undefined) return undefined;
    const after = this.#pastSpaces(close + 1);
    if (!this.#endsCell(after)) return undefined;
    this.#at = after;
    return this.#unescaped(open + 1, close);
  }

  #closingQuote(from: number, oneLine: boolean): number | undefined {
    const bytes = this.#bytes;
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        if (bytes[at + 1] !== QUOTE) return at;
        at++;
      } else if (oneLine && (byte === LF || byte === CR)) return undefined;
    }
    return undefined;
  }

  #unescaped(start: number, end: number): string {
    return this.#text(start, end).replaceAll('""', '"');
  }

  #toCellEnd(from: number): number {
    let at = from;
    while (!this.#endsCell(at)) at++;
    this.#at = at;
    return at;
  }

  #endsCell(at: number): boolean {
    const byte = this.#bytes[at];
    return byte === undefined || byte === this.#delimiter || byte === LF || byte === CR;
  }

  #pastSpaces(from: number): number {
    let at = from;
    while (this.#bytes[at] === SPACE) at++;
    return at;
  }

  #linesIn(start: number, end: number): number {
    let lines = 0;
    for (let at = start; at < end; at++) {
      const byte = this.#bytes[at];
      if (byte === LF || (byte === CR && this.#bytes[at + 1] !== LF)) lines++;
    }
    return lines;
  }

  #lineEnd(): void {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) return;
    const crlf = byte === CR && this.#bytes[this.#at + 1] === LF;
    this.#at += crlf ? 2 : 1;
    this.#line++;
    this.lineEnds[crlf ? 'crlf' : byte === CR ? 'cr' : 'lf']++;
  }

  #text(start: number, end: number): string {
    return start === end ? '' : this.#decode(this.#bytes.subarray(start, end));
  }
}
