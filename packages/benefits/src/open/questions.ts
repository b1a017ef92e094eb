import type { Pack, Period } from '@yokoten/rules';
import { ETERNITY, parsePeriod } from '@yokoten/rules/values';
import type { StepPack } from '@yokoten/rules/trace';
import type { BenefitPack } from '../model/pack.ts';
import type { Programme } from '../model/programme.ts';
import type { Gate } from '../model/question.ts';
import type { PackSources } from '../model/source.ts';
import type { Chosen } from './chosen.ts';
import { inputsBehind } from './dependencies.ts';
import { type Input, inputFor, noSuchVariable } from './input.ts';
import type { ComparedTexts } from './text-values.ts';

/** What was chosen, with all that asking needs: what answers do not change. */
export interface Questions extends Chosen {
  readonly steps: StepPack;
  readonly sources: PackSources;
  /** Inputs that a programme of the set can depend on, by variable. */
  readonly inputs: ReadonlyMap<string, Input>;
  /** Positions of the inputs that a programme can depend on, by its id. */
  readonly behind: ReadonlyMap<string, ReadonlySet<number>>;
  readonly gates: readonly Gate[];
}

/**
 * Loads the rules' steps and sources and finds out which inputs the programmes depend on.
 * @throws BenefitsError `benefits/unknown-question`
 */
export async function openQuestions(chosen: Chosen): Promise<Questions> {
  const { pack, programmes, date } = chosen;
  const [steps, sources] = await Promise.all([pack.steps(), pack.sources?.()]);
  return {
    ...chosen,
    steps,
    sources: sources ?? { variables: {}, parameters: {} },
    ...questionsOf(pack, steps, programmes, date, await comparedIn(pack, steps)),
  };
}

/** What rules compare texts with; looked for only in rules that a text is an input of, which few are. */
async function comparedIn({ rules }: BenefitPack, steps: StepPack): Promise<ComparedTexts> {
  if (rules.variables.every(({ type }) => type !== 'text'))
    return { texts: new Map(), within: new Map() };
  const { comparedTexts } = await import('./text-values.ts');
  return comparedTexts(rules, steps);
}

function questionsOf(
  { rules, questions, gates = [] }: BenefitPack,
  steps: StepPack,
  programmes: readonly Programme[],
  date: string,
  compared: ComparedTexts,
): Pick<Questions, 'inputs' | 'behind' | 'gates'> {
  const positions = new Map(rules.variables.map(({ name }, at) => [name, at]));
  const positionOf = (name: string): number => {
    const found = positions.get(name);
    if (found === undefined) throw noSuchVariable(name, rules);
    return found;
  };
  const asked = new Map(questions.map((one) => [positionOf(one.variable), one]));
  const behind = new Map(
    programmes.map(({ id, output, eligible = output }): [string, ReadonlySet<number>] => {
      const names = new Set([positionOf(output), positionOf(eligible)]);
      const sets = [...names].map((index) => inputsBehind(rules, steps, index, date));
      return [id, new Set(sets.flatMap((set) => Array.from(set)))];
    }),
  );
  const all = new Set([...behind.values()].flatMap((set) => Array.from(set)));
  const inputs = new Map(
    [...all].map((index): [string, Input] => {
      const input = inputFor(rules, index, asked.get(index), compared);
      return [input.variable, input];
    }),
  );
  for (const { variables } of gates) for (const name of variables) positionOf(name);
  return { inputs, behind, gates: gates.flatMap((gate) => usefulGate(gate, inputs)) };
}

/** A gate with those of its inputs that matter and can be none; nothing if that is not at least one. */
function usefulGate(gate: Gate, inputs: ReadonlyMap<string, Input>): Gate[] {
  const variables = gate.variables.filter((name) => inputs.get(name)?.none !== undefined);
  return variables.length === 0 ? [] : [{ ...gate, variables }];
}

const periods = new WeakMap<Pack, Map<string, Period>>();

/** The variable's own period that holds the day of a check: the day, its week, its month, its year. */
export function periodAt(pack: Pack, variable: string, date: string): Period {
  let known = periods.get(pack);
  if (known === undefined) periods.set(pack, (known = new Map()));
  const key = `${variable} ${date}`;
  let period = known.get(key);
  if (period === undefined) {
    const unit = pack.variables.find(({ name }) => name === variable)?.unit ?? 'eternity';
    period = unit === 'eternity' ? ETERNITY : parsePeriod(date).within(unit);
    known.set(key, period);
  }
  return period;
}
