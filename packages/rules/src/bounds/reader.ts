import type { StepPack } from '../ir.ts';
import type { Period } from '../period.ts';
import type { Simulation } from '../simulation.ts';
import { asBounds, type Bounds, wantedIn } from './ask.ts';
import { spanOf } from './cell.ts';
import type { BoundsEvaluator } from './evaluator.ts';
import { Question } from './question.ts';
import { openInputs, type Unknown } from './unknown.ts';

/**
 * Bounds of any number of values while inputs are unknown; what they have in common is worked out once. The true value always
 * lies within; with no unknown inputs both bounds are the value.
 */
export class BoundsReader {
  readonly #simulation: Simulation;
  readonly #question: Question;
  readonly #narrowed: BoundsEvaluator | undefined;

  /**
   * @param unknown inputs without a value; any other input has what was stated, or its initial value
   * @throws RulesError `rules/unknown-variable`
   */
  constructor(simulation: Simulation, rules: StepPack, unknown: readonly Unknown[]);
  /** @internal */
  constructor(simulation: Simulation, question: Question, narrowed: BoundsEvaluator);
  constructor(
    simulation: Simulation,
    rules: StepPack | Question,
    more: readonly Unknown[] | BoundsEvaluator,
  ) {
    this.#simulation = simulation;
    const whole = rules instanceof Question;
    this.#question = whole
      ? rules
      : new Question(simulation, rules, openInputs(simulation, more as readonly Unknown[]));
    this.#narrowed = whole ? (more as BoundsEvaluator) : undefined;
  }

  /**
   * Lower and upper bound of a member's value; of a reader that was narrowed quick ones, which can be a little wider.
   * @throws RulesError as `Simulation.calculate` does
   */
  bounds(variable: string, period: string | number | Period, member = 0): Bounds {
    const wanted = wantedIn(this.#simulation, { variable, period, member });
    if (this.#narrowed === undefined) return asBounds(this.#question.bounds(wanted));
    return asBounds(spanOf(this.#narrowed.held(wanted.variable, wanted.period, member).cell));
  }

  /**
   * Positions of the unknown inputs that the bounds depend on; no other one can change the value.
   * @throws RulesError as `Simulation.calculate` does
   */
  open(variable: string, period: string | number | Period, member = 0): ReadonlySet<number> {
    const wanted = wantedIn(this.#simulation, { variable, period, member });
    if (this.#narrowed === undefined) return this.#question.open(wanted);
    return this.#question.openOf(this.#narrowed.held(wanted.variable, wanted.period, member));
  }

  /** The same with some of the unknown inputs, by position, known better; only what they have a part in is worked out anew. */
  narrowed(changes: ReadonlyMap<number, Unknown>): BoundsReader {
    const inputs = openInputs(this.#simulation, [...changes.values()]);
    const cells = [...changes.keys()].map((at, number) => {
      const { cell } = inputs[number] as (typeof inputs)[number];
      return [at, cell] as const;
    });
    const narrowed = this.#question.narrowed(new Map(cells), this.#narrowed);
    return new BoundsReader(this.#simulation, this.#question, narrowed);
  }
}
