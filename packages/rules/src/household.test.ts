import { expect, test } from 'vitest';
import { samplePack } from '../test/sample-pack.ts';
import { singleHousehold } from './household.ts';
import { buildSimulation } from './index.ts';

const FAMILY = new Map([
  ['Riku', undefined],
  ['Aiko', 'guardian'],
  ['Ken', 'child'],
  ['Jun', 'guardian'],
  ['Mei', 'child'],
]);
const persons = [...FAMILY.keys()];
const withRole = (role: string): string[] => persons.filter((id) => FAMILY.get(id) === role);

test('persons and groups are those of the same situation', () => {
  const made = singleHousehold(samplePack, persons, (_, at) => FAMILY.get(persons[at] ?? ''));
  const { simulation } = buildSimulation(samplePack, {
    persons: Object.fromEntries(persons.map((id) => [id, {}])),
    households: { home: { guardians: withRole('guardian'), children: withRole('child') } },
  });
  expect(made.populations).toEqual(simulation.populations);
  expect(made.memberships).toEqual(simulation.memberships);
  expect(made.populations.map(({ ids }) => ids)).toEqual([['home', 'Riku'], persons]);
});

test('where nobody has a role, everybody is in a group of their own', () => {
  const made = singleHousehold(samplePack, persons, () => 'lodger');
  const { simulation } = buildSimulation(samplePack, {
    persons: Object.fromEntries(persons.map((id) => [id, {}])),
  });
  expect(made.populations).toEqual(simulation.populations);
  expect(made.memberships).toEqual(simulation.memberships);
});

test('more persons in a role than may have it are told', () => {
  expect(() => singleHousehold(samplePack, persons, () => 'guardian')).toThrow(
    expect.objectContaining({ code: 'rules/role-full', message: expect.stringContaining('2') }),
  );
});
