import type { Step } from '../ir.ts';
import type { Cell } from './frame.ts';

/** What a formula's steps were worked out to be: one value for all, or one for each member that was needed. */
export class Memo<N> {
  readonly #member: number;
  /** Of the formula's own member, and of steps with one value for all, by position. */
  readonly #own: (Cell<N> | undefined)[] = [];
  /** Of other members, by position. */
  #others: (Map<number, Cell<N>> | undefined)[] | undefined;

  /** @param member whose formula it is */
  constructor(member: number) {
    this.#member = member;
  }

  /** A step's value for a member, if it was worked out. */
  get(steps: readonly Step[], position: number, member: number): Cell<N> | undefined {
    if (member === this.#member || (steps[position]?.axis ?? -1) < 0) return this.#own[position];
    return this.#others?.[position]?.get(member);
  }

  /** Keeps a step's value for a member. */
  set(steps: readonly Step[], position: number, member: number, value: Cell<N>): void {
    if (member === this.#member || (steps[position]?.axis ?? -1) < 0) {
      this.#own[position] = value;
      return;
    }
    const others = (this.#others ??= []);
    (others[position] ??= new Map()).set(member, value);
  }

  /** The members for whom a step was worked out, in the order in which it was. */
  members(position: number): number[] {
    const own = this.#own[position] === undefined ? [] : [this.#member];
    return own.concat([...(this.#others?.[position]?.keys() ?? [])]).toSorted((a, b) => a - b);
  }

  /** A step's value: of the formula's own member if there is one, else of the first. */
  first(position: number): Cell<N> | undefined {
    return this.#own[position] ?? this.#others?.[position]?.values().next().value;
  }
}
