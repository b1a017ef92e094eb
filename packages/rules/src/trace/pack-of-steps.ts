import type { Column } from '../column.ts';
import { RulesError } from '../error.ts';
import type { StepFormula, StepPack } from '../ir.ts';
import type { Formula, Pack, Variable } from '../pack.ts';
import type { Period } from '../period.ts';
import type { Simulation } from '../simulation.ts';
import { Evaluator } from './evaluator.ts';
import { numpyArithmetic } from './numpy-arithmetic.ts';

/** A pack as data: everything but how its variables are worked out, which is in the steps. */
export type PackFacts = Omit<Pack, 'variables'> & {
  readonly variables: readonly Omit<Variable, 'formulas'>[];
};

/**
 * A pack that works its variables out by the steps themselves: for rules that are data, such as a municipality's own schemes.
 * Values, dates, cycles and asking back are those of a compiled pack; a large population takes longer.
 * @throws RulesError when it calculates, `rules/too-large` for a whole number beyond 32 bits
 */
export function packOfSteps(facts: PackFacts, steps: StepPack): Pack {
  const evaluators = new WeakMap<Simulation, Evaluator<number>>();
  const evaluatorOf = (simulation: Simulation): Evaluator<number> => {
    let found = evaluators.get(simulation);
    if (found === undefined) {
      found = new Evaluator(
        simulation,
        steps,
        numpyArithmetic,
        (variable, period, member) => simulation.get(variable, period)[member] as number | string,
      );
      evaluators.set(simulation, found);
    }
    return found;
  };
  const variables = facts.variables.map((variable, index): Variable => {
    const formulas = steps.formulas[index] ?? [];
    if (formulas.length === 0) return variable;
    return {
      ...variable,
      formulas: formulas.map((formula) => runnable(formula, index, variable, evaluatorOf)),
    };
  });
  return { ...facts, variables };
}

function runnable(
  formula: StepFormula,
  index: number,
  variable: Omit<Variable, 'formulas'>,
  evaluatorOf: (simulation: Simulation) => Evaluator<number>,
): Formula {
  return {
    from: formula.from,
    compute(simulation: Simulation, period: Period, out: Column): void {
      const evaluator = evaluatorOf(simulation);
      for (let member = 0; member < out.length; member++) {
        const value = evaluator.apply(formula, index, period, member);
        if (variable.type === 'int' && Math.abs(Number(value)) >= 2 ** 31)
          throw tooLarge(variable.name, Number(value));
        out[member] = value as never;
      }
    },
  };
}

function tooLarge(name: string, value: number): RulesError {
  return new RulesError('rules/too-large', {
    ja: `「${name}」の値${value}が大きすぎます。2147483647までです。ルールか入力を確かめてください。`,
    en: `The value ${value} of "${name}" is too large: whole numbers go up to 2147483647. Check the rule and the inputs.`,
  });
}
