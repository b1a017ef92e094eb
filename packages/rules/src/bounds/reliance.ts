/** Numbers a set of inputs; 0 is the empty one. */
export type Reliance = number;

/**
 * Sets of unknown inputs that values rely on, each kept once under a number, so that joining two that are the same, or one with
 * nothing, costs nothing.
 */
export class Reliances {
  readonly #sets: Uint32Array[];
  readonly #ids = new Map<string, Reliance>();
  readonly #joined = new Map<number, Reliance>();
  readonly #words: number;

  /** @param inputs how many unknown inputs there are */
  constructor(inputs: number) {
    this.#words = Math.max(1, Math.ceil(inputs / 32));
    this.#sets = [];
    this.#keep(new Uint32Array(this.#words));
  }

  /** The set of one input. */
  of(input: number): Reliance {
    const set = new Uint32Array(this.#words);
    set[input >>> 5] = 1 << (input & 31);
    return this.#keep(set);
  }

  /** The inputs of both. */
  join(a: Reliance, b: Reliance): Reliance {
    if (a === b || b === 0) return a;
    if (a === 0) return b;
    const key = a < b ? a * 0x400_0000 + b : b * 0x400_0000 + a;
    let id = this.#joined.get(key);
    if (id === undefined) {
      const [left, right] = [this.#set(a), this.#set(b)];
      id = this.#keep(left.map((word, at) => word | (right[at] as number)));
      this.#joined.set(key, id);
    }
    return id;
  }

  /** Whether an input is in a set. */
  has(set: Reliance, input: number): boolean {
    return set !== 0 && (((this.#set(set)[input >>> 5] as number) >>> (input & 31)) & 1) === 1;
  }

  /** The inputs of a set. */
  inputs(set: Reliance): ReadonlySet<number> {
    return new Set(
      Array.from({ length: this.#words * 32 }, (_, at) => at).filter((at) => this.has(set, at)),
    );
  }

  #set(id: Reliance): Uint32Array {
    return this.#sets[id] as Uint32Array;
  }

  #keep(set: Uint32Array): Reliance {
    const key = set.join(' ');
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#sets.push(set) - 1;
      this.#ids.set(key, id);
    }
    return id;
  }
}
