import * as fc from 'fast-check';
import {
  buildSimulation,
  parsePeriod,
  type Pack,
  repeatSimulation,
  type Simulation,
} from '@yokoten/rules';
import { BoundsReader, boundsOf, missingInputs, type Unknown } from '@yokoten/rules/bounds';
import type { StepPack } from '@yokoten/rules/trace';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

function drawn(seed: number): { simulation: Simulation; unknown: Unknown[]; random: () => number } {
  const { simulation } = drawHouseholds(mihon.pack, mihon.steps, 1, DAY, seed);
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 4_294_967_296;
  };
  return { simulation, unknown: unknownInputs(simulation, random), random };
}

test('the true value lies within; closing an input never widens; all known is the value itself', () => {
  const outputs = numericOutputs(mihon.pack);
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, share) => {
      const { simulation, unknown, random } = drawn(seed);
      const some = unknown.filter(() => random() < share);
      const fewer = some.filter(() => random() < 0.5);
      for (const { name, period } of outputs) {
        const column = simulation.calculate(name, period);
        const rules: StepPack = mihon.steps;
        for (let member = 0; member < column.length; member++) {
          const value = Number(column[member]);
          const wide = boundsOf(simulation, rules, name, period, some, member);
          const narrow = boundsOf(simulation, rules, name, period, fewer, member);
          const closed = boundsOf(simulation, rules, name, period, [], member);
          expect([name, wide.least <= value && value <= wide.most]).toEqual([name, true]);
          expect([name, wide.least <= narrow.least && narrow.most <= wide.most]).toEqual([
            name,
            true,
          ]);
          expect([name, closed]).toEqual([name, { least: value, most: value }]);
        }
      }
    }),
    { numRuns: Math.min(runs, 400) },
  );
}, 120_000);

test('where all cases can be tried, nine in ten bounds are the true least and most', () => {
  const outputs = numericOutputs(mihon.pack);
  let [equal, all] = [0, 0];
  for (let seed = 0; seed < 40; seed++) {
    const { simulation, unknown } = drawn(seed);
    const few = unknown
      .filter(
        ({ variable, values, least }) =>
          values === undefined && least === undefined && variable !== 'none',
      )
      .slice(0, 4);
    const sizes = few.map(
      ({ variable }) =>
        mihon.pack.variables.find(({ name }) => name === variable)?.values?.length ?? 2,
    );
    const count = sizes.reduce((product, size) => product * size, 1);
    const cases = repeatSimulation(simulation, count);
    let stride = 1;
    for (const [at, { variable, member }] of few.entries()) {
      const index = cases.pack.indexOf(variable);
      const unit = cases.pack.variable(index).unit;
      const period = parsePeriod(periodFor(unit, DAY));
      const column = cases.known(index, period);
      const members = (column?.length ?? 0) / count;
      const size = sizes[at] ?? 1;
      for (let one = 0; one < count; one++)
        if (column !== undefined)
          column[one * members + member] = (Math.floor(one / stride) % size) as never;
      stride *= size;
    }
    for (const { name, period } of outputs) {
      const tried = cases.calculate(name, period);
      const members = tried.length / count;
      for (let member = 0; member < members; member++) {
        const values = Array.from({ length: count }, (_, one) =>
          Number(tried[one * members + member]),
        );
        const { least, most } = boundsOf(simulation, mihon.steps, name, period, few, member);
        expect([name, least <= Math.min(...values) && Math.max(...values) <= most]).toEqual([
          name,
          true,
        ]);
        all++;
        if (least === Math.min(...values) && most === Math.max(...values)) equal++;
      }
    }
  }
  expect(all).toBeGreaterThan(1000);
  expect(equal / all).toBeGreaterThanOrEqual(0.9);
});

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
});

test('a reader says what one on its own does; narrowed it says what a new one would; other inputs do not matter', () => {
  const outputs = numericOutputs(mihon.pack);
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { simulation, unknown, random } = drawn(seed);
      const reader = new BoundsReader(simulation, mihon.steps, unknown);
      for (const { name, period } of outputs) reader.bounds(name, period);
      const at = Math.floor(random() * unknown.length);
      const one = unknown[at];
      if (one === undefined) return;
      const least = one.least ?? 0;
      const change = one.values === undefined ? { ...one, least, most: least } : one;
      const narrowed = reader.narrowed(new Map([[at, change]]));
      const anew = unknown.map((other) => (other === one ? change : other));
      for (const { name, period } of outputs) {
        const alone = boundsOf(simulation, mihon.steps, name, period, unknown);
        expect([name, reader.bounds(name, period)]).toEqual([name, alone]);
        const after = narrowed.bounds(name, period);
        expect([name, after]).toEqual([
          name,
          boundsOf(simulation, mihon.steps, name, period, anew),
        ]);
        if (!reader.open(name, period).has(at)) expect([name, after]).toEqual([name, alone]);
      }
    }),
  );
});
