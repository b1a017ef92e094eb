import { ACCEPTING, type Pattern } from './pattern.ts';
import type { Units } from './units.ts';

const UNKNOWN = 0;
/** Numbers of states: one from which nothing fits, and the one to begin with. */
export const DEAD = 1;
export const START = 2;
/** Symbols below are ASCII bytes; those from here on are kinds of characters that no set of the pattern tells apart. */
export const FIRST_KIND = 0x80;
const LAST_KIND = 0xff;
const BLANK = /^\s$/u;

/** What has been read so far: the states of the pattern one can be in, and whether it fits if only blanks follow. */
interface Progress {
  readonly states: readonly number[];
  readonly fits: boolean;
}

/**
 * Tells from bytes whether the text of a cell, blanks around it taken away, is empty or fits a pattern. States and kinds of
 * characters are worked out when they are first met, so that a table lookup per character remains.
 */
export class Automaton {
  readonly #pattern: Pattern;
  readonly #units: Units;
  /** `#next[state * 256 + symbol]`. */
  #next = new Uint8Array(8 << 8);
  readonly #progress: Progress[];
  readonly #numbers = new Map<string, number>();
  /** By code point (UTF-8) or bytes (CP932, EUC-JP); 0 where not met yet. */
  #kinds: Uint8Array | undefined;
  readonly #kindNumbers = new Map<string, number>();
  /** One character of each kind. */
  readonly #samples: string[] = [];

  constructor(pattern: Pattern, units: Units) {
    this.#pattern = pattern;
    this.#units = units;
    const states = this.#closure([pattern.start]);
    const nothing = { states: [], fits: false };
    this.#progress = [nothing, nothing, { states, fits: true }];
    this.#numbers.set(keyOf(nothing), DEAD);
  }

  /** False also where a character is damaged or outside the basic plane: text must then be looked at. */
  fits(bytes: Uint8Array, from: number, to: number): boolean {
    let table = this.#next;
    let state = START;
    for (let at = from; at < to;) {
      let symbol = bytes[at] ?? 0;
      if (symbol < FIRST_KIND) at++;
      else {
        const size = this.#size(bytes, at);
        if (size === 0 || at + size > to) return false;
        symbol = this.kind(bytes, at, size);
        at += size;
      }
      let next = table[(state << 8) | symbol] ?? DEAD;
      if (next === UNKNOWN) {
        next = this.#learn(state, symbol);
        table = this.#next;
      }
      if (next === DEAD) return false;
      state = next;
    }
    return this.accepts(state);
  }

  /** Whether what has been read when this state is reached fits. */
  accepts(state: number): boolean {
    return this.#progress[state]?.fits === true;
  }

  /** The state that a symbol leads to; never `UNKNOWN`. */
  next(state: number, symbol: number): number {
    return this.#next[(state << 8) | symbol] || this.#learn(state, symbol);
  }

  /** Bytes of the character at `at`; 0 where it is damaged, or one of those that are looked at as text. */
  #size(bytes: Uint8Array, at: number): number {
    const { pairs, utf8, wide, slowLength } = this.#units;
    const first = bytes[at] ?? 0;
    const size = pairs[(first << 8) | (bytes[at + 1] ?? 0)] ?? 0;
    if (size === 3) return ((bytes[at + 2] ?? 0) & 0xc0) === 0x80 ? 3 : 0;
    if (wide[first] === 0) return 1;
    if (size === 2 || utf8) return size;
    return slowLength(bytes, at) === 2 ? 2 : 0;
  }

  /** The symbol of a character beyond ASCII, which has `size` bytes. */
  kind(bytes: Uint8Array, at: number, size: number): number {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    let unit = size === 1 ? first : (first << 8) | second;
    if (this.#units.utf8) {
      unit =
        size === 2
          ? ((first & 0x1f) << 6) | (second & 0x3f)
          : ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
    }
    const kinds = (this.#kinds ??= new Uint8Array(1 << 16));
    const known = kinds[unit] ?? 0;
    if (known !== 0) return known;
    const kind = this.#kindOf(this.#units.decode(bytes.subarray(at, at + size)));
    kinds[unit] = kind;
    return kind;
  }

  #kindOf(char: string): number {
    const key = this.#pattern.sets.map((set) => Number(set.test(char))).join('') + BLANK.test(char);
    const known = this.#kindNumbers.get(key);
    if (known !== undefined) return known;
    // More kinds than symbols: the last one then stands for several, and must never be accepted.
    const kind = Math.min(FIRST_KIND + this.#samples.length, LAST_KIND);
    this.#samples[kind - FIRST_KIND] = char;
    this.#kindNumbers.set(key, kind);
    return kind;
  }

  #learn(state: number, symbol: number): number {
    const next = this.#step(state, symbol);
    if (next * 256 >= this.#next.length) {
      const longer = new Uint8Array(this.#next.length * 2);
      longer.set(this.#next);
      this.#next = longer;
    }
    this.#next[(state << 8) | symbol] = next;
    return next;
  }

  #step(state: number, symbol: number): number {
    if (symbol === LAST_KIND) return DEAD;
    const char =
      symbol < FIRST_KIND
        ? String.fromCharCode(symbol)
        : (this.#samples[symbol - FIRST_KIND] ?? '');
    const blank = BLANK.test(char);
    if (blank && state === START) return START;
    const { sets, states: all } = this.#pattern;
    const before = this.#progress[state];
    const reached: number[] = [];
    for (const at of before?.states ?? []) {
      const one = all[at];
      if (one !== undefined && one.set >= 0 && sets[one.set]?.test(char) === true) {
        reached.push(one.to);
      }
    }
    const states = this.#closure(reached);
    const fits = blank ? before?.fits === true : states.includes(ACCEPTING);
    return this.#number({ states, fits });
  }

  #number(progress: Progress): number {
    const key = keyOf(progress);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    // States are numbered with a byte; no format comes near.
    if (this.#progress.length > LAST_KIND) return DEAD;
    const number = this.#progress.push(progress) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  #closure(states: readonly number[]): number[] {
    const seen = new Set(states);
    for (const at of seen) for (const free of this.#pattern.states[at]?.free ?? []) seen.add(free);
    return [...seen].sort((a, b) => a - b);
  }
}

function keyOf({ states, fits }: Progress): string {
  return `${states.join(',')} ${String(fits)}`;
}
