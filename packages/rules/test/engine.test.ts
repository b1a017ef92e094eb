import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSimulation, calculate, type RulesError, rankMembers } from '../src/index.ts';
import { samplePack } from './sample-pack.ts';

const family = {
  persons: {
    Aiko: { birth: { ETERNITY: '1990-06-15' }, income: { 2024: 3_600_000.6 } },
    Jun: { birth: { ETERNITY: '2010-01-31' } },
    Mei: { birth: { ETERNITY: '2012-02-01' } },
    Sora: { birth: { ETERNITY: '2020-12-01' } },
  },
  households: { home: { guardians: ['Aiko'], children: ['Jun', 'Mei', 'Sora'] } },
};

const run = (situation: object = family) =>
  buildSimulation(samplePack, { ...situation }).simulation;
const codeOf = (work: () => unknown): [string, string] | undefined => {
  try {
    work();
  } catch (error) {
    return [(error as RulesError).code, (error as RulesError).path.join('/')];
  }
  return undefined;
};

describe('calculating', () => {
  test('ages, ranks and dated amounts', () => {
    const simulation = run();
    expect([...simulation.calculate('age', '2024-06')]).toEqual([33, 14, 12, 3]);
    expect([...simulation.calculate('age', '2024-07')]).toEqual([34, 14, 12, 3]);
    expect([...simulation.calculate('support', '2024-09')]).toEqual([20_000]);
    expect(simulation.asOf).toBe('2015-04-01');
    expect([...simulation.calculate('support', '2024-10')]).toEqual([24_000]);
    expect(simulation.asOf).toBe('2024-10-01');
  });

  test('before the first formula and after the end a variable has its initial value', () => {
    expect([...run().calculate('support', '2015-03')]).toEqual([0]);
    expect(run().calculate('levy', '2029-12')).toHaveLength(4);
    expect([...run().calculate('levy', '2030-01')]).toEqual([0, 0, 0, 0]);
  });

  test('single precision is kept: a yearly income, divided, is numpy’s figure', () => {
    const [january] = run().calculate('income', '2024-01');
    expect(january).toBe(Math.fround(3_600_000.6 / 12));
    expect(run().calculate('levy', '2024-01')[0]).toBe(
      Math.fround(20_000 + 0.25 * (Number(january) - 200_000)),
    );
  });

  test('sums and shares', () => {
    const [year] = run().calculate('levy', '2024', 'add');
    expect(year).toBeCloseTo(12 * 45_000, 0);
    expect(codeOf(() => run().calculate('levy', '2024'))).toEqual(['rules/period-mismatch', '']);
    expect(codeOf(() => run().calculate('income', '2024-01-05', 'add'))?.[0]).toBe(
      'rules/period-mismatch',
    );
    expect(run().calculate('income', '2024-01-05', 'divide')[0]).toBeCloseTo(300_000 / 31, 1);
  });

  test('what is already known for one month is not divided again', () => {
    const simulation = run({
      persons: { Aiko: { income: { 2024: 1200, '2024-01': 100, 'month:2024-02:2': 20 } } },
    });
    expect(
      ['2024-01', '2024-02', '2024-03', '2024-04'].map(
        (month) => simulation.calculate('income', month)[0],
      ),
    ).toEqual([100, 10, 10, Math.fround(1080 / 9)]);
  });

  test('cycles and spirals are named, with the way round', () => {
    expect(codeOf(() => run().calculate('echo', '2024-01'))).toEqual(['rules/cycle', '']);
    expect(codeOf(() => run().calculate('memory', '2024-01'))).toEqual(['rules/spiral', '']);
    const known = run({ persons: { Aiko: { memory: { '2023-12': 41 } } } });
    expect(known.calculate('memory', '2024-01')[0]).toBe(42);
  });

  test('a cycle found once does not poison the simulation', () => {
    const simulation = run();
    expect(codeOf(() => simulation.calculate('echo', '2024-01'))?.[0]).toBe('rules/cycle');
    expect(codeOf(() => simulation.calculate('echo', '2024-01'))?.[0]).toBe('rules/cycle');
    expect([...simulation.calculate('support', '2024-10')]).toEqual([24_000]);
  });
});

describe('calculate: a situation with nulls', () => {
  const asked = {
    persons: { ...family.persons, Jun: { ...family.persons.Jun, age: { '2024-10': null } } },
    households: {
      home: {
        ...family.households.home,
        support: { '2024-10': null },
        housing: { '2024-10': null },
      },
    },
  };

  test('fills in, says what it was worked out with, and leaves the question as it was', () => {
    const before = JSON.stringify(asked);
    const answer = calculate(samplePack, asked);
    expect(answer).toMatchObject({
      arithmetic: 'numpy',
      asOf: '2024-10-01',
      origin: { name: 'sample' },
    });
    expect(answer.situation).toMatchObject({
      persons: { Jun: { age: { '2024-10': 14 } } },
      households: { home: { support: { '2024-10': 24_000 }, housing: { '2024-10': 'tenant' } } },
    });
    expect(JSON.stringify(asked)).toBe(before);
  });

  test('persons outside of every household get one of their own', () => {
    const { simulation } = buildSimulation(samplePack, {
      persons: { A: {}, B: {} },
      households: { h: { children: ['B'] } },
    });
    expect(simulation.populations[0]?.ids).toEqual(['h', 'A']);
  });
});

describe('what is wrong in a situation is said with its path', () => {
  const one = { persons: { A: {} } };
  test.each([
    [{ towns: {}, ...one }, 'rules/unknown-entity', 'towns'],
    [{ persons: {} }, 'rules/missing-person', 'persons'],
    [{ persons: { A: { wage: { '2024-01': 1 } } } }, 'rules/unknown-variable', 'persons/A/wage'],
    [{ persons: { A: { income: { '2024-13': 1 } } } }, 'rules/bad-period', 'persons/A/income'],
    [{ persons: { A: { age: { 2024: 1 } } } }, 'rules/period-mismatch', 'persons/A/age/2024'],
    [
      { persons: { A: { income: { '2024-01': 'abc' } } } },
      'rules/bad-value',
      'persons/A/income/2024-01',
    ],
    [{ persons: { A: { income: 5 } } }, 'rules/bad-value', 'persons/A/income'],
    [{ persons: { A: { age: { '2024-01': 3e9 } } } }, 'rules/bad-value', 'persons/A/age/2024-01'],
    [
      { persons: { A: { birth: { ETERNITY: '1980-02-30' } } } },
      'rules/bad-value',
      'persons/A/birth/ETERNITY',
    ],
    [
      { persons: { A: { support: { '2024-01': 1 } } } },
      'rules/entity-mismatch',
      'persons/A/support',
    ],
    [
      { ...one, households: { h: { housing: { '2024-01': 'castle' } } } },
      'rules/bad-value',
      'households/h/housing/2024-01',
    ],
    [
      { ...one, households: { h: { guardians: ['Z'] } } },
      'rules/missing-person',
      'households/h/guardians',
    ],
    [
      { ...one, households: { h: { guardians: ['A'], children: ['A'] } } },
      'rules/bad-value',
      'households/h/children',
    ],
    [
      { persons: { A: {}, B: {}, C: {} }, households: { h: { guardians: ['A', 'B', 'C'] } } },
      'rules/role-full',
      'households/h/guardians',
    ],
    [
      { persons: { A: { income: { 2024: 12, 'month:2024-01:6': 1, 'month:2024-07:6': 1 } } } },
      'rules/bad-value',
      'persons/A/income/2024',
    ],
    [
      JSON.parse('{"__proto__": {"persons": 1}, "persons": {"A": {}}}'),
      'rules/unknown-entity',
      '__proto__',
    ],
    [
      JSON.parse('{"persons": {"A": {"__proto__": {"2024-01": 1}}}}'),
      'rules/unknown-variable',
      'persons/A/__proto__',
    ],
  ])('%j', (situation, code, path) => {
    expect(codeOf(() => buildSimulation(samplePack, situation as object as never))).toEqual([
      code,
      path,
    ]);
  });
});

test('ranks are a permutation of each group’s members that meet the condition', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          group: fc.nat(4),
          value: fc.integer({ min: -3, max: 3 }),
          meets: fc.boolean(),
        }),
      ),
      (people) => {
        const of = Int32Array.from(people, ({ group }) => group);
        const values = people.map(({ value }) => value);
        const ranks = rankMembers(
          { of, roles: of },
          values,
          people.map(({ meets }) => Number(meets)),
        );
        for (const [i, { group, value, meets }] of people.entries()) {
          const before = people.filter(
            (other, j) =>
              other.meets &&
              other.group === group &&
              (other.value < value || (other.value === value && j < i)),
          );
          expect(ranks[i]).toBe(meets ? before.length : -1);
        }
      },
    ),
  );
});
