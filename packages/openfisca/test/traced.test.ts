import * as fc from 'fast-check';
import { buildSimulation, readable } from '@yokoten/rules';
import { calculateExactly, explain } from '@yokoten/rules/trace';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isQuick } from '../../../apps/tools/src/tier.ts';
import { load, type Loaded, MIHON } from './compile-fixture.ts';
import { drawHouseholds, periodFor } from '../src/compare.ts';

let mihon: Loaded;
beforeAll(async () => {
  mihon = await load(MIHON);
});
afterAll(() => mihon.remove());

test('fused and traced rules are equal, for every variable and member', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.constantFrom('2015-12-01', '2016-02-01', '2024-09-01', '2024-10-01', '2029-06-01'),
      (seed, day) => {
        const { simulation } = drawHouseholds(mihon.pack, mihon.steps, 4, day, seed);
        for (const variable of mihon.pack.variables) {
          const period = periodFor(variable.unit, day);
          const column = simulation.calculate(variable.name, period);
          for (let member = 0; member < column.length; member++) {
            const { nodes } = explain(simulation, mihon.steps, variable.name, period, member);
            const expected = readable(variable, column[member] ?? 0);
            expect([variable.name, nodes.at(-1)?.value]).toEqual([variable.name, expected]);
          }
        }
      },
    ),
    { numRuns: Math.min(isQuick ? 10 : 30, fc.readConfigureGlobal().numRuns ?? 30) },
  );
});

const family = {
  persons: {
    Aiko: { birth: { ETERNITY: '1985-06-15' }, income: { '2024-10': 0.1 } },
    Jun: { birth: { ETERNITY: '2010-10-01' } },
    Mei: { birth: { ETERNITY: '2012-02-29' } },
  },
  households: {
    home: { guardians: ['Aiko'], children: ['Jun', 'Mei'], rent: { '2024-10': 10_000 } },
  },
};

function explained(): ReturnType<typeof explain> {
  const { simulation } = buildSimulation(mihon.pack, family);
  return explain(simulation, mihon.steps, 'support', '2024-10');
}

describe('an explanation', () => {
  test('names the value, the formula with its date and line, and the figures of the law with theirs', () => {
    const { nodes, root, asOf, arithmetic } = explained();
    expect(nodes.at(-1)).toMatchObject({
      id: root,
      variable: 'support',
      value: 24_000,
      kind: 'formula',
      formula: { from: '2024-10-01' },
      parameters: [
        { path: 'support.limits', from: '2015-04-01' },
        { path: 'support.amount', value: 12_000, from: '2024-10-01' },
        { path: 'support.later_amount', value: 25_000 },
      ],
    });
    expect(nodes.at(-1)?.formula?.source).toMatch(/^variables\/support\.py:\d+$/);
    expect([asOf, arithmetic]).toEqual(['2024-10-01', 'numpy']);
  });

  test('says what the source calls the steps on the way', () => {
    const names = explained().nodes.at(-1)?.named ?? [];
    expect(names.find(({ name }) => name === 'within')).toMatchObject({ value: true });
  });

  test('tells what was stated from what is assumed, and puts causes before effects', () => {
    const { nodes } = explained();
    const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
    expect(kinds.get('birth<2024-10>[1]')).toBe('stated');
    expect(kinds.get('income<2024-10>[1]')).toBe('stated');
    const seen = new Set<string>();
    for (const node of nodes) {
      expect(node.uses.filter((id) => !seen.has(id))).toEqual([]);
      seen.add(node.id);
    }
  });

  test('holds only what the value depends on', () => {
    const { simulation } = buildSimulation(mihon.pack, family);
    const { nodes } = explain(simulation, mihon.steps, 'savings_of_children', '2024-10');
    expect(nodes.some(({ variable }) => variable === 'savings')).toBe(true);
    const alone = buildSimulation(mihon.pack, { persons: { A: {} } }).simulation;
    expect(explain(alone, mihon.steps, 'savings_of_children', '2024-10').nodes).toHaveLength(1);
    const early = explain(simulation, mihon.steps, 'rent_support', '2015-06');
    expect(early.nodes.at(-1)).toMatchObject({ value: 0, uses: [] });
  });
});

describe('exact fractions', () => {
  test('a tenth is a tenth, and a third stays a third', () => {
    const { simulation } = buildSimulation(mihon.pack, family);
    const levy = calculateExactly(simulation, mihon.steps, 'levy', '2024-10');
    expect(levy).toMatchObject({ arithmetic: 'exact', asOf: '2022-01-01' });
    expect(levy.values[0]).toEqual({ value: 0.01, fraction: '1/100' });
    expect(simulation.calculate('levy', '2024-10')[0]).not.toBe(0.01);
    const three = buildSimulation(mihon.pack, {
      persons: { A: { income: { '2024-10': 1 } }, B: { income: { '2024-10': 2 } } },
      households: { h: { guardians: ['A', 'B'] } },
    }).simulation;
    expect(
      calculateExactly(three, mihon.steps, 'share_of_income', '2024-10').values.map(
        (one) => one.fraction,
      ),
    ).toEqual(['1/3', '2/3']);
  });

  test('is near numpy’s result for every number', () => {
    const { simulation } = drawHouseholds(mihon.pack, mihon.steps, 20, '2024-10-01', 5);
    for (const { name, type, unit } of mihon.pack.variables) {
      if (type !== 'float') continue;
      const period = periodFor(unit, '2024-10-01');
      const column = simulation.calculate(name, period);
      const { values } = calculateExactly(simulation, mihon.steps, name, period);
      for (const [member, { value }] of values.entries())
        expect(Math.abs(Number(value) - Number(column[member]))).toBeLessThanOrEqual(
          1 + Math.abs(Number(value)) * 1e-6,
        );
    }
  });

  test('where it cannot be exact it says so', () => {
    const { simulation } = buildSimulation(mihon.pack, { persons: { A: {} } });
    expect(calculateExactly(simulation, mihon.steps, 'work', '2024-10').values).toEqual([
      { value: 'none' },
    ]);
  });
});
