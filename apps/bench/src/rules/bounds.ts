import { drawHouseholds, periodFor } from '@yokoten/openfisca/compare';
import { buildSimulation, parsePeriod, type Pack, type Simulation } from '@yokoten/rules';
import { repeatSimulation } from '@yokoten/rules/repeat';
import { boundsOfAll, type Output, survey, type Unknown } from '@yokoten/rules/bounds';
import type { StepPack } from '@yokoten/rules/trace';
import { figure, median, type Figure } from '../figure.ts';
import { BASE, DAY, OUTPUTS } from './japan.ts';
import { measure } from './measure.ts';

interface Rules {
  readonly pack: Pack;
  readonly steps: StepPack;
}

/** Most cases of a household that are tried one by one to know the true least and most. */
const MOST_CASES = 4096;

const TEN: readonly Output[] = OUTPUTS.map((variable) => ({ variable, period: DAY }));

/** Bounds and what to ask next, for the family and for random households. */
export async function* boundsFigures(rules: Rules, quick: boolean): AsyncGenerator<Figure> {
  const { simulation } = buildSimulation(rules.pack, BASE);
  const unknown = everyInput(simulation);
  const sixty = unknown.filter((_, at) => at % Math.floor(unknown.length / 60) === 0).slice(0, 60);
  const rounds = quick ? 40 : 200;
  const [bounds, asking, all] = [
    measure(rounds, () => boundsOfAll(simulation, rules.steps, TEN, sixty)),
    measure(rounds / 4, () => survey(simulation, rules.steps, TEN, sixty)),
    measure(rounds / 5, () => survey(simulation, rules.steps, TEN, unknown)),
  ];
  yield figure('bounds of 10 outputs, family of 4, 60 unknown inputs', bounds, 'ms', '<= 20');
  yield figure('the same with what to ask next, over all outputs', asking, 'ms', '<= 200');
  yield figure(`the same with all ${unknown.length} inputs unknown`, all, 'ms');
  yield* agreement(rules, quick ? 100 : 1000);
  yield figure(
    'median width of the bounds of 10 benefits, half of the inputs unknown, where they are not settled',
    medianWidth(rules, quick ? 50 : 500),
    '円',
  );
}

function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 4_294_967_296;
  };
}

/** Every input of everybody; a date within fifty years, an amount up to ten million. */
function everyInput({ pack, populations }: Simulation): Unknown[] {
  return pack.variables
    .filter(({ formulas, type }) => formulas === undefined && type !== 'text')
    .flatMap((variable) => {
      const { name, type } = variable;
      const range =
        type === 'date'
          ? { least: 0, most: 20_000 }
          : type === 'int' || type === 'float'
            ? { least: 0, most: 10_000_000 }
            : {};
      const { count } = populations[pack.entityOf(variable)] ?? { count: 0 };
      return Array.from({ length: count }, (_, member) => ({ variable: name, member, ...range }));
    });
}

/** The inputs of a drawn household with a few values each. */
function fewValues(simulation: Simulation): (Unknown & { readonly values: readonly number[] })[] {
  return [...simulation.inputs()].flatMap(({ index, period: { text: period }, column }) => {
    const { name, type, values: names } = simulation.pack.variable(index);
    if (type === 'text') return [];
    return Array.from(column as ArrayLike<number>, (value, member) => {
      const values =
        type === 'bool'
          ? [0, 1]
          : type === 'enum'
            ? (names ?? []).map((_, at) => at)
            : type === 'date'
              ? [value - 8000, value - 2500, value, value + 2500]
              : [0, value, value + 1_000_000, value + 3_000_000];
      return { variable: name, period, member, values };
    });
  });
}

/** Bounds beside every case there is. */
function* agreement({ pack, steps }: Rules, households: number): Generator<Figure> {
  const outputs = pack.variables.filter(
    ({ formulas, type }) =>
      formulas !== undefined && (type === 'float' || type === 'int' || type === 'bool'),
  );
  let [uncertain, met, broken] = [0, 0, 0];
  for (let seed = 0; seed < households; seed++) {
    const { simulation } = drawHouseholds(pack, steps, 1, DAY, seed);
    const random = numbersFrom(seed);
    const unknown: ReturnType<typeof fewValues> = [];
    let count = 1;
    for (const one of fewValues(simulation).toSorted(() => random() - 0.5)) {
      if (count * one.values.length > MOST_CASES) break;
      count *= one.values.length;
      unknown.push(one);
    }
    const cases = everyCase(simulation, unknown, count);
    const wanted = outputs.map(({ name, unit }) => ({
      variable: name,
      period: periodFor(unit, DAY),
    }));
    const found = boundsOfAll(simulation, steps, wanted, unknown);
    for (const [at, { variable, period }] of wanted.entries()) {
      const column = cases.calculate(variable, period) as Float32Array;
      const first = column.filter((_, member) => member % (column.length / count) === 0);
      const least = first.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
      const most = first.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
      const own = found[at];
      if (own === undefined) continue;
      if (own.least > least || own.most < most) broken++;
      if (least === most) continue;
      uncertain++;
      if (own.least === least && own.most === most) met++;
    }
  }
  yield figure(
    `households whose cases were tried one by one, up to ${MOST_CASES} each`,
    households,
    'households',
  );
  yield figure('uncertain values among their outputs', uncertain, 'values');
  yield figure('bounds that are the true least and most', (met / uncertain) * 100, '%', '>= 90');
  yield figure('true values outside of their bounds', broken, 'values', '<= 0');
}

function everyCase(
  simulation: Simulation,
  unknown: ReturnType<typeof fewValues>,
  count: number,
): Simulation {
  const cases = repeatSimulation(simulation, count);
  let stride = 1;
  for (const { variable, period = DAY, member, values } of unknown) {
    const column = cases.known(cases.pack.indexOf(variable), parsePeriod(period)) as Float32Array;
    const members = column.length / count;
    for (let at = 0; at < count; at++)
      column[at * members + member] = values[Math.floor(at / stride) % values.length] ?? 0;
    stride *= values.length;
  }
  return cases;
}

function medianWidth({ pack, steps }: Rules, households: number): number {
  const widths: number[] = [];
  for (let seed = 0; seed < households; seed++) {
    const { simulation } = drawHouseholds(pack, steps, 1, DAY, seed);
    const random = numbersFrom(seed);
    const unknown = everyInput(simulation).filter(() => random() < 0.5);
    for (const { least, most } of boundsOfAll(simulation, steps, TEN, unknown))
      if (least < most) widths.push(most - least);
  }
  return median(widths);
}
