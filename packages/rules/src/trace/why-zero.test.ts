import { expect, test } from 'vitest';
import { buildSimulation } from '../index.ts';
import type { StepPack } from '../ir.ts';
import { explain } from './explain.ts';
import { type PackFacts, packOfSteps } from './pack-of-steps.ts';
import { ZeroReader } from './why-zero.ts';

const now = { moves: [] };
const facts: PackFacts = {
  origin: { name: 'own', version: '1', licence: 'MIT', source: 'https://example.org/' },
  entities: [
    { key: 'person', plural: 'persons' },
    { key: 'home', plural: 'homes', roles: [{ key: 'adult' }, { key: 'child' }] },
  ],
  parameters: [{ path: 'limit', values: [['2020-01-01', 500]] }],
  variables: [
    { name: 'income', entity: 'home', type: 'int', unit: 'month', initial: 0 },
    { name: 'entitled', entity: 'home', type: 'bool', unit: 'month', initial: 0 },
    { name: 'support', entity: 'home', type: 'int', unit: 'month', initial: 0 },
  ],
};
const number = { kind: 'int64', axis: 1 } as const;
const truth = { kind: 'bool', axis: 1 } as const;
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
            { op: 'get', variable: 0, when: now, ...number },
            { op: 'parameter', parameter: 0, when: now, kind: 'int64', axis: -1 },
            { op: 'le', args: [0, 1], ...truth },
            { op: 'count', entity: 1, mask: 2, ...number },
            { op: 'const', value: 0, kind: 'int64', axis: -1 },
            { op: 'gt', args: [3, 4], ...truth, name: 'has_children' },
            { op: 'mul', args: [2, 5], ...truth },
          ],
          result: 6,
        },
      },
    ],
    [
      {
        from: '2020-01-01',
        body: {
          steps: [
            { op: 'get', variable: 1, when: now, ...truth },
            { op: 'const', value: 300, kind: 'int64', axis: -1 },
            { op: 'get', variable: 0, when: now, ...number },
            { op: 'sub', args: [1, 2], ...number },
            { op: 'const', value: 0, kind: 'int64', axis: -1 },
            { op: 'max', args: [3, 4], ...number },
            { op: 'mul', args: [0, 5], ...number },
          ],
          result: 6,
        },
      },
    ],
  ],
};

function home(income: number, child: boolean): ReturnType<typeof buildSimulation>['simulation'] {
  const members = child ? { adult: ['A'], child: ['B'] } : { adult: ['A', 'B'] };
  return buildSimulation(packOfSteps(facts, steps), {
    persons: { A: {}, B: {} },
    homes: { h: { ...members, income: { '2024-10': income } } },
  }).simulation;
}
const why = (income: number, child = true): ReturnType<ZeroReader['why']> =>
  new ZeroReader(home(income, child), steps).why('support', '2024-10');

test('what is not zero has no reason to be', () => {
  expect(why(100)).toBeUndefined();
});

test('a condition that does not hold is told with both sides, the variable and the figure of the law', () => {
  expect(why(600)).toEqual({
    kind: 'condition',
    decisive: [
      {
        node: 'entitled<2024-10>[0]',
        variable: 'entitled',
        member: 0,
        condition: {
          op: 'le',
          left: { value: 600, variable: 'income' },
          right: { value: 500, parameter: 'limit' },
          holds: false,
          member: 0,
        },
      },
    ],
  });
});

test('whoever is missing is told by role', () => {
  expect(why(100, false)?.decisive.map(({ condition }) => condition)).toEqual([
    {
      op: 'gt',
      left: { value: 0, count: ['child'] },
      right: { value: 0, constant: true },
      holds: false,
      member: 0,
      name: 'has_children',
    },
  ]);
});

test('an amount that comes to nothing is no condition', () => {
  expect(why(400)).toEqual({ kind: 'amount', decisive: [] });
});

test('an explanation has the comparisons that were made', () => {
  const node = explain(home(600, true), steps, 'support', '2024-10').nodes.find(
    ({ variable }) => variable === 'entitled',
  );
  expect(node?.conditions.map(({ op, holds }) => [op, holds])).toEqual([['le', false]]);
});
