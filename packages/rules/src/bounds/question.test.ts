import { expect, test, vi } from 'vitest';
import { buildSimulation, Simulation } from '../index.ts';
import type { Step, StepPack } from '../ir.ts';
import { packOfSteps } from '../trace/pack-of-steps.ts';
import { boundsOfAll } from './ask.ts';

const now = { moves: [] };
const get = (variable: number): Step => ({
  op: 'get',
  variable,
  when: now,
  kind: 'float64',
  axis: 0,
});
const sum = (variable: number, other: number): StepPack['formulas'][number] => [
  {
    from: '2020-01-01',
    body: {
      steps: [get(variable), get(other), { op: 'add', args: [0, 1], kind: 'float64', axis: 0 }],
      result: 2,
    },
  },
];
const steps: StepPack = {
  tables: [],
  keys: [],
  formulas: [[], [], sum(0, 0), sum(0, 1), sum(2, 3)],
};
const pack = packOfSteps(
  {
    origin: { name: 'own', version: '1', licence: 'MIT', source: 'https://example.org/' },
    entities: [{ key: 'person', plural: 'persons' }],
    parameters: [],
    variables: ['known', 'unknown', 'certain', 'open', 'total'].map((name) => ({
      name,
      entity: 'person',
      type: 'float',
      unit: 'month',
      initial: 0,
    })),
  },
  steps,
);

test('what is certain is worked out once, by whatever else a bound is looked for', () => {
  const { simulation } = buildSimulation(pack, { persons: { Aiko: { known: { '2024-01': 3 } } } });
  const worked = vi.spyOn(Simulation.prototype, 'stated');
  const [bounds] = boundsOfAll(
    simulation,
    steps,
    [{ variable: 'total', period: '2024-01' }],
    [{ variable: 'unknown', member: 0, least: 10, most: 20 }],
  );
  const times = (index: number): number => worked.mock.calls.filter(([of]) => of === index).length;
  expect(bounds).toEqual({ least: 19, most: 29 });
  expect([0, 2].map((index) => times(index))).toEqual([1, 1]);
  // Narrower bounds are looked for of what is not.
  expect([3, 4].map((index) => times(index))).toEqual([2, 2]);
  worked.mockRestore();
});
