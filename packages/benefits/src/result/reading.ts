import type { Period } from '@yokoten/rules';
import { BoundsReader } from '@yokoten/rules/bounds';
import type { Facts } from '../facts/facts.ts';
import type { Programme } from '../model/programme.ts';
import { periodAt, type Questions } from '../open/questions.ts';

/** From the least to the most that a figure can be. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** What is certain of one programme. */
export interface Reading {
  readonly amount: Range;
  /** 0 to 1: certainly not, perhaps, certainly. */
  readonly eligible: Range;
  /** Both are known for certain: no answer can change them any more. */
  readonly settled: boolean;
  /** Positions in `facts.open` of the inputs on which it still hangs. */
  readonly open: ReadonlySet<number>;
}

/** Reads bounds of programmes off one household; what they have in common is worked out once. */
export class Reader {
  readonly #check: Questions;
  readonly #facts: Facts;
  readonly #bounds: BoundsReader;

  constructor(check: Questions, facts: Facts, bounds?: BoundsReader) {
    this.#check = check;
    this.#facts = facts;
    this.#bounds = bounds ?? new BoundsReader(facts.simulation, check.steps, facts.open);
  }

  /** The same with some inputs known better, by their position in `facts.open`. */
  narrowed(changes: Parameters<BoundsReader['narrowed']>[0]): Reader {
    return new Reader(this.#check, this.#facts, this.#bounds.narrowed(changes));
  }

  /**
   * What is certain of a programme.
   * @throws RulesError where the rules cannot be worked out
   */
  read({ output, eligible }: Programme): Reading {
    const entitled: Range = eligible === undefined ? { least: 1, most: 1 } : this.#sum(eligible);
    const may = { least: Math.min(1, entitled.least), most: Math.min(1, entitled.most) };
    const openEntitled = eligible === undefined ? [] : this.#open(eligible);
    if (may.most === 0)
      return { amount: { least: 0, most: 0 }, eligible: may, settled: true, open: new Set() };
    const full = this.#sum(output);
    const amount = may.least === 0 ? { least: Math.min(0, full.least), most: full.most } : full;
    const nothing = amount.least === 0 && amount.most === 0;
    const settled = amount.least === amount.most && (may.least === may.most || nothing);
    const open = settled ? [] : [...openEntitled, ...this.#open(output)];
    return { amount, eligible: may, settled, open: new Set(open) };
  }

  /** Whether no open answer can change a member's value. */
  certain(variable: string, member: number): boolean {
    const at = periodAt(this.#check.pack.rules, variable, this.#check.date);
    const { least, most } = this.#bounds.bounds(variable, at, member);
    return least === most || this.closed(variable, member);
  }

  /** Whether nothing that a member's value is worked out of is open. */
  closed(variable: string, member: number): boolean {
    const at = periodAt(this.#check.pack.rules, variable, this.#check.date);
    return this.#bounds.open(variable, at, member).size === 0;
  }

  /** A person's variable is summed over the members. */
  #sum(variable: string): Range {
    const { at, members } = this.#where(variable);
    let [least, most] = [0, 0];
    for (let member = 0; member < members; member++) {
      const bounds = this.#bounds.bounds(variable, at, member);
      least += bounds.least;
      most += bounds.most;
    }
    return { least, most };
  }

  #open(variable: string): number[] {
    const { at, members } = this.#where(variable);
    return Array.from({ length: members }, (_, member) => [
      ...this.#bounds.open(variable, at, member),
    ]).flat();
  }

  #where(variable: string): { at: Period; members: number } {
    const { simulation } = this.#facts;
    const { pack } = simulation;
    const described = pack.variable(pack.indexOf(variable));
    const entity = pack.entityOf(described);
    return {
      at: periodAt(this.#check.pack.rules, variable, this.#check.date),
      members: entity === pack.person ? (simulation.populations[entity]?.count ?? 0) : 1,
    };
  }
}
