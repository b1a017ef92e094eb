/** One state of a non-deterministic automaton. */
interface State {
  /** States reached without reading. */
  readonly free: number[];
  /** The set of characters that leads on (position in `sets`), and the state it leads to. */
  set: number;
  to: number;
}

/** A pattern of @yokoten/standard as an automaton over characters; state 1 accepts. */
export interface Pattern {
  readonly states: readonly State[];
  readonly start: number;
  /** Each tells whether one character belongs to the set. */
  readonly sets: readonly RegExp[];
}

export const ACCEPTING = 1;
const MOST_REPEATS = 100;
const DEPTH = 20;

/**
 * Reads the part of the regular expression language that `FormatRule.pattern` keeps to: literals, classes, `(?:…)`, `|`
 * and counts, anchored at both ends. `undefined` for anything else. Sets of characters stay regular expressions, so that
 * `\p{…}` means what the platform says.
 */
export function parsePattern(source: string): Pattern | undefined {
  if (!source.startsWith('^') || !source.endsWith('$')) return undefined;
  const parser = new Parser(source.slice(1, -1));
  const start = parser.whole();
  return start === undefined ? undefined : { states: parser.states, start, sets: parser.sets };
}

/** A closed list as a pattern. */
export function listPattern(values: readonly string[]): string {
  return `^(?:${values.map((value) => value.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)).join('|')})$`;
}

/** Builds backwards: each part of the pattern is made from what follows it. */
type Part = (next: number) => number;

class Parser {
  readonly states: State[] = [];
  readonly sets: RegExp[] = [];
  readonly #known = new Map<string, number>();
  readonly #text: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    this.#text = Array.from(source);
    this.#state();
    this.#state();
  }

  whole(): number | undefined {
    const part = this.#either();
    return part === undefined || this.#at < this.#text.length ? undefined : part(ACCEPTING);
  }

  #state(...free: number[]): number {
    return this.states.push({ free, set: -1, to: -1 }) - 1;
  }

  #either(): Part | undefined {
    if (++this.#depth > DEPTH) return undefined;
    const parts: Part[] = [];
    do {
      const part = this.#sequence();
      if (part === undefined) return undefined;
      parts.push(part);
    } while (this.#take('|'));
    this.#depth--;
    const [only] = parts;
    return parts.length === 1 ? only : (next) => this.#state(...parts.map((part) => part(next)));
  }

  #sequence(): Part | undefined {
    const parts: Part[] = [];
    for (;;) {
      const char = this.#text[this.#at];
      if (char === undefined || char === '|' || char === ')') break;
      const one = this.#one(char);
      const part = one && this.#counted(one);
      if (part === undefined) return undefined;
      parts.push(part);
    }
    return (next) => parts.reduceRight((behind, part) => part(behind), next);
  }

  #one(char: string): Part | undefined {
    if (char === '(') {
      if (!(this.#take('(') && this.#take('?') && this.#take(':'))) return undefined;
      const part = this.#either();
      return this.#take(')') ? part : undefined;
    }
    const from = this.#at;
    if (char === '[') {
      while (this.#text[this.#at] !== ']') {
        if (this.#text[this.#at] === '\\') this.#at++;
        if (++this.#at >= this.#text.length) return undefined;
      }
    } else if (char === '\\') {
      const escaped = this.#text[++this.#at] ?? '';
      if (!/[dDpPtnr^$\\.*+?()[\]{}|/]/u.test(escaped)) return undefined;
      if (escaped === 'p' || escaped === 'P') {
        this.#at = this.#text.indexOf('}', this.#at);
        if (this.#at === -1) return undefined;
      }
    } else if ('^$*+?{}].'.includes(char)) return undefined;
    this.#at++;
    return this.#anyOf(this.#text.slice(from, this.#at).join(''));
  }

  #counted(part: Part): Part | undefined {
    if (this.#take('?')) return (next) => this.#state(part(next), next);
    if (this.#take('*')) return this.#repeated(part);
    if (this.#take('+')) return (next) => part(this.#repeated(part)(next));
    if (this.#text[this.#at] !== '{') return part;
    const count = /^\{(\d+)\}/u.exec(this.#text.slice(this.#at, this.#at + 6).join(''));
    const times = Number(count?.[1] ?? MOST_REPEATS + 1);
    if (times > MOST_REPEATS) return undefined;
    this.#at += count?.[0].length ?? 0;
    return (next) => {
      let at = next;
      for (let k = 0; k < times; k++) at = part(at);
      return at;
    };
  }

  #repeated(part: Part): Part {
    return (next) => {
      const loop = this.#state(next);
      this.states[loop]?.free.push(part(loop));
      return loop;
    };
  }

  #anyOf(source: string): Part {
    let set = this.#known.get(source);
    if (set === undefined) {
      set = this.sets.push(new RegExp(`^${source}$`, 'u')) - 1;
      this.#known.set(source, set);
    }
    const found = set;
    return (next) => {
      const state = this.#state();
      Object.assign(this.states[state] ?? {}, { set: found, to: next });
      return state;
    };
  }

  #take(char: string): boolean {
    if (this.#text[this.#at] !== char) return false;
    this.#at++;
    return true;
  }
}
