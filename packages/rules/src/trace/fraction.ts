import { RulesError } from '../error.ts';

/** An exact fraction in lowest terms; the denominator is positive. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** Digits a numerator or denominator may have: rules never come near, and a loop of powers would never end. */
const MOST_DIGITS = 4000;

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** A fraction in lowest terms. */
export function fraction(top: bigint, bottom = 1n): Fraction {
  if (bottom === 0n) throw notExact('0で割る計算', 'a division by zero');
  if (bottom === 1n) return { top, bottom };
  const sign = bottom < 0n ? -1n : 1n;
  const shared = gcd(top, bottom * sign);
  return { top: (sign * top) / shared, bottom: (sign * bottom) / shared };
}

/** The decimal fraction that a number is written as: 0.1 is one tenth. */
export function fractionOf(value: number): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) throw notExact('数でない値', 'something that is no number');
  const [, sign = '', whole = '', part = '', exponent = '0'] = match;
  const digits = BigInt(sign + whole + part);
  const power = Number(exponent) - part.length;
  return power >= 0
    ? fraction(digits * 10n ** BigInt(power))
    : fraction(digits, 10n ** BigInt(-power));
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  const result = fraction(a.top * b.top, a.bottom * b.bottom);
  if (result.top.toString(16).length > MOST_DIGITS)
    throw notExact('大きすぎる数', 'a number that is too large');
  return result;
}

export function negate({ top, bottom }: Fraction): Fraction {
  return { top: -top, bottom };
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom, a.bottom * b.top);
}

/** Largest whole number not above. */
export function floor({ top, bottom }: Fraction): bigint {
  const whole = top / bottom;
  return top < 0n && whole * bottom !== top ? whole - 1n : whole;
}

/** -1, 0 or 1. */
export function compare(a: Fraction, b: Fraction): number {
  const gap = a.top * b.bottom - b.top * a.bottom;
  return gap === 0n ? 0 : gap < 0n ? -1 : 1;
}

/** The nearest whole number; a half goes to the even one. */
export function roundHalfEven(value: Fraction): bigint {
  const down = floor(value);
  const rest = add(value, fraction(-down));
  const half = compare(rest, { top: 1n, bottom: 2n });
  return half < 0 || (half === 0 && down % 2n === 0n) ? down : down + 1n;
}

/** The nearest double. */
export function toNumber({ top, bottom }: Fraction): number {
  if (bottom === 1n) return Number(top);
  const negative = top < 0n;
  const size = negative ? -top : top;
  // Scaled so that the quotient has some 64 bits, more than a double holds.
  const shift = BigInt(Math.max(0, 64 - (size.toString(2).length - bottom.toString(2).length)));
  const scaled = size << shift;
  const whole = scaled / bottom;
  // What is cut off still decides which way a tie is rounded.
  const marked = whole * bottom === scaled ? whole : whole | 1n;
  const half = Math.floor(Number(shift) / 2);
  const quotient = Number(marked) / 2 ** half / 2 ** (Number(shift) - half);
  return negative ? -quotient : quotient;
}

/** What cannot be said exactly is not said. */
export function notExact(ja: string, en: string): RulesError {
  return new RulesError('rules/not-exact', {
    ja: `分数では正確に計算できません（${ja}）。numpyの計算を使ってください。`,
    en: `This cannot be worked out in exact fractions: ${en}. Use numpy’s arithmetic.`,
  });
}
