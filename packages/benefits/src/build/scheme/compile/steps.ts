import type { Kind, Step } from '@yokoten/rules/trace';
import { HOUSEHOLD, PERSON } from './entities.ts';

type NewStep = Step extends infer S ? (S extends Step ? Omit<S, 'line' | 'name'> : never) : never;

/** A whole number that is known, or a step. Truth values are 1 and 0. */
export type Term = { readonly known: number } | { readonly step: number; readonly axis: number };

/** A term that is known. */
export function known(value: number): Term {
  return { known: value };
}

/** Writes the steps of one formula; what is known is worked out at once, and the same step is written once. */
export class StepWriter {
  readonly steps: Step[] = [];
  readonly #positions = new Map<string, number>();
  readonly #line: number | undefined;

  /** @param line of the source, from 1 */
  constructor(line?: number) {
    this.#line = line;
  }

  /** Adds a step, or finds the one that is the same. */
  add(step: NewStep): Term {
    const key = JSON.stringify(step);
    let position = this.#positions.get(key);
    if (position === undefined) {
      position = this.steps.length;
      this.steps.push({ ...step, ...(this.#line !== undefined && { line: this.#line }) });
      this.#positions.set(key, position);
    }
    return { step: position, axis: step.axis };
  }

  /** The position of a term; a known number becomes a constant. */
  position(term: Term, kind: Kind = 'int64'): number {
    if ('step' in term) return term.step;
    const written = this.add({ op: 'const', value: term.known, kind, axis: -1 });
    return 'step' in written ? written.step : 0;
  }

  /** The same value for each person, where it is one for the household. */
  lift(term: Term, axis: number): Term {
    if ('known' in term || term.axis < 0 || term.axis === axis || axis !== PERSON) return term;
    const { kind } = this.steps[term.step] ?? { kind: 'int64' };
    return this.add({
      op: 'project',
      entity: HOUSEHOLD,
      mask: -1,
      args: [term.step],
      kind,
      axis: PERSON,
    });
  }

  arithmetic(op: 'add' | 'sub' | 'mul' | 'floordiv', a: Term, b: Term): Term {
    const folded = fold(op, a, b);
    if (folded !== undefined) return folded;
    return this.#binary(op, a, b, 'int64');
  }

  compare(op: 'eq' | 'lt' | 'le' | 'gt' | 'ge', a: Term, b: Term): Term {
    if ('known' in a && 'known' in b) return known(Number(COMPARE[op](a.known, b.known)));
    return this.#binary(op, a, b, 'bool');
  }

  /** Whether all hold; of none, true. */
  all(terms: readonly Term[]): Term {
    return this.#join('and', terms, 1);
  }

  /** Whether one holds; of none, false. */
  any(terms: readonly Term[]): Term {
    return this.#join('or', terms, 0);
  }

  not(term: Term): Term {
    if ('known' in term) return known(1 - term.known);
    return this.add({ op: 'not', args: [term.step], kind: 'bool', axis: term.axis });
  }

  /** The value behind the first condition that holds, else `otherwise`. */
  choose(ways: readonly (readonly [condition: Term, value: Term])[], otherwise: Term): Term {
    const open = ways.filter(([condition]) => !('known' in condition && condition.known === 0));
    const sure = open.findIndex(([condition]) => 'known' in condition);
    const tried = sure < 0 ? open : open.slice(0, sure);
    const last = sure < 0 ? otherwise : (open[sure]?.[1] ?? otherwise);
    if (tried.length === 0) return last;
    const axis = widest([...tried.flat(), last]);
    const args = [...tried.flat(), last].map((term) => this.position(this.lift(term, axis)));
    return this.add({ op: 'select', args, kind: 'int64', axis });
  }

  #join(op: 'and' | 'or', terms: readonly Term[], neutral: 0 | 1): Term {
    if (terms.some((term) => 'known' in term && term.known !== neutral)) return known(1 - neutral);
    const open = terms.filter((term) => 'step' in term);
    return open.reduce<Term>(
      (left, right) => ('known' in left ? right : this.#binary(op, left, right, 'bool')),
      known(neutral),
    );
  }

  #binary(op: Step['op'], a: Term, b: Term, kind: Kind): Term {
    const axis = widest([a, b]);
    const args = [this.position(this.lift(a, axis)), this.position(this.lift(b, axis))] as const;
    return this.add({ op: op as 'add', args, kind, axis });
  }
}

const COMPARE = {
  eq: (a: number, b: number) => a === b,
  lt: (a: number, b: number) => a < b,
  le: (a: number, b: number) => a <= b,
  gt: (a: number, b: number) => a > b,
  ge: (a: number, b: number) => a >= b,
} as const;

function fold(op: 'add' | 'sub' | 'mul' | 'floordiv', a: Term, b: Term): Term | undefined {
  if ('known' in a && 'known' in b)
    return known(
      { add: a.known + b.known, sub: a.known - b.known, mul: a.known * b.known }[op as 'add'] ??
        Math.floor(a.known / b.known),
    );
  const neutral = op === 'mul' || op === 'floordiv' ? 1 : 0;
  if ('known' in b && b.known === neutral) return a;
  if ('known' in a && a.known === neutral && (op === 'add' || op === 'mul')) return b;
  return undefined;
}

/** The axis a result of these has: a person's, else the household's, else none. */
export function widest(terms: readonly Term[]): number {
  const axes = terms.map((term) => ('axis' in term ? term.axis : -1));
  return axes.includes(PERSON) ? PERSON : Math.max(-1, ...axes);
}
