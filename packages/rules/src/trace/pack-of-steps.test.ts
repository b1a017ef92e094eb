import { expect, test } from 'vitest';
import { buildSimulation, RulesError } from '../index.ts';
import type { StepPack } from '../ir.ts';
import { explain } from './explain.ts';
import { type PackFacts, packOfSteps } from './pack-of-steps.ts';

const now = { moves: [] };
const facts: PackFacts = {
  origin: { name: 'own', version: '1', licence: 'MIT', source: 'https://example.org/' },
  entities: [
    { key: 'person', plural: 'persons' },
    { key: 'home', plural: 'homes', roles: [{ key: 'member', plural: 'members' }] },
  ],
  parameters: [{ path: 'rate', values: [['2020-01-01', 3], ['2024-10-01', 5]] }], // prettier-ignore
  variables: [
    { name: 'hours', entity: 'person', type: 'int', unit: 'eternity', initial: 0 },
    { name: 'pay', entity: 'person', type: 'int', unit: 'month', initial: 0 },
    { name: 'total', entity: 'home', type: 'int', unit: 'month', initial: 0 },
    { name: 'loop', entity: 'home', type: 'int', unit: 'month', initial: 0 },
    { name: 'past', entity: 'home', type: 'int', unit: 'month', initial: 0 },
  ],
};
const get = (variable: number, axis: number) =>
  ({ op: 'get', variable, when: now, kind: 'int64', axis }) as const;
const steps: StepPack = {
  tables: [],
  keys: [],
  formulas: [
    [],
    [
      {
        from: '2020-01-01',
        body: {
          steps: [
            get(0, 0),
            { op: 'parameter', parameter: 0, when: now, kind: 'int64', axis: -1 },
            { op: 'mul', args: [0, 1], kind: 'int64', axis: 0 },
          ],
          result: 2,
        },
      },
    ],
    [
      {
        from: '2022-01-01',
        body: {
          steps: [
            get(1, 0),
            { op: 'sum', entity: 1, mask: -1, args: [0], kind: 'float64', axis: 1 },
          ],
          result: 1,
        },
      },
    ],
    [{ from: '2020-01-01', body: { steps: [get(3, 1)], result: 0 } }],
    [
      {
        from: '0001-01-01',
        body: {
          steps: [{ ...get(4, 1), when: { moves: [['offset', -1, 'month']] } }],
          result: 0,
        },
      },
    ],
  ],
};
const pack = packOfSteps(facts, steps);
const run = (hours: number) =>
  buildSimulation(pack, {
    persons: { a: { hours: { ETERNITY: hours } }, b: { hours: { ETERNITY: 2 } } },
    homes: { h: { members: ['a', 'b'] } },
  }).simulation;
const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    return (error as RulesError).code;
  }
  return undefined;
};

test('values, dates and the newest rule used are those of a compiled pack', () => {
  const simulation = run(10);
  expect([...simulation.calculate('total', '2021-12')]).toEqual([0]);
  expect([...simulation.calculate('total', '2024-09')]).toEqual([36]);
  expect(simulation.asOf).toBe('2022-01-01');
  expect([...simulation.calculate('total', '2024-10')]).toEqual([60]);
  expect(simulation.asOf).toBe('2024-10-01');
  expect(explain(simulation, steps, 'total', '2024-10').nodes.at(-1)?.value).toBe(60);
});

test('what is stated is not worked out', () => {
  const simulation = run(10);
  const { simulation: stated } = buildSimulation(pack, {
    persons: { a: { pay: { '2024-10': 7 } } },
    homes: { h: { members: ['a'] } },
  });
  expect([...stated.calculate('total', '2024-10')]).toEqual([7]);
  expect([...simulation.calculate('pay', '2024-10')]).toEqual([50, 10]);
});

test('rings, endless pasts and numbers beyond 32 bits are errors', () => {
  expect(codeOf(() => run(1).calculate('loop', '2024-10'))).toBe('rules/cycle');
  expect(codeOf(() => run(1).calculate('past', '2024-10'))).toBe('rules/spiral');
  expect(codeOf(() => run(2_000_000_000).calculate('pay', '2024-10'))).toBe('rules/too-large');
});
