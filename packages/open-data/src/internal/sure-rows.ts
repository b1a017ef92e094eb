import { DEAD, FIRST_KIND, START } from './automaton.ts';
import { mayBeBlank } from './cell-bytes.ts';
import type { CellCheck } from './cell-check.ts';
import type { RecordScanner } from './records.ts';
import type { Units } from './units.ts';

/** What the cells of one column must be. */
export interface SureColumn {
  /** Whether a blank cell is worth a look. */
  readonly mustFill: boolean;
  /** The format, `undefined` where anything may stand. */
  readonly check: CellCheck | undefined;
}

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
/** Comma, the greatest separator. */
const LAST_SEPARATOR = 0x2c;
const FREE = -1;
const NEVER = -2;
/** What `#next` holds: not met yet, nothing said, or the cell ends here and fits, or fits if it keeps more rules. */
const UNKNOWN = 0;
const DOUBT = 1;
const ENDS = 2;
const ENDS_SO_FAR = 3;
/** From here on, the states of the automaton, so much higher. */
const SHIFT = 2;
const BEGIN: number = START + SHIFT;
const LAST_STATE = 0xff;

/**
 * Finds rows that surely break no rule, in one walk over their bytes: borders, characters and formats at once. It never
 * condemns a row: of whatever is unusual it says nothing, and the row is then found and looked at step by step.
 */
export class SureRows {
  /** Rows found. */
  rows = 0;
  /** Per column: in how many of them the cell is not blank. */
  readonly filled: Int32Array;
  readonly #units: Units;
  readonly #delimiter: number;
  readonly #agrees: ((record: RecordScanner) => boolean) | undefined;
  readonly #checks: readonly (CellCheck | undefined)[];
  readonly #mustFill: Uint8Array;
  /** Per column: where the part of its pattern begins in `#next` and `#kinds`, else `FREE` or `NEVER`. */
  readonly #parts: Int32Array;
  /** For each pattern 256 states of 256 symbols each, learnt from its automaton; 0 where not met yet. */
  readonly #next: Uint8Array;
  /** For each pattern: the kind of each character beyond ASCII; 0 where not met yet. */
  readonly #kinds: Uint8Array;
  /** Behind it no record is surely whole. */
  #limit = 0;

  /** @param agrees asked last about each row, its borders known */
  constructor(
    columns: readonly SureColumn[],
    separator: ',' | '\t',
    units: Units,
    agrees: ((record: RecordScanner) => boolean) | undefined,
  ) {
    this.#units = units;
    this.#delimiter = separator.charCodeAt(0);
    this.#agrees = agrees;
    this.filled = new Int32Array(columns.length);
    this.#checks = columns.map(({ check }) => check);
    this.#mustFill = Uint8Array.from(columns, ({ mustFill }) => Number(mustFill));
    const patterns = [...new Set(this.#checks)].filter((check) => check?.automaton !== undefined);
    this.#parts = Int32Array.from(this.#checks, (check) => {
      if (check === undefined) return FREE;
      return check.automaton === undefined ? NEVER : patterns.indexOf(check) << 16;
    });
    this.#next = new Uint8Array(patterns.length << 16);
    this.#kinds = new Uint8Array(patterns.length << 16);
  }

  /** Told when a scanner has got other bytes. */
  begin(record: RecordScanner): void {
    const { bytes } = record;
    const lf = bytes.lastIndexOf(LF);
    // A CR that comes last may be half a CRLF.
    const cr = bytes.subarray(lf + 1, -1).lastIndexOf(CR);
    this.#limit = cr === -1 ? lf : lf + 1 + cr;
    record.reserve(this.#checks.length);
  }

  /** Goes to the next record if it surely breaks no rule. Else false, and nothing has changed. */
  next(record: RecordScanner): boolean {
    const start = record.consumed;
    if (start >= this.#limit) return false;
    const { bytes, bounds } = record;
    const { filled } = this;
    const delimiter = this.#delimiter;
    const mustFill = this.#mustFill;
    const parts = this.#parts;
    const width = filled.length;
    let at = start;
    let quoted = false;
    let blank = 0;
    let column = 0;
    for (; ; at++) {
      const byte = bytes[at] ?? 0;
      let from = at;
      let to = at;
      if (byte === delimiter || byte === LF || byte === CR) {
        blank++;
        if (mustFill[column] !== 0) break;
      } else if (byte === QUOTE) {
        quoted = true;
        from++;
        to = this.#quotedCell(bytes, from, column);
        if (to < 0) break;
        if (from === to) blank++;
        else filled[column] = (filled[column] ?? 0) + 1;
        at = to + 1;
      } else {
        const part = parts[column] ?? NEVER;
        to =
          part === FREE ? this.#textEnd(bytes, from) : this.#patternEnd(bytes, from, part, column);
        if (to < 0) break;
        filled[column] = (filled[column] ?? 0) + 1;
        at = to;
      }
      bounds[2 * column] = from;
      bounds[2 * column + 1] = to;
      column++;
      if (bytes[at] !== delimiter || column === width) break;
    }
    const end = bytes[at];
    if (column === width && blank < width && (end === LF || end === CR)) {
      record.count = width;
      if (this.#agrees === undefined || this.#agrees(record)) {
        record.accept(at, width, quoted);
        this.rows++;
        return true;
      }
    }
    for (let k = 0; k < column; k++) {
      if (bounds[2 * k] !== bounds[2 * k + 1]) filled[k] = (filled[k] ?? 0) - 1;
    }
    return false;
  }

  /** The closing quote of a cell, -1 where there is a doubt about it. */
  #quotedCell(bytes: Uint8Array, from: number, column: number): number {
    if (bytes[from] === QUOTE) return this.#mustFill[column] === 0 ? from : -1;
    const part = this.#parts[column] ?? NEVER;
    if (part === FREE) return this.#quotedEnd(bytes, from);
    const to = this.#patternEnd(bytes, from, part, column);
    return bytes[to] === QUOTE ? to : -1;
  }

  /** Where a cell of any text ends, -1 where there is a doubt about it; the same for the next two. */
  #textEnd(bytes: Uint8Array, from: number): number {
    const delimiter = this.#delimiter;
    const { pairs, wide, utf8 } = this.#units;
    if (mayBeBlank(bytes, from, utf8)) return -1;
    let at = from;
    for (;;) {
      const byte = bytes[at] ?? 0;
      if (byte >= FIRST_KIND) {
        const size = pairs[(byte << 8) | (bytes[at + 1] ?? 0)] ?? 0;
        if (size === 3 && ((bytes[at + 2] ?? 0) & 0xc0) === 0x80) at += 3;
        else if (size === 2) at += 2;
        else if (wide[byte] === 0) at++;
        else return -1;
      } else if (byte > LAST_SEPARATOR) at++;
      else if (byte === delimiter || byte === LF || byte === CR || byte === QUOTE) return at;
      else at++;
    }
  }

  #quotedEnd(bytes: Uint8Array, from: number): number {
    const { pairs, wide, utf8 } = this.#units;
    if (mayBeBlank(bytes, from, utf8)) return -1;
    let at = from;
    for (;;) {
      const byte = bytes[at] ?? 0;
      if (byte >= FIRST_KIND) {
        const size = pairs[(byte << 8) | (bytes[at + 1] ?? 0)] ?? 0;
        if (size === 3 && ((bytes[at + 2] ?? 0) & 0xc0) === 0x80) at += 3;
        else if (size === 2) at += 2;
        else if (wide[byte] === 0) at++;
        else return -1;
      } else if (byte > QUOTE) at++;
      else if (byte === QUOTE) return at;
      else if (byte === LF || byte === CR) return -1;
      else at++;
    }
  }

  #patternEnd(bytes: Uint8Array, from: number, part: number, column: number): number {
    if (part === NEVER) return -1;
    const table = this.#next;
    let state = BEGIN;
    let at = from;
    for (;;) {
      const byte = bytes[at] ?? 0;
      const next = byte < FIRST_KIND ? (table[part | (state << 8) | byte] ?? DOUBT) : UNKNOWN;
      if (next <= BEGIN) {
        if (next === ENDS) return at;
        return this.#walkOn(bytes, from, at, state, part, column);
      }
      state = next;
      at++;
    }
  }

  /** The same from where ASCII and what is known of the pattern do not suffice. */
  #walkOn(
    bytes: Uint8Array,
    from: number,
    seen: number,
    reached: number,
    part: number,
    column: number,
  ): number {
    const table = this.#next;
    const kinds = this.#kinds;
    const { pairs, wide, utf8 } = this.#units;
    let state = reached;
    let at = seen;
    for (;;) {
      let symbol = bytes[at] ?? 0;
      let size = 1;
      if (symbol >= FIRST_KIND) {
        const second = bytes[at + 1] ?? 0;
        let unit = (symbol << 8) | second;
        size = pairs[unit] ?? 0;
        if (size === 3) {
          const third = bytes[at + 2] ?? 0;
          if ((third & 0xc0) !== 0x80) return -1;
          unit = ((symbol & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
        } else if (wide[symbol] === 0) {
          size = 1;
          unit = symbol;
        } else if (size !== 2) return -1;
        else if (utf8) unit = ((symbol & 0x1f) << 6) | (second & 0x3f);
        symbol = kinds[part | unit] ?? 0;
        if (symbol === 0) symbol = this.#learnKind(bytes, at, size, part | unit, column);
      }
      let next = table[part | (state << 8) | symbol] ?? DOUBT;
      if (next === UNKNOWN) next = this.#learn(part, state, symbol, column);
      if (next <= BEGIN) {
        if (next === ENDS) return at;
        if (next !== ENDS_SO_FAR) return -1;
        return this.#checks[column]?.keepsMore(bytes, from, at) === true ? at : -1;
      }
      state = next;
      at += size;
    }
  }

  #learnKind(bytes: Uint8Array, at: number, size: number, to: number, column: number): number {
    const kind = this.#checks[column]?.automaton?.kind(bytes, at, size) ?? 0;
    this.#kinds[to] = kind;
    return kind;
  }

  #learn(part: number, state: number, symbol: number, column: number): number {
    const check = this.#checks[column];
    let next = DOUBT;
    if (symbol === this.#delimiter || symbol === LF || symbol === CR || symbol === QUOTE) {
      const fits = check?.automaton?.accepts(state - SHIFT) ?? false;
      if (fits) next = check?.hasMore === true ? ENDS_SO_FAR : ENDS;
    } else {
      const own = (check?.automaton?.next(state - SHIFT, symbol) ?? DEAD) + SHIFT;
      // Only a blank leads back to the beginning: the whole cell may be blank.
      if (own > BEGIN && own <= LAST_STATE) next = own;
    }
    this.#next[part | (state << 8) | symbol] = next;
    return next;
  }
}
