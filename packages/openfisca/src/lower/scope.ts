import type { Value } from './value.ts';

/** Names and what they stand for, inside the names around them. */
export class Scope {
  readonly #names = new Map<string, Value>();
  readonly #outer: Scope | undefined;

  constructor(outer?: Scope) {
    this.#outer = outer;
  }

  /** Looks a name up from here outwards; an import is followed on first use. */
  find(name: string): Value | undefined {
    const found = this.#names.get(name);
    if (found === undefined) return this.#outer?.find(name);
    if (found.is !== 'lazy') return found;
    const value = found.get();
    this.#names.set(name, value);
    return value;
  }

  set(name: string, value: Value): void {
    this.#names.set(name, value);
  }

  delete(name: string): void {
    this.#names.delete(name);
  }

  /** A copy of this level that can change on its own. */
  copy(): Scope {
    const copy = new Scope(this.#outer);
    for (const [name, value] of this.#names) copy.set(name, value);
    return copy;
  }

  /** Names bound at this level itself. */
  own(): ReadonlyMap<string, Value> {
    return this.#names;
  }
}
