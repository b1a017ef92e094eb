import type { StepPack } from '../ir.ts';
import { parsePeriod, type Period } from '../period.ts';
import type { Simulation } from '../simulation.ts';
import { isSettled, spanOf } from './cell.ts';
import { Question, samples, type Wanted } from './question.ts';
import type { Span } from './span.ts';
import { openInputs, type Unknown } from './unknown.ts';

/** Between what a member's value must lie. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** A value that is asked for. */
export interface Output {
  readonly variable: string;
  readonly period: string | number | Period;
  /** Position in the entity's population; default the first. */
  readonly member?: number;
}

/** An unknown input that can still change a result. */
export interface Missing extends Unknown {
  /** By how much knowing it narrows the bounds, on average of the values that were tried. See `survey` for several results. */
  readonly effect: number;
}

/** What is known about several results while inputs are unknown. */
export interface Survey {
  /** In the order of the outputs. */
  readonly bounds: readonly Bounds[];
  /** What to ask next, the most telling first; empty once every result is certain. */
  readonly missing: readonly Missing[];
}

/**
 * Lower and upper bound of a value while inputs are unknown. The true value always lies within, closing an input never widens
 * them, and with no unknown inputs both are the value. Where few cases are left they are met; else they can be wider than need
 * be, because what depends on the same input in several formulas is not always seen to do so.
 * @param unknown inputs without a value; any other input has what was stated, or its initial value
 * @throws RulesError as `Simulation.calculate` does
 */
export function boundsOf(
  simulation: Simulation,
  rules: StepPack,
  variable: string,
  period: string | number | Period,
  unknown: readonly Unknown[],
  member = 0,
): Bounds {
  const [bounds] = boundsOfAll(simulation, rules, [{ variable, period, member }], unknown);
  return bounds as Bounds;
}

/**
 * Bounds of several values, which takes far less than asking for one after the other.
 * @returns in the order of `outputs`
 * @throws RulesError as `Simulation.calculate` does
 */
export function boundsOfAll(
  simulation: Simulation,
  rules: StepPack,
  outputs: readonly Output[],
  unknown: readonly Unknown[],
): Bounds[] {
  const question = new Question(simulation, rules, openInputs(simulation, unknown));
  return outputs.map((output) => asBounds(question.bounds(wantedIn(simulation, output))));
}

/**
 * The unknown inputs that can still change a value, the one that narrows it most first: what to ask next.
 * @throws RulesError as `boundsOf` does
 */
export function missingInputs(
  simulation: Simulation,
  rules: StepPack,
  variable: string,
  period: string | number | Period,
  unknown: readonly Unknown[],
  member = 0,
): Missing[] {
  const question = new Question(simulation, rules, openInputs(simulation, unknown));
  const wanted = wantedIn(simulation, { variable, period, member });
  const before = widthOf(question.bounds(wanted));
  if (before === 0) return [];
  return order(question, [wanted], unknown, (width) =>
    Number.isFinite(width.before) ? width.before - width.after : Number(width.after < width.before),
  );
}

/**
 * Bounds of several values and the unknown inputs that can still change one of them. The `effect` of an input is the share of
 * what is uncertain that goes away when it is known, added up over the values: 1 settles one of them, or narrows two by half.
 * @throws RulesError as `boundsOf` does
 */
export function survey(
  simulation: Simulation,
  rules: StepPack,
  outputs: readonly Output[],
  unknown: readonly Unknown[],
): Survey {
  const question = new Question(simulation, rules, openInputs(simulation, unknown));
  const wanted = outputs.map((output) => wantedIn(simulation, output));
  const spans = wanted.map((one) => question.bounds(one));
  const unsettled = wanted.filter((_, at) => !isSettled(spans[at] as Span));
  const missing = order(question, unsettled, unknown, ({ before, after }) =>
    Number.isFinite(before) ? 1 - after / before : Number(after < before),
  );
  return { bounds: spans.map((span) => asBounds(span)), missing };
}

/** Unknown inputs that a value relies on, by what knowing them is worth on average of the values that are tried. */
function order(
  question: Question,
  outputs: readonly Wanted[],
  unknown: readonly Unknown[],
  worth: (width: { readonly before: number; readonly after: number }) => number,
): Missing[] {
  const open = outputs.map((wanted) => ({
    wanted,
    held: question.rough(wanted),
    inputs: question.open(wanted),
  }));
  return unknown
    .flatMap((one, input): Missing[] => {
      const touched = open.filter(({ inputs }) => inputs.has(input));
      if (touched.length === 0) return [];
      const tries = samples(question.inputs[input] as Question['inputs'][number]);
      const effects = touched.flatMap(({ wanted, held }) =>
        tries.map((value) => {
          const after = widthOf(spanOf(question.tried(wanted, input, value).cell));
          return worth({ before: widthOf(spanOf(held.cell)), after });
        }),
      );
      return [{ ...one, effect: effects.reduce((sum, effect) => sum + effect, 0) / tries.length }];
    })
    .sort((a, b) => b.effect - a.effect);
}

/** A member's value of a variable for a period, by position. */
export function wantedIn({ pack }: Simulation, { variable, period, member = 0 }: Output): Wanted {
  const at = typeof period === 'object' ? period : parsePeriod(period);
  return { variable: pack.indexOf(variable), period: at, member };
}

function widthOf({ lo, hi }: Span): number {
  return lo === hi ? 0 : hi - lo;
}

/** As it is told. */
export function asBounds({ lo, hi }: Span): Bounds {
  return { least: lo, most: hi };
}
