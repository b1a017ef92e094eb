import { readable, type Value } from '../readable.ts';
import type { ParameterValue, Variable } from '../pack.ts';
import { parameterAt } from '../parameter.ts';
import { parsePeriod, type Period } from '../period.ts';
import type { Scale } from '../scale.ts';
import type { Simulation } from '../simulation.ts';
import type { StepPack } from '../ir.ts';
import { type Condition, conditionsOf } from './condition.ts';
import { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { numpyArithmetic } from './numpy-arithmetic.ts';

/** Nodes of one explanation; a family's ten benefits have some two hundred. */
const MOST_NODES = 20_000;

/** A figure of the law that was used, with the day from which it holds. */
export interface UsedParameter {
  readonly path: string;
  readonly value: ParameterValue | Scale;
  /** `YYYY-MM-DD` */
  readonly from: string;
}

/** How one member's value of a variable came about. */
export interface Node {
  /** `variable<period>[member]`, as OpenFisca's trace writes it. */
  readonly id: string;
  readonly variable: string;
  readonly period: string;
  /** Position in the entity's population. */
  readonly member: number;
  readonly value: Value;
  /** Where it is from: stated as an input, worked out by a formula, or the initial value because nothing else is known. */
  readonly kind: 'stated' | 'formula' | 'initial';
  /** The formula: the day from which it holds, its file and line. */
  readonly formula?: { readonly from: string; readonly source?: string };
  /** What the source gives a name, in order: `{ name: 'within', value: true, line: 12 }`. Members' values only where one. */
  readonly named: readonly {
    readonly name: string;
    readonly value: Value;
    readonly line?: number;
  }[];
  readonly parameters: readonly UsedParameter[];
  /** Comparisons that were made, in order. */
  readonly conditions: readonly Condition[];
  /** Ids of the nodes it was worked out of. */
  readonly uses: readonly string[];
}

/** An explanation: the value that was asked for comes last, after everything it was worked out of. */
export interface Explanation {
  readonly root: string;
  readonly nodes: readonly Node[];
  readonly arithmetic: 'numpy';
  /** Newest date among the rules and figures used, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/**
 * Says how a member's value came about. Only what the value really depends on is in it: of a choice, the way that was taken.
 * @param member position in the population of the variable's entity
 * @throws RulesError as `Simulation.calculate` does
 */
export function explain(
  simulation: Simulation,
  rules: StepPack,
  variable: string,
  period: string | number | Period,
  member = 0,
): Explanation {
  const evaluator = new Evaluator(simulation, rules, numpyArithmetic);
  const at = typeof period === 'object' ? period : parsePeriod(period);
  const nodes = new Map<string, Node>();
  const dates: string[] = [];
  const visit = (frame: Frame<number>): string => {
    const described = simulation.pack.variable(frame.variable);
    const id = `${described.name}<${frame.period.text}>[${frame.member}]`;
    if (nodes.has(id)) return id;
    if (nodes.size >= MOST_NODES) return id;
    const asked = new Set<string>();
    for (const one of frame.asked)
      asked.add(visit(evaluator.frame(one.variable, one.period, one.member)));
    const parameters = usedParameters(simulation, frame);
    dates.push(...parameters.map(({ from }) => from), frame.formula?.from ?? '');
    nodes.set(id, describe(simulation, frame, described, id, [...asked], parameters));
    return id;
  };
  const root = visit(evaluator.frame(simulation.pack.indexOf(variable), at, member));
  const asOf = dates.reduce((newest, date) => (date > newest ? date : newest), '');
  return { root, nodes: [...nodes.values()], arithmetic: 'numpy', asOf };
}

function describe(
  simulation: Simulation,
  frame: Frame<number>,
  variable: Variable,
  id: string,
  uses: readonly string[],
  parameters: readonly UsedParameter[],
): Node {
  const { formula, stated } = frame;
  const named = frame.steps.flatMap((step, position) => {
    const value = frame.memo.first(position);
    if (step.name === undefined || value === undefined) return [];
    const shown = step.kind === 'bool' && typeof value === 'number' ? value !== 0 : value;
    return [{ name: step.name, value: shown, ...(step.line !== undefined && { line: step.line }) }];
  });
  return {
    id,
    variable: variable.name,
    period: frame.period.text,
    member: frame.member,
    value: readable(variable, stored(variable, frame.value)),
    kind: stated ? 'stated' : formula === undefined ? 'initial' : 'formula',
    ...(formula && {
      formula: { from: formula.from, ...(formula.source && { source: formula.source }) },
    }),
    named,
    parameters,
    conditions: conditionsOf(simulation, frame),
    uses,
  };
}

/** In the type the variable's column has. */
function stored({ type }: Variable, value: number | string): number | string {
  if (typeof value === 'string') return value;
  return type === 'float' ? Math.fround(value) : value;
}

function usedParameters(simulation: Simulation, { figures }: Frame<number>): UsedParameter[] {
  const used = new Map<number, UsedParameter>();
  for (const { parameter, date } of figures) {
    if (used.has(parameter)) continue;
    const described = simulation.pack.parameter(parameter);
    used.set(parameter, { path: described.path, ...parameterAt(described, date) });
  }
  return [...used.values()];
}
