import { buildSimulation } from '@yokoten/rules';
import { boundsOf } from '@yokoten/rules/bounds';
import { explain } from '@yokoten/rules/trace';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Loaded, loadFiles, tinyPackage } from './compile-fixture.ts';

/** Variables that need themselves for other months; what they come to was seen of OpenFisca 41. */
const VARIABLES = `
from openfisca_core.model_api import *
from tiny.entities import Person
class step(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    default_value = 100
    def formula(person, period):
        return person("step", period.last_month) + 1
class a(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    default_value = 5
    def formula(person, period):
        return person("b", period.last_month) * 10 + 1
class b(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    default_value = 7
    def formula(person, period):
        return person("a", period) * 10 + 2
class c(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    def formula(person, period):
        return person("a", period) + person("b", period) * 1000
class two(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    default_value = 3
    def formula(person, period):
        return person("two", period.last_month) * 10 + person("two", period.offset(-2, "month"))
class same(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    def formula(person, period):
        return person("same", period)
`;

let loaded: Loaded;
beforeAll(async () => {
  loaded = await loadFiles(tinyPackage({ 'variables/endless.py': VARIABLES }));
});
afterAll(() => loaded.remove());

function family(inputs: object = {}): ReturnType<typeof buildSimulation>['simulation'] {
  return buildSimulation(loaded.pack, { persons: { A: inputs }, homes: { h: { members: ['A'] } } })
    .simulation;
}

test.each([
  [[['step', 101]]],
  [[['a', 521]]],
  [[['b', 712]]],
  [[['c', 5_212_521]]],
  [
    [
      ['a', 521],
      ['b', 712],
      ['a', 521],
      ['c', 5_212_521],
    ],
  ],
  [[['two', 33]]],
] as [[string, number][]][])('%j, one after the other', (asked) => {
  const simulation = family();
  for (const [name, value] of asked)
    expect([name, simulation.calculate(name, '2020-06')[0]]).toEqual([name, value]);
  expect(simulation.endless.length).toBeGreaterThan(0);
  const [[first, value]] = asked as [[string, number]];
  const explained = explain(family(), loaded.steps, first, '2020-06');
  expect(explained.nodes.at(-1)?.value).toBe(value);
  expect(boundsOf(family(), loaded.steps, first, '2020-06', [])).toEqual({
    least: value,
    most: value,
  });
});

test('a stated value ends the way; the same period is a ring', () => {
  expect(family({ a: { '2020-05': 1 } }).calculate('a', '2020-06')[0]).toBe(121);
  expect(family({ a: { '2020-05': 1 } }).endless).toEqual([]);
  expect(() => family().calculate('same', '2020-06')).toThrow('needs itself');
  expect(() => boundsOf(family(), loaded.steps, 'same', '2020-06', [])).toThrow('needs itself');
});
