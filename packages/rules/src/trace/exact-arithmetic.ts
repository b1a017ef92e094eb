import type { Scale } from '../scale.ts';
import type { Arithmetic } from './arithmetic.ts';
import { castCalendar } from './numpy-arithmetic.ts';
import {
  add,
  compare,
  divide,
  floor,
  type Fraction,
  fraction,
  fractionOf,
  multiply,
  negate,
  notExact,
  roundHalfEven,
  toNumber,
} from './fraction.ts';

const ZERO = fraction(0n);

/**
 * Exact fractions: a rate of 0.05 is five hundredths, a twelfth stays a twelfth, nothing is rounded but where the rules say
 * so. Square roots and powers that are no whole numbers are refused.
 */
export const exactArithmetic: Arithmetic<Fraction> = {
  name: 'exact',
  from: fractionOf,
  toNumber,
  unary(op, value) {
    switch (op) {
      case 'neg':
        return negate(value);
      case 'abs':
        return value.top < 0n ? negate(value) : value;
      case 'floor':
        return fraction(floor(value));
      case 'ceil':
        return fraction(-floor(negate(value)));
      default:
        throw notExact(op, `the operation ${op}`);
    }
  },
  binary(op, a, b) {
    switch (op) {
      case 'add':
        return add(a, b);
      case 'sub':
        return add(a, negate(b));
      case 'mul':
        return multiply(a, b);
      case 'div':
        return divide(a, b);
      case 'mod':
        return add(a, negate(multiply(b, fraction(floor(divide(a, b))))));
      case 'floordiv':
        return fraction(floor(divide(a, b)));
      case 'pow':
        return power(a, b);
      case 'min':
        return compare(a, b) <= 0 ? a : b;
      case 'max':
        return compare(a, b) >= 0 ? a : b;
      default:
        throw notExact(op, `the operation ${op}`);
    }
  },
  compare,
  round(value, digits) {
    const scale = fractionOf(10 ** digits);
    return divide(fraction(roundHalfEven(multiply(value, scale))), scale);
  },
  cast(value, from, to) {
    if (to === 'int32' || to === 'int64') {
      const whole = floor(value.top < 0n ? negate(value) : value);
      return fraction(value.top < 0n ? -whole : whole);
    }
    if (to === 'bool') return value.top === 0n ? ZERO : fraction(1n);
    if (to === 'float32' || to === 'float64') return value;
    return fraction(BigInt(castCalendar(Number(floor(value)), from, to)));
  },
  scale: exactScale,
};

function power(base: Fraction, exponent: Fraction): Fraction {
  if (exponent.bottom !== 1n || exponent.top < 0n || exponent.top > 100n)
    throw notExact('べき乗', 'a power that is no small whole number');
  let result = fraction(1n);
  for (let i = 0n; i < exponent.top; i++) result = multiply(result, base);
  return result;
}

/** `applyScale` in fractions. */
function exactScale({ kind, thresholds, figures }: Scale, base: Fraction): Fraction {
  let sum = ZERO;
  for (const [i, threshold] of thresholds.entries()) {
    const low = fractionOf(threshold);
    const next = thresholds[i + 1];
    const high = next === undefined ? undefined : fractionOf(next);
    const figure = fractionOf(figures[i] ?? 0);
    const above = compare(base, low) > 0;
    const below = high === undefined || compare(base, high) < 0;
    if (kind === 'marginal-rate') {
      const top = below ? base : (high ?? base);
      if (above) sum = add(sum, multiply(figure, add(top, negate(low))));
    } else if (kind === 'marginal-amount') sum = above ? add(sum, figure) : sum;
    else if (compare(base, low) >= 0 && below) {
      if (kind === 'single-amount') return figure;
      if (high === undefined) return ZERO;
      const rise = divide(
        add(fractionOf(figures[i + 1] ?? 0), negate(figure)),
        add(high, negate(low)),
      );
      return multiply(base, add(figure, multiply(rise, add(base, negate(low)))));
    }
  }
  return sum;
}
