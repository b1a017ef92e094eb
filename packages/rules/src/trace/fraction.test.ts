import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyScale } from '../scale.ts';
import { exactArithmetic } from './exact-arithmetic.ts';
import {
  add,
  compare,
  divide,
  floor,
  fraction,
  fractionOf,
  multiply,
  negate,
  roundHalfEven,
  toNumber,
} from './fraction.ts';

const decimal = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });

test('a number comes back as it was', () => {
  fc.assert(
    fc.property(decimal, (value) => {
      expect(toNumber(fractionOf(value))).toBe(value + 0);
    }),
  );
});

test('sums and products obey the laws that doubles break', () => {
  expect(add(fractionOf(0.1), fractionOf(0.2))).toEqual(fractionOf(0.3));
  fc.assert(
    fc.property(decimal, decimal, decimal, (x, y, z) => {
      const [a, b, c] = [fractionOf(x), fractionOf(y), fractionOf(z)];
      expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
      expect(add(a, negate(a))).toEqual(fraction(0n));
      if (y !== 0) expect(multiply(divide(a, b), b)).toEqual(a);
      expect(Math.sign(compare(a, b))).toBe(Math.sign(x - y) + 0);
    }),
  );
});

test('rounding', () => {
  expect([0.5, 1.5, 2.5, -0.5, -1.5, 2.4].map((value) => roundHalfEven(fractionOf(value)))).toEqual(
    [0n, 2n, 2n, 0n, -2n, 2n],
  );
  expect([floor(fractionOf(-0.5)), floor(fractionOf(1.9)), floor(fractionOf(-2))]).toEqual([
    -1n,
    1n,
    -2n,
  ]);
  // The double 2.675 lies below what is written, and goes down; the fraction is what is written.
  expect(toNumber(exactArithmetic.round(fractionOf(2.675), 2, 'float64'))).toBe(2.68);
});

test('casts cut towards zero, remainders follow the divisor', () => {
  const { cast, binary } = exactArithmetic;
  expect(toNumber(cast(fractionOf(-1.9), 'float64', 'int64'))).toBe(-1);
  expect(toNumber(binary('mod', fractionOf(-40), fractionOf(7), 'int64'))).toBe(2);
  expect(toNumber(binary('floordiv', fractionOf(-7), fractionOf(2), 'int64'))).toBe(-4);
  expect(toNumber(binary('pow', fractionOf(1.5), fractionOf(3), 'float64'))).toBe(3.375);
});

test('what has no exact value is refused', () => {
  const refused = expect.objectContaining({ code: 'rules/not-exact' }) as Error;
  expect(() => fractionOf(Number.NaN)).toThrow(refused);
  expect(() => divide(fraction(1n), fraction(0n))).toThrow(refused);
  expect(() => exactArithmetic.unary('sqrt', fraction(2n), 'float64')).toThrow(refused);
  expect(() => exactArithmetic.binary('pow', fraction(2n), fractionOf(0.5), 'float64')).toThrow(
    refused,
  );
});

test('scales in fractions are those of doubles', () => {
  const kinds = ['marginal-rate', 'marginal-amount', 'single-amount', 'average-rate'] as const;
  for (const kind of kinds)
    for (const base of [-5, 0, 50, 100, 150, 200, 999]) {
      const scale = { kind, thresholds: [0, 100, 200], figures: [0.1, 0.25, 0.5] };
      expect(toNumber(exactArithmetic.scale(scale, fractionOf(base)))).toBeCloseTo(
        applyScale(scale, base),
        9,
      );
    }
});
