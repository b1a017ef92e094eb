import { DEAD, FIRST_KIND, START, UNKNOWN } from './automaton.ts';
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
const SPACE = 0x20;
const QUOTE = 0x22;
/** Comma, the greatest separator. */
const LAST_SEPARATOR = 0x2c;
const FREE = -1;
const NEVER = -2;

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
  /** Per column: whether its check has rules beside the pattern. */
  readonly #more: Uint8Array;
  /** Per column: where the part of its pattern begins in `#next` and `#kinds`, else `FREE` or `NEVER`. */
  readonly #parts: Int32Array;
  /** For each pattern 256 states of 256 symbols each, learnt from its automaton; 0 where not met yet. */
  readonly #next: Uint8Array;
  /** For each pattern, per state: whether what has been read fits. */
  readonly #fits: Uint8Array;
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
    this.#more = Uint8Array.from(columns, ({ check }) => Number(check?.hasMore ?? false));
    const patterns = [...new Set(this.#checks)].filter((check) => check?.automaton !== undefined);
    this.#parts = Int32Array.from(this.#checks, (check) => {
      if (check === undefined) return FREE;
      return check.automaton === undefined ? NEVER : patterns.indexOf(check) << 16;
    });
    this.#next = new Uint8Array(patterns.length << 16);
    this.#fits = new Uint8Array(patterns.length << 8);
    this.#kinds = new Uint8Array(patterns.length << 16);
  }

  /** Told when a scanner has got other bytes. */
  begin(record: RecordScanner): void {
    const { bytes } = record;
    let at = bytes.length - 1;
    while (at >= 0 && bytes[at] !== LF && (bytes[at] !== CR || at + 1 === bytes.length)) at--;
    this.#limit = at;
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
      } else {
        if (byte === QUOTE) {
          quoted = true;
          from = at + 1;
        }
        to = this.#cellEnd(bytes, from, column, byte === QUOTE);
        if (to < 0) break;
        if (from === to) blank++;
        else filled[column] = (filled[column] ?? 0) + 1;
        at = byte === QUOTE ? to + 1 : to;
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

  /** Where the text of a cell ends, -1 where there is a doubt about it. */
  #cellEnd(bytes: Uint8Array, from: number, column: number, quoted: boolean): number {
    const first = bytes[from] ?? 0;
    if (first <= SPACE || (first >= FIRST_KIND && mayBeBlank(bytes, from, this.#units.utf8)))
      return -1;
    if (quoted && first === QUOTE) return this.#mustFill[column] === 0 ? from : -1;
    const part = this.#parts[column] ?? NEVER;
    if (part === NEVER) return -1;
    if (part === FREE) return quoted ? this.#quotedEnd(bytes, from) : this.#textEnd(bytes, from);
    const to = this.#patternEnd(bytes, from, part, column);
    if (to < 0 || (quoted && bytes[to] !== QUOTE)) return -1;
    const more = this.#more[column] !== 0;
    return !more || this.#checks[column]?.keepsMore(bytes, from, to) === true ? to : -1;
  }

  #textEnd(bytes: Uint8Array, from: number): number {
    const delimiter = this.#delimiter;
    const { pairs, wide } = this.#units;
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
    const { pairs, wide } = this.#units;
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
    const table = this.#next;
    const delimiter = this.#delimiter;
    let state = START;
    let at = from;
    for (;;) {
      let symbol = bytes[at] ?? 0;
      let size = 1;
      if (symbol >= FIRST_KIND) {
        size = this.#size(bytes, at);
        if (size === 0) return -1;
        symbol = this.#kind(bytes, at, size, part, column);
      }
      let next = table[part | (state << 8) | symbol] ?? DEAD;
      // Most characters change nothing; to say so spares the processor waiting for the table.
      if (next === state) {
        at += size;
        continue;
      }
      if (next <= DEAD) {
        if (symbol === delimiter || symbol === LF || symbol === CR || symbol === QUOTE) break;
        if (next === UNKNOWN) next = this.#learn(part, state, symbol, column);
        if (next === DEAD) return -1;
      }
      state = next;
      at += size;
    }
    return this.#fits[(part >> 8) | state] === 0 ? -1 : at;
  }

  /** Bytes of the character at `at`, 0 where a table does not tell. */
  #size(bytes: Uint8Array, at: number): number {
    const { pairs, wide } = this.#units;
    const first = bytes[at] ?? 0;
    const size = pairs[(first << 8) | (bytes[at + 1] ?? 0)] ?? 0;
    if (size === 3) return ((bytes[at + 2] ?? 0) & 0xc0) === 0x80 ? 3 : 0;
    return wide[first] === 0 ? 1 : size;
  }

  #kind(bytes: Uint8Array, at: number, size: number, part: number, column: number): number {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    let unit = size === 1 ? first : (first << 8) | second;
    if (size === 3) {
      unit = ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
    } else if (this.#units.utf8) unit = ((first & 0x1f) << 6) | (second & 0x3f);
    const known = this.#kinds[part | unit] ?? 0;
    if (known !== 0) return known;
    const kind = this.#checks[column]?.automaton?.kind(bytes, at, size) ?? 0;
    this.#kinds[part | unit] = kind;
    return kind;
  }

  #learn(part: number, state: number, symbol: number, column: number): number {
    const automaton = this.#checks[column]?.automaton;
    const next = automaton?.next(state, symbol) ?? DEAD;
    this.#next[part | (state << 8) | symbol] = next;
    this.#fits[(part >> 8) | next] = Number(automaton?.accepts(next) ?? false);
    return next;
  }
}
