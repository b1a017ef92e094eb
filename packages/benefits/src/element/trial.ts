import type { Answer, CheckState } from '../ask/state.ts';
import { answerKey } from '../ask/state.ts';
import { concerns } from '../facts/facts.ts';
import type { Check } from '../open/check.ts';
import type { Input } from '../open/input.ts';
import type { Standing } from '../result/standing.ts';
import { sweep, type Sweep } from '../what-if/sweep.ts';

/** An input whose value can be tried, of a member or of the household, and what was answered. */
export interface Trial {
  /** That of its answer. */
  readonly key: string;
  readonly input: Input;
  readonly member?: string;
  /** What was answered; 0 where nothing was. */
  readonly now: number;
  readonly from: number;
  readonly to: number;
  /** Between two places of the slider. */
  readonly step: number;
}

/** Places of a slider: as many as a phone has pixels to tell apart. */
const STOPS = 100;

/** How far a slider goes at least, by what is counted. */
const REACH: Readonly<Record<string, number>> = {
  yen: 5_000_000,
  'yen-per-month': 500_000,
  'yen-per-year': 10_000_000,
  'hours-per-week': 50,
  persons: 10,
};

/** Everything in figures that can be tried: what was answered first, then what is still to be asked, then yearly money. */
export function trialsOf(
  check: Check,
  { members, answers }: CheckState,
  asks: Standing['asks'],
): Trial[] {
  const said = new Map(answers.map((answer): [string, Answer] => [answerKey(answer), answer]));
  const trials = [...check.inputs.values()].flatMap((input): Trial[] => {
    if (input.control !== 'number' || input.question.untried === true) return [];
    if (check.set.given?.[input.variable] !== undefined) return [];
    const of = input.ofPersons ? members.filter((one) => concerns(check, input, one)) : [undefined];
    return of.map((member) => {
      const known = member === undefined ? {} : { member: member.id };
      const key = answerKey({ ask: 'value', variable: input.variable, ...known, value: null });
      const answer = said.get(key);
      const value = answer?.ask === 'value' ? answer.value : undefined;
      return trialOf(key, input, known, typeof value === 'number' ? value : undefined);
    });
  });
  const asked = new Set(
    asks.flatMap(({ ask }) => (ask.ask === 'gate' ? ask.gate.variables : [ask.input.variable])),
  );
  const rank = ({ key, input }: Trial): number => {
    if (said.has(key)) return 0;
    if (asked.has(input.variable)) return 1;
    return input.question.unit === 'yen-per-year' ? 2 : 3;
  };
  return trials.toSorted((a, b) => rank(a) - rank(b));
}

function trialOf(
  key: string,
  input: Input,
  known: { member?: string },
  value: number | undefined,
): Trial {
  const { least = 0, most = Number.POSITIVE_INFINITY, question } = input;
  const now = value ?? Math.max(0, least);
  const wanted = Math.max(REACH[question.unit ?? ''] ?? 100, now * 2);
  const step = roundStep((wanted - least) / STOPS, question.step);
  const to = Math.min(least + step * Math.ceil((wanted - least) / step), most);
  return { key, input, ...known, now, from: least, to, step };
}

/** A step that can be read: 1, 2 or 5 with noughts, and no smaller than the pack asks for. */
function roundStep(step: number, asked: number | undefined): number {
  if (asked !== undefined && asked >= step) return asked;
  const ten = 10 ** Math.floor(Math.log10(Math.max(step, 1)));
  const found = [1, 2, 5, 10].find((one) => one * ten >= step) ?? 10;
  return Math.max(1, found * ten);
}

/** Worked out once for a state, however often the slider moves. */
const worked = new WeakMap<CheckState, Map<string, Sweep>>();

/**
 * Every programme's amounts over the range of a trial. The places of the slider are among the values.
 * @throws RulesError where the rules cannot be worked out
 */
export function sweepOf(check: Check, state: CheckState, trial: Trial): Sweep {
  const kept = worked.get(state) ?? new Map<string, Sweep>();
  worked.set(state, kept);
  const known = kept.get(`${check.set.id} ${trial.key}`);
  if (known !== undefined) return known;
  const { input, member, from, to, step } = trial;
  const found = sweep(check, state, {
    variable: input.variable,
    ...(member !== undefined && { member }),
    from,
    to,
    points: Math.round((to - from) / step) + 1,
  });
  kept.set(`${check.set.id} ${trial.key}`, found);
  return found;
}

/** Position of the value among those that were tried, or of the last one before it. */
export function positionOf(value: number, values: readonly number[]): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((values[middle] ?? Infinity) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
