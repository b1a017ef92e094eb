import { RulesError } from '../error.ts';

/** To 32 bits, as numpy casts: without the fraction; what does not fit becomes the smallest number. */
export function toInt32(value: number): number {
  return value > -2_147_483_649 && value < 2_147_483_648 ? Math.trunc(value) + 0 : -2_147_483_648;
}

/** Without the fraction. Beyond 2⁵³ digits are lost, where numpy keeps 64 bits. */
export function toInt64(value: number): number {
  return Math.trunc(value) + 0;
}

/** Python's `%`: the sign of the divisor. */
export function remainder(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

/** Python's `//`. */
export function divideWhole(a: number, b: number): number {
  return Math.floor(a / b);
}

/** Half to even, after `digits` decimals, the way `np.round` does it: scaled, rounded, scaled back. */
export function roundEven(value: number, digits = 0): number {
  const scale = 10 ** digits;
  const scaled = value * scale;
  const floor = Math.floor(scaled);
  const half = scaled - floor;
  const whole = half < 0.5 || (half === 0.5 && floor % 2 === 0) ? floor : floor + 1;
  return whole / scale;
}

/**
 * One cell of a table of any number of dimensions; a negative index counts from the end, as in numpy.
 * @throws RulesError `rules/table-index`
 */
export function cell<T>(data: ArrayLike<T>, shape: readonly number[], ...indices: number[]): T {
  let offset = 0;
  for (const [axis, size] of shape.entries()) {
    const index = indices[axis] as number;
    if (!(index >= -size && index < size)) throw outside(index, size);
    offset = offset * size + (index < 0 ? index + size : index);
  }
  return data[offset] as T;
}

function outside(index: number, size: number): RulesError {
  return new RulesError('rules/table-index', {
    ja: `表の${index}番目が必要ですが、表は0から${size - 1}までです。入力の値を確かめてください。`,
    en: `Row ${index} of a table is needed, which has rows 0 to ${size - 1}. Check the values stated.`,
  });
}

const SEPARATOR = '\u0000';
const indices = new WeakMap<readonly unknown[], Map<unknown, number>>();

/**
 * Position of the first row of `keys` that equals the values, else -1. A row is a value, or a list of as many values as
 * are asked for.
 */
export function matchTable(keys: readonly unknown[], ...values: (number | string)[]): number {
  let index = indices.get(keys);
  if (index === undefined) {
    index = new Map();
    for (const [at, key] of keys.entries()) {
      const text = Array.isArray(key) ? key.join(SEPARATOR) : key;
      if (!index.has(text)) index.set(text, at);
    }
    indices.set(keys, index);
  }
  return index.get(values.length === 1 ? values[0] : values.join(SEPARATOR)) ?? -1;
}
