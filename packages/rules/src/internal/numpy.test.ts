import { expect, test } from 'vitest';
import { cell, divideWhole, matchTable, remainder, roundEven, toInt32 } from './numpy.ts';

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
  const shape = [2, 3];
  const data = [1, 2, 3, 4, 5, 6];
  expect([cell(data, shape, 0, 2), cell(data, shape, -1, -1), cell(data, shape, 1, 0)]).toEqual([
    3, 6, 4,
  ]);
  for (const index of [2, -3, Number.NaN]) expect(() => cell(data, shape, index, 0)).toThrow(/Row/);
});

test('the first row that matches wins', () => {
  const pairs = [
    ['a', 1],
    ['a', 2],
    ['a', 1],
  ];
  expect([matchTable(pairs, 'a', 1), matchTable(pairs, 'a', 2), matchTable(pairs, 'b', 1)]).toEqual(
    [0, 1, -1],
  );
  expect(matchTable(['x', 'y'], 'y')).toBe(1);
});
