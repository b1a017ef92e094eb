import { expect, test } from 'vitest';
import { parameterAt } from './parameter.ts';
import { RulesError } from './error.ts';
import { applyScale, type Scale } from './scale.ts';

const scale = (kind: Scale['kind'], thresholds: number[], figures: number[]) => (base: number) =>
  applyScale({ kind, thresholds, figures }, base);

test('marginal rate: each part at its own rate', () => {
  const tax = scale('marginal-rate', [0, 1000, 5000], [0.1, 0.2, 0.5]);
  expect([-5, 0, 1000, 1001, 6000].map(tax)).toEqual([0, 0, 100, 100.2, 1400]);
});

test('amounts: the sum above, or the one at or above, a threshold', () => {
  const sum = scale('marginal-amount', [0, 7], [6, 23]);
  expect([0, 1, 7, 7.1].map(sum)).toEqual([0, 6, 6, 29]);
  const one = scale('single-amount', [0, 7], [6, 23]);
  expect([-1, 0, 6.9, 7, 100].map(one)).toEqual([0, 6, 6, 23, 23]);
});

test('average rate: interpolated, nothing from the last threshold on', () => {
  const average = scale('average-rate', [0, 100, 200], [0, 0.1, 0.3]);
  expect([0, 50, 150, 200].map((base) => Math.round(average(base) * 1e9) / 1e9)).toEqual([
    0, 2.5, 30, 0,
  ]);
});

test('brackets come and go by date', () => {
  const parameter = {
    path: 'tax',
    scale: 'marginal-rate',
    brackets: [
      {
        threshold: [['2010-01-01', 0]],
        rate: [
          ['2010-01-01', 0.1],
          ['2020-01-01', 0.2],
        ],
      },
      {
        threshold: [['2015-01-01', 50]],
        rate: [
          ['2015-01-01', 0.5],
          ['2018-01-01', null],
        ],
      },
    ],
  } as const;
  expect(parameterAt(parameter, '2012-05-01').value).toMatchObject({ thresholds: [0] });
  expect(parameterAt(parameter, '2015-01-01')).toEqual({
    value: { kind: 'marginal-rate', thresholds: [0, 50], figures: [0.1, 0.5] },
    from: '2015-01-01',
  });
  expect(parameterAt(parameter, '2024-01-01')).toMatchObject({
    value: { figures: [0.2] },
    from: '2020-01-01',
  });
});

test('a parameter before its first and after its last day is an error', () => {
  const parameter = {
    path: 'a.b',
    values: [
      ['2010-01-01', 5],
      ['2012-01-01', null],
    ],
  } as const;
  expect(parameterAt(parameter, '2011-12-31')).toEqual({ value: 5, from: '2010-01-01' });
  for (const date of ['2009-12-31', '2012-01-01'])
    expect(() => parameterAt(parameter, date)).toThrow(
      expect.objectContaining({ code: 'rules/parameter-undefined' }) as RulesError,
    );
});
