import { expect, test } from 'vitest';
import { samplePack } from '../test/sample-pack.ts';
import { buildSimulation, populate } from './index.ts';

const PARENT = 'Aiko';
const CHILDREN = ['Ken', 'Mei'];

test('persons and groups are those of the same situation', () => {
  const roles = { guardians: [PARENT], children: CHILDREN };
  const persons = [PARENT, ...CHILDREN, 'Riku'];
  const made = populate(
    samplePack,
    persons,
    new Map([['household', new Map([['home', new Map(Object.entries(roles))]])]]),
  );
  const { simulation } = buildSimulation(samplePack, {
    persons: Object.fromEntries(persons.map((id) => [id, {}])),
    households: { home: roles },
  });
  expect(made.populations).toEqual(simulation.populations);
  expect(made.memberships).toEqual(simulation.memberships);
  expect(made.populations.map(({ ids }) => ids)).toEqual([['home', 'Riku'], persons]);
});

test('somebody who is not among the persons is told', () => {
  const groups = new Map([['household', new Map([['home', new Map([['children', ['Ken']]])]])]]);
  expect(() => populate(samplePack, [PARENT], groups)).toThrow(
    expect.objectContaining({
      code: 'rules/missing-person',
      path: ['households', 'home', 'children'],
    }),
  );
});
