import type { StepPack } from '../ir.ts';
import type { Period } from '../period.ts';
import type { Simulation } from '../simulation.ts';
import { type Cell, isSettled, join, plain, spanOf } from './cell.ts';
import { BoundsEvaluator } from './evaluator.ts';
import { tryAll } from './exhaust.ts';
import type { Held } from './narrow.ts';
import { meet, type Span } from './span.ts';
import { inputsOf, relies } from './reliance.ts';
import { share } from './shared.ts';
import { type Asked, type Open, valuesOf } from './unknown.ts';
import { timesAsked } from './way.ts';

/** Into how many cases a question is taken apart, by the values of its inputs. */
const MOST_CASES = 16;

/** A member's value of a variable for a period. */
export interface Wanted {
  readonly variable: number;
  readonly period: Period;
  readonly member: number;
}

/** Bounds of outputs, and what they were worked out with. */
export class Question {
  readonly #simulation: Simulation;
  readonly #rules: StepPack;
  /** The unknown inputs. */
  readonly inputs: readonly Open[];
  readonly #asked = new Map<string, Asked>();
  readonly #base: BoundsEvaluator;
  readonly #rough: BoundsEvaluator;
  readonly #bounds = new Map<string, Span>();
  readonly #tried = new Map<string, BoundsEvaluator>();

  constructor(simulation: Simulation, rules: StepPack, inputs: readonly Open[]) {
    this.#simulation = simulation;
    this.#rules = rules;
    this.inputs = inputs;
    this.#rough = BoundsEvaluator.of(share(simulation, rules, inputs, this.#asked), inputs);
    this.#base = this.#rough.narrower();
  }

  /** A first answer, quick and sometimes wide. */
  rough({ variable, period, member }: Wanted): Held {
    return this.#rough.held(variable, period, member);
  }

  /** The unknown inputs that an output can still depend on, by position. */
  open(wanted: Wanted): ReadonlySet<number> {
    return inputsOf(this.#fine(wanted).by);
  }

  /** Rough answers where some inputs are known better; only what they have a part in is worked out anew. */
  narrowed(changes: ReadonlyMap<number, Cell>, from?: BoundsEvaluator): BoundsEvaluator {
    return (from ?? this.#rough).changed(changes);
  }

  /** The unknown inputs that a rough answer depends on. */
  openOf({ by }: Held): ReadonlySet<number> {
    return inputsOf(by);
  }

  #fine({ variable, period, member }: Wanted): Held {
    return this.#base.held(variable, period, member);
  }

  /** As narrow as a moment's work allows. */
  bounds(wanted: Wanted): Span {
    const key = `${wanted.variable} ${wanted.member} ${wanted.period.text}`;
    let span = this.#bounds.get(key);
    if (span === undefined) this.#bounds.set(key, (span = this.#work(wanted)));
    return span;
  }

  #work(wanted: Wanted): Span {
    const rough = this.rough(wanted);
    if (isSettled(rough.cell)) return spanOf(rough.cell);
    const held = this.#fine(wanted);
    const cell = spanOf(held.cell);
    if (isSettled(cell)) return cell;
    const all = tryAll(this.#simulation, this.inputs, [...this.#asked.values()], held.by, wanted);
    return all ?? meet(cell, spanOf(this.#byCases(this.#rough, '', wanted, this.#parts(wanted))));
  }

  /** The rough answer where one input has a value. */
  tried({ variable, period, member }: Wanted, input: number, value: number | string): Held {
    return this.#with(this.#rough, '', input, value).held(variable, period, member);
  }

  #with(
    before: BoundsEvaluator,
    path: string,
    input: number,
    value: number | string,
  ): BoundsEvaluator {
    const key = `${path} ${input}=${value}`;
    let evaluator = this.#tried.get(key);
    if (evaluator === undefined) {
      evaluator = before.changed(new Map([[input, plain(value)]]));
      this.#tried.set(key, evaluator);
    }
    return evaluator;
  }

  /** The inputs to tell cases apart by: those that the rules ask for most, as far as there is room. The order never changes. */
  #parts(wanted: Wanted): number[] {
    const times = timesAsked(this.#rules);
    const open = this.open(wanted);
    const few = [...this.inputs.keys()]
      .filter((input) => open.has(input) && valuesOf(this.inputs[input]).length > 1)
      .sort((a, b) => this.#times(times, b) - this.#times(times, a) || a - b);
    const parts: number[] = [];
    let cases = 1;
    for (const input of few) {
      cases *= valuesOf(this.inputs[input]).length;
      if (cases > MOST_CASES) return parts;
      parts.push(input);
    }
    return parts;
  }

  #times(times: Int32Array, input: number): number {
    return times[(this.inputs[input] as Open).variable] ?? 0;
  }

  #byCases(
    evaluator: BoundsEvaluator,
    path: string,
    wanted: Wanted,
    [input, ...rest]: readonly number[],
  ): Cell {
    const held = evaluator.held(wanted.variable, wanted.period, wanted.member);
    if (input === undefined || isSettled(held.cell)) return held.cell;
    if (!relies(held.by, input)) return this.#byCases(evaluator, path, wanted, rest);
    return valuesOf(this.inputs[input])
      .map((value) =>
        this.#byCases(
          this.#with(evaluator, path, input, value),
          `${path} ${input}=${value}`,
          wanted,
          rest,
        ),
      )
      .reduce((a, b) => join(a, b));
  }
}

/** Values to try an input with: all of a few, else some of them; of a stretch the ends, the middle and two between. */
export function samples({ cell }: Open): readonly (number | string)[] {
  const values = 'lo' in cell ? cell.values : cell;
  if (values !== undefined) {
    const step = Math.max(1, (values.length - 1) / 4);
    return Array.from(
      { length: Math.min(5, values.length) },
      (_, at) => values[Math.round(at * step)] ?? 0,
    );
  }
  const span = spanOf(cell);
  const [lo, hi] = [Math.max(span.lo, -1e9), Math.min(span.hi, 1e9)];
  return [0, 0.25, 0.5, 0.75, 1].map((part) =>
    Math.min(Math.max(Math.round(lo + (hi - lo) * part), span.lo), span.hi),
  );
}
