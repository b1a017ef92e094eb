import type { Condition, Decisive, Term, ZeroReader } from '@yokoten/rules/trace';
import type { Facts } from '../facts/facts.ts';
import type { Programme } from '../model/programme.ts';
import type { Check } from '../open/check.ts';
import { periodAt } from '../open/questions.ts';
import type { Reader, Reading } from './reading.ts';
import { wholeYen } from './yen.ts';

/**
 * What can be said of a programme. `unknown` as long as it could still be nothing and could still be something; `zero` is a
 * household that fulfils the conditions and whose amount comes to nothing. Without a variable that says who is eligible, the
 * formula is read: a condition in it that certainly does not hold makes `not-eligible`.
 */
export type Status = 'eligible' | 'not-eligible' | 'zero' | 'unknown';

/** Tells why a household's amounts are zero. */
export class Zeros {
  readonly #check: Check;
  readonly #facts: Facts;
  readonly #reader: Reader;
  readonly #zeros: ZeroReader;

  constructor(check: Check, facts: Facts, reader: Reader) {
    this.#check = check;
    this.#facts = facts;
    this.#reader = reader;
    this.#zeros = new check.trace.ZeroReader(facts.simulation, check.steps);
  }

  /** Whether a condition that no open answer can change keeps a settled amount at zero, for everybody it could be paid for. */
  byCondition(output: string): boolean {
    const { pack, populations } = this.#facts.simulation;
    const entity = pack.entityOf(pack.variable(pack.indexOf(output)));
    const members = entity === pack.person ? (populations[entity]?.count ?? 0) : 1;
    const at = periodAt(this.#check.pack.rules, output, this.#check.date);
    return Array.from({ length: members }, (_, member) => member).every((member) => {
      const reason = this.#zeros.why(output, at, member);
      return reason?.kind === 'condition' && reason.decisive.every((one) => this.#certain(one));
    });
  }

  /** What keeps a member's value at zero, of that what no open answer can change. */
  deciders(variable: string, member: number): readonly Decisive[] {
    const at = periodAt(this.#check.pack.rules, variable, this.#check.date);
    const reason = this.#zeros.why(variable, at, member);
    return (reason?.decisive ?? []).filter((one) => this.#certain(one));
  }

  #certain({ variable, member, condition }: Decisive): boolean {
    if (condition === undefined) return this.#reader.certain(variable, member);
    if (this.#reader.closed(variable, member)) return true;
    return [condition.left, condition.right].every((term) => this.#closed(term, condition));
  }

  #closed(term: Term, { member }: Condition): boolean {
    if (term.variable === undefined)
      return term.constant === true || term.parameter !== undefined || term.count !== undefined;
    const { pack } = this.#facts.simulation;
    const person = pack.entityOf(pack.variable(pack.indexOf(term.variable))) === pack.person;
    return this.#reader.certain(term.variable, person ? member : 0);
  }
}

/** What bounds say of a programme. */
export function statusOf(
  zeros: Zeros,
  { output, eligible }: Programme,
  { amount, eligible: may }: Reading,
): Status {
  if (may.most === 0) return 'not-eligible';
  if (wholeYen(amount.least) > 0 && may.least === 1) return 'eligible';
  if (wholeYen(amount.most) > 0) return 'unknown';
  if (eligible !== undefined) return may.least === 1 ? 'zero' : 'unknown';
  return zeros.byCondition(output) ? 'not-eligible' : 'zero';
}
