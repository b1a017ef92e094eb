import * as fc from 'fast-check';
import { buildSimulation, parsePeriod, type Pack, type Simulation } from '@yokoten/rules';
import { repeatSimulation } from '@yokoten/rules/repeat';
import {
  type Bounds,
  BoundsReader,
  boundsOf,
  boundsOfAll,
  missingInputs,
  type Output,
  survey,
  type Unknown,
} from '@yokoten/rules/bounds';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isFull, isQuick } from '../../../apps/tools/src/tier.ts';
import { drawHouseholds, periodFor } from '../src/compare.ts';
import { load, type Loaded, MIHON } from './compile-fixture.ts';

let mihon: Loaded;
beforeAll(async () => {
  mihon = await load(MIHON);
});
afterAll(() => mihon.remove());

const DAY = '2024-10-01';
const runs = fc.readConfigureGlobal().numRuns ?? 100;

/** Variables whose results are numbers, with the period they are asked for. */
function numericOutputs({ variables }: Pack): { name: string; period: string }[] {
  return variables
    .filter(
      ({ formulas, type }) =>
        formulas !== undefined && (type === 'float' || type === 'int' || type === 'bool'),
    )
    .map(({ name, unit }) => ({ name, period: periodFor(unit, DAY) }));
}

/** Every input of a drawn household, as something unknown that could have its drawn value. */
function unknownInputs(simulation: Simulation, random: () => number): Unknown[] {
  return [...simulation.inputs()].flatMap(({ index, period: { text: period }, column }) => {
    const { name, type } = simulation.pack.variable(index);
    return Array.from(column as ArrayLike<number | string>, (value, member): Unknown => {
      if (typeof value === 'string')
        return { variable: name, period, member, values: [value, '?', '一丁目'] };
      if (type === 'bool' || type === 'enum') return { variable: name, period, member };
      const reach = Math.floor(random() * 400_000);
      return {
        variable: name,
        period,
        member,
        least: value - (type === 'date' ? 3000 : reach),
        most: value + (type === 'date' ? 3000 : reach),
      };
    });
  });
}

/** Numbers between 0 and 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 4_294_967_296;
  };
}

function drawn(seed: number): { simulation: Simulation; unknown: Unknown[]; random: () => number } {
  const { simulation } = drawHouseholds(mihon.pack, mihon.steps, 1, DAY, seed);
  const random = randomFrom(seed);
  return { simulation, unknown: unknownInputs(simulation, random), random };
}

/** Some values of a household, another part of the outputs for each. */
function someValues(simulation: Simulation, seed: number, count: number): Output[] {
  const outputs = numericOutputs(mihon.pack);
  return Array.from({ length: count }, (_, at) => {
    const { name, period } = outputs[(seed * count + at) % outputs.length] ?? {
      name: '',
      period: '',
    };
    const members = simulation.calculate(name, period).length;
    return { variable: name, period, member: (seed >>> 3) % members };
  });
}

/** Households in all: 1,000,000 in the full tier. */
const HOUSEHOLDS = isFull ? 1_000_000 : isQuick ? 1000 : 10_000;
const IN_A_RUN = Math.ceil(HOUSEHOLDS / runs);

test('the true value lies within; closing an input never widens; all known is the value itself', () => {
  let households = 0;
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (first, share) => {
      for (let seed = first; seed < first + IN_A_RUN; seed++, households++) {
        const { simulation, unknown, random } = drawn(seed);
        const some = unknown.filter(() => random() < share);
        const fewer = some.filter(() => random() < 0.5);
        const outputs = someValues(simulation, seed, 4);
        const wide = boundsOfAll(simulation, mihon.steps, outputs, some);
        const narrow = boundsOfAll(simulation, mihon.steps, outputs, fewer);
        const closed = boundsOfAll(simulation, mihon.steps, outputs, []);
        for (const [at, { variable, period, member = 0 }] of outputs.entries()) {
          const value = Number(simulation.calculate(variable, period)[member]);
          const [w, n, c] = [wide[at], narrow[at], closed[at]] as [Bounds, Bounds, Bounds];
          const holds =
            w.least <= n.least &&
            n.least <= value &&
            value <= n.most &&
            n.most <= w.most &&
            c.least === value &&
            c.most === value;
          if (!holds) expect({ seed, variable, member, value, w, n, c }).toBe('bounds that hold');
        }
      }
    }),
  );
  expect(households).toBeGreaterThanOrEqual(HOUSEHOLDS);
}, 3_600_000);

/** Inputs with few values, as many as make no more cases than can be tried. */
function enumerable(unknown: readonly Unknown[], random: () => number, most: number): Unknown[] {
  const picked: Unknown[] = [];
  let cases = 1;
  for (const one of unknown.toSorted(() => random() - 0.5)) {
    const few =
      one.values !== undefined || one.least === undefined
        ? one
        : {
            ...one,
            values: [one.least, Math.round((one.least + (one.most ?? 0)) / 2), one.most ?? 0],
          };
    cases *= valuesOf(few).length;
    if (cases > most) break;
    picked.push(few);
  }
  return picked;
}

function valuesOf({ variable, values }: Unknown): readonly (number | string)[] {
  if (values !== undefined) return values;
  const { values: names = ['0', '1'] } =
    mihon.pack.variables.find(({ name }) => name === variable) ?? {};
  return names.map((_, at) => at);
}

/** Every case there is, all in one simulation. */
function everyCase(
  simulation: Simulation,
  unknown: readonly Unknown[],
): { cases: Simulation; count: number } {
  const count = unknown.reduce((product, one) => product * valuesOf(one).length, 1);
  const cases = repeatSimulation(simulation, count);
  let stride = 1;
  for (const one of unknown) {
    const index = cases.pack.indexOf(one.variable);
    const column = cases.known(index, parsePeriod(one.period ?? DAY));
    const values = valuesOf(one);
    const members = (column?.length ?? 0) / count;
    for (let at = 0; at < count; at++)
      if (column !== undefined)
        column[at * members + one.member] = values[
          Math.floor(at / stride) % values.length
        ] as never;
    stride *= values.length;
  }
  return { cases, count };
}

/** Households of which every case is tried. */
const ENUMERATED = isQuick ? 100 : 1000;

test(`of ${ENUMERATED} cases that can be enumerated, nine in ten bounds are the true least and most`, () => {
  let [equal, all] = [0, 0];
  for (let seed = 0; seed < ENUMERATED; seed++) {
    const { simulation, unknown, random } = drawn(seed);
    const few = enumerable(unknown, random, 2048);
    const { cases, count } = everyCase(simulation, few);
    const outputs = someValues(simulation, seed, 6);
    const bounds = boundsOfAll(simulation, mihon.steps, outputs, few);
    for (const [number, { variable, period, member = 0 }] of outputs.entries()) {
      const tried = cases.calculate(variable, period);
      const members = tried.length / count;
      let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (let at = member; at < tried.length; at += members) {
        least = Math.min(least, Number(tried[at]));
        most = Math.max(most, Number(tried[at]));
      }
      const found = bounds[number];
      if (found === undefined) continue;
      if (found.least > least || found.most < most)
        expect({ seed, variable, member, least, most, found }).toBe('bounds that hold');
      // A value that is certain says nothing about how narrow bounds are.
      if (least === most) continue;
      all++;
      if (found.least === least && found.most === most) equal++;
    }
  }
  expect(all).toBeGreaterThan(ENUMERATED);
  expect(equal / all).toBeGreaterThanOrEqual(0.9);
}, 120_000);

function family(): Simulation {
  return buildSimulation(mihon.pack, {
    persons: { A: {}, B: { birth: { ETERNITY: '2012-05-01' } }, C: {} },
    households: { h: { guardians: ['A'], children: ['B', 'C'] } },
  }).simulation;
}

describe('what to ask next', () => {
  const income: Unknown = { variable: 'income', member: 0, least: 0, most: 1_000_000 };
  const birth: Unknown = { variable: 'birth', member: 2, least: 10_000, most: 20_000 };
  const work: Unknown = { variable: 'work', member: 0 };

  test('only inputs that can change the value, the telling ones first', () => {
    const missing = missingInputs(family(), mihon.steps, 'support', '2024-10', [
      work,
      birth,
      income,
    ]);
    expect(missing.map(({ variable }) => variable)).toEqual(['income', 'birth']);
    expect(boundsOf(family(), mihon.steps, 'support', '2024-10', [income, birth])).toEqual({
      least: 0,
      most: 24_000,
    });
    const rich = { ...income, least: 900_000 };
    expect(missingInputs(family(), mihon.steps, 'support', '2024-10', [rich, birth])).toEqual([]);
  });

  test('a text that is not known is one of those named', () => {
    const place: Unknown = { variable: 'place', member: 0, values: ['北八', '北七', '南'] };
    expect(boundsOf(family(), mihon.steps, 'place_bonus', '2024-10', [place])).toEqual({
      least: 7,
      most: 80,
    });
  });

  test('several values at once: what settles most comes first, until nothing is left', () => {
    const outputs = ['support', 'levy', 'place_bonus'].map((variable) => ({
      variable,
      period: '2024-10',
    }));
    const place: Unknown = { variable: 'place', member: 0, values: ['北八', '南'] };
    const open = survey(family(), mihon.steps, outputs, [work, birth, income, place]);
    expect(open.bounds.map(({ least, most }) => least < most)).toEqual([true, true, true]);
    expect(open.missing.map(({ variable }) => variable).slice(0, 1)).toEqual(['income']);
    expect(open.missing.map(({ variable }) => variable)).not.toContain('work');
    const settled = survey(family(), mihon.steps, outputs, [work]);
    expect(settled.missing).toEqual([]);
    expect(settled.bounds.every(({ least, most }) => least === most)).toBe(true);
  });

  test('an input that alone settles nothing is still asked for', () => {
    const outputs = numericOutputs(mihon.pack).map(({ name, period }) => ({
      variable: name,
      period,
    }));
    for (let seed = 0; seed < 60; seed++) {
      const { simulation, unknown, random } = drawn(seed);
      const some = unknown.filter(() => random() < 0.3);
      const { bounds, missing } = survey(simulation, mihon.steps, outputs, some);
      // What is not asked for cannot matter: with every missing input known, whatever else is unknown, all is settled.
      const rest = some.filter(
        (one) =>
          !missing.some(
            ({ variable, member }) => variable === one.variable && member === one.member,
          ),
      );
      const after = boundsOfAll(simulation, mihon.steps, outputs, rest);
      expect(after.every(({ least, most }) => least === most)).toBe(true);
      if (missing.length === 0)
        expect(bounds.every(({ least, most }) => least === most)).toBe(true);
    }
  });
});

function within(inner: Bounds, outer: Bounds): boolean {
  return outer.least <= inner.least && inner.most <= outer.most;
}

test('a reader says what one on its own does; narrowed it holds the same values; other inputs do not matter', () => {
  const outputs = numericOutputs(mihon.pack);
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const { simulation, unknown, random } = drawn(seed);
      const reader = new BoundsReader(simulation, mihon.steps, unknown);
      const at = Math.floor(random() * unknown.length);
      const one = unknown[at];
      if (one === undefined) return;
      const least = one.least ?? 0;
      const change = one.values === undefined ? { ...one, least, most: least } : one;
      const narrowed = reader.narrowed(new Map([[at, change]]));
      const anew = unknown.map((other) => (other === one ? change : other));
      for (const { name, period } of outputs) {
        const alone = boundsOf(simulation, mihon.steps, name, period, unknown);
        const after = boundsOf(simulation, mihon.steps, name, period, anew);
        expect([name, reader.bounds(name, period)]).toEqual([name, alone]);
        expect([name, within(after, narrowed.bounds(name, period))]).toEqual([name, true]);
        expect([name, within(after, alone)]).toEqual([name, true]);
        if (!reader.open(name, period).has(at)) expect([name, after]).toEqual([name, alone]);
        const settled = alone.least === alone.most;
        if (!settled) expect([name, reader.open(name, period).size > 0]).toEqual([name, true]);
      }
    }),
    { numRuns: isQuick ? 20 : Math.min(runs, 1000) },
  );
}, 120_000);
