import { ETERNITY, type Pack, parseIsoDate, parsePeriod, type Period } from '@yokoten/rules';
import type { StepPack } from '@yokoten/rules/trace';
import { BenefitsError } from '../error.ts';
import type { BenefitPack } from '../model/pack.ts';
import type { Programme } from '../model/programme.ts';
import type { Gate, QuestionSet } from '../model/question.ts';
import type { PackSources } from '../model/source.ts';
import { inputsBehind } from './dependencies.ts';
import { type Input, inputFor, noSuchVariable } from './input.ts';
import { comparedTexts } from './text-values.ts';

/** A pack opened for one day and one set of programmes: all that answers do not change. */
export interface Check {
  readonly pack: BenefitPack;
  readonly steps: StepPack;
  readonly sources: PackSources;
  /** What gives reasons; a part of its own, so that questions are there before it. */
  readonly trace: Pick<typeof import('@yokoten/rules/trace'), 'explain' | 'ZeroReader'>;
  /** The day that is asked about, `YYYY-MM-DD`. */
  readonly date: string;
  readonly set: QuestionSet;
  /** Those of the set that exist on the day, in the set's order. */
  readonly programmes: readonly Programme[];
  /** Inputs that a programme of the set can depend on, by variable. */
  readonly inputs: ReadonlyMap<string, Input>;
  /** Positions of the inputs that a programme can depend on, by its id. */
  readonly behind: ReadonlyMap<string, ReadonlySet<number>>;
  readonly gates: readonly Gate[];
}

/** What a check is opened for. */
export interface CheckOptions {
  /** The day that is asked about, `YYYY-MM-DD`. There is no clock here. */
  readonly date: string;
  /** Id of a question set; without it the first. */
  readonly set?: string;
}

/**
 * Loads the rules' steps and sources and finds out which inputs the programmes depend on.
 * @throws BenefitsError `benefits/bad-date`, `benefits/unknown-set`, `benefits/unknown-programme`, `benefits/unknown-question`
 */
export async function openCheck(pack: BenefitPack, { date, set }: CheckOptions): Promise<Check> {
  if (parseIsoDate(date) === undefined) throw badDate(date);
  const [steps, sources, trace] = await Promise.all([
    pack.steps(),
    pack.sources?.(),
    import('@yokoten/rules/trace'),
  ]);
  const chosen = chooseSet(pack, set);
  const programmes = chosen.programmes
    .map((id) => programmeOf(pack, id))
    .filter(({ from = '', to = '9999-12-31' }) => from <= date && date <= to);
  return {
    pack,
    steps,
    sources: sources ?? { variables: {}, parameters: {} },
    trace,
    date,
    set: chosen,
    programmes,
    ...questionsOf(pack, steps, programmes, date),
  };
}

function questionsOf(
  { rules, questions, gates = [] }: BenefitPack,
  steps: StepPack,
  programmes: readonly Programme[],
  date: string,
): Pick<Check, 'inputs' | 'behind' | 'gates'> {
  const positions = new Map(rules.variables.map(({ name }, at) => [name, at]));
  const positionOf = (name: string): number => {
    const found = positions.get(name);
    if (found === undefined) throw noSuchVariable(name, rules);
    return found;
  };
  const asked = new Map(questions.map((one) => [positionOf(one.variable), one]));
  const compared = comparedTexts(rules, steps);
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

function chooseSet({ sets, programmes }: BenefitPack, wanted: string | undefined): QuestionSet {
  const all = sets ?? [{ id: 'main', programmes: programmes.map(({ id }) => id) }];
  const found = wanted === undefined ? all[0] : all.find(({ id }) => id === wanted);
  if (found !== undefined) return found;
  const known = all.map(({ id }) => id).join(', ');
  throw new BenefitsError('benefits/unknown-set', {
    ja: `「${wanted ?? ''}」という質問の組はありません。あるのは、${known}です。`,
    en: `There is no question set "${wanted ?? ''}". There are: ${known}.`,
  });
}

/**
 * A programme by its id.
 * @throws BenefitsError `benefits/unknown-programme`
 */
export function programmeOf({ programmes, id: pack }: BenefitPack, id: string): Programme {
  const found = programmes.find((one) => one.id === id);
  if (found !== undefined) return found;
  throw new BenefitsError('benefits/unknown-programme', {
    ja: `「${id.slice(0, 80)}」という制度は「${pack}」にありません。idを確かめてください。`,
    en: `There is no programme "${id.slice(0, 80)}" in the pack "${pack}". Check its id.`,
  });
}

function badDate(date: string): BenefitsError {
  return new BenefitsError('benefits/bad-date', {
    ja: `「${date.slice(0, 40)}」は日付として読めません。2026-04-01のように書いてください。`,
    en: `"${date.slice(0, 40)}" is not a date. Write it like 2026-04-01.`,
  });
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
