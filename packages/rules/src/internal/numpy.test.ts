import { expect, test } from 'vitest';
import { divideWhole, matcher, remainder, roundEven, toInt32 } from './numpy.ts';
import { at, itemOf } from './table-index.ts';

test('casts cut, and what does not fit becomes the smallest number', () => {
  expect([1.9, -1.9, 3e9, Number.NaN, Number.POSITIVE_INFINITY].map(toInt32)).toEqual([
    1,
    -1,
    -(2 ** 31),
    -(2 ** 31),
    -(2 ** 31),
  ]);
  expect(Object.is(toInt32(-0.5), 0)).toBe(true);
});

test('remainder and whole division follow the divisor', () => {
  expect([remainder(-40, 7), remainder(40, -7), remainder(14, 7), remainder(-14, 7)]).toEqual([
    2, -2, 0, -0,
  ]);
  expect(divideWhole(-7, 2)).toBe(-4);
});

test('half to even', () => {
  expect([0.5, 1.5, 2.5, -0.5, -1.5, 2.4].map((value) => roundEven(value))).toEqual([
    0, 2, 2, 0, -2, 2,
  ]);
  expect(roundEven(2.675, 2)).toBe(2.68);
});

test('tables: negative indices count from the end, others are an error', () => {
  expect([at(0, 3), at(2, 3), at(-1, 3), at(-3, 3), itemOf([7, 8, 9], -2)]).toEqual([
    0, 2, 2, 0, 8,
  ]);
  for (const index of [3, -4, Number.NaN]) expect(() => at(index, 3)).toThrow(/Row/);
});

test('the first row that matches wins', () => {
  const pairs = matcher([
    ['a', 1],
    ['a', 2],
    ['a', 1],
  ]);
  expect([pairs('a', 1), pairs('a', 2), pairs('b', 1), pairs('a', '1')]).toEqual([0, 1, -1, -1]);
  expect(matcher(['x', 'y'])('y')).toBe(1);
  expect(matcher([])('__proto__')).toBe(-1);
});
