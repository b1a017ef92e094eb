import { expect, test } from 'vitest';
import { samplePack } from '../test/sample-pack.ts';
import { buildSimulation, parsePeriod } from './index.ts';
import { repeatSimulation } from './repeat.ts';

const base = (income: number): ReturnType<typeof buildSimulation>['simulation'] =>
  buildSimulation(samplePack, {
    persons: {
      A: { birth: { ETERNITY: '1990-06-15' }, income: { '2024-10': income } },
      B: { birth: { ETERNITY: '2010-01-31' } },
      C: { birth: { ETERNITY: '2012-02-01' } },
    },
    households: { h: { guardians: ['A'], children: ['B', 'C'] } },
  }).simulation;

test('a sweep gives for each copy what a simulation of its own would', () => {
  const points = Array.from({ length: 101 }, (_, at) => at * 10_000);
  const sweep = repeatSimulation(base(0), points.length);
  const income = sweep.pack.indexOf('income');
  const column = Float32Array.from({ length: 3 * points.length }, (_, at) =>
    at % 3 === 0 ? (points[at / 3] ?? 0) : 0,
  );
  sweep.set(income, parsePeriod('2024-10'), column);
  const levies = sweep.calculate('levy', '2024-10');
  expect(points.map((_, at) => levies[at * 3])).toEqual(
    points.map((point) => base(point).calculate('levy', '2024-10')[0]),
  );
  expect([...sweep.calculate('support', '2024-10')]).toEqual(points.map(() => 12_000));
  expect(sweep.calculate('housing', '2024-10')).toHaveLength(101);
});

test('too many are refused', () => {
  expect(() => repeatSimulation(base(0), 1e8)).toThrow(RangeError);
});

test('what is stated for every period holds in each that nothing else is stated for, in copies too', () => {
  const { simulation } = buildSimulation(samplePack, {
    persons: { A: { birth: { ETERNITY: '1990-06-15' }, income: { '2024-10': 300_000 } } },
  });
  simulation.setAlways(simulation.pack.indexOf('income'), Float32Array.of(100_000));
  for (const one of [simulation, repeatSimulation(simulation, 2)]) {
    expect(one.calculate('levy', '2024-09').at(-1)).toBe(10_000);
    expect(one.calculate('levy', '2024-10').at(-1)).toBe(45_000);
  }
});
