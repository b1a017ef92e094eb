import { readable, type Value } from '../readable.ts';
import type { StepPack } from '../ir.ts';
import { parsePeriod, type Period } from '../period.ts';
import type { Simulation } from '../simulation.ts';
import { Evaluator } from './evaluator.ts';
import { exactArithmetic } from './exact-arithmetic.ts';
import { toNumber } from './fraction.ts';

/** A value in exact fractions. */
export interface ExactValue {
  /** The nearest double, or what is no number. */
  readonly value: Value;
  /** Of a number: `70`, or `1/3`. */
  readonly fraction?: string;
}

/** Values that were worked out in exact fractions. */
export interface ExactResult {
  /** One per member. */
  readonly values: readonly ExactValue[];
  readonly arithmetic: 'exact';
  /** Newest date among the rules and figures used, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/**
 * Works a variable out in exact fractions instead of numpy's types: 0.1 is one tenth, nothing is rounded but where the rules
 * say so. For a few households at a time.
 * @throws RulesError `rules/not-exact` for what has no exact value, such as a square root; else as `Simulation.calculate`
 */
export function calculateExactly(
  simulation: Simulation,
  rules: StepPack,
  variable: string,
  period: string | number | Period,
): ExactResult {
  const evaluator = new Evaluator(simulation, rules, exactArithmetic);
  const index = simulation.pack.indexOf(variable);
  const described = simulation.pack.variable(index);
  const at = typeof period === 'object' ? period : parsePeriod(period);
  const count = simulation.populations[simulation.pack.entityOf(described)]?.count ?? 0;
  const values = Array.from({ length: count }, (_, member): ExactValue => {
    const cell = evaluator.frame(index, at, member).value;
    if (typeof cell === 'string') return { value: cell };
    const value = readable(described, toNumber(cell));
    if (typeof value !== 'number') return { value };
    return { value, fraction: cell.bottom === 1n ? `${cell.top}` : `${cell.top}/${cell.bottom}` };
  });
  return { values, arithmetic: 'exact', asOf: simulation.asOf };
}
