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
 * An index into a dimension of `size`; a negative one counts from the end, as in numpy.
 * @throws RulesError `rules/table-index`
 */
export function at(index: number, size: number): number {
  if (index >= 0 && index < size) return index;
  if (index < 0 && index >= -size) return index + size;
  throw outside(index, size);
}

/**
 * An item of a list parameter.
 * @throws RulesError `rules/table-index`
 */
export function itemOf(list: unknown, index: number): number {
  const items = list as readonly number[];
  return items[at(index, items.length)] as number;
}

function outside(index: number, size: number): RulesError {
  return new RulesError('rules/table-index', {
    ja: `表の${index}番目が必要ですが、表は0から${size - 1}までです。入力の値を確かめてください。`,
    en: `Row ${index} of a table is needed, which has rows 0 to ${size - 1}. Check the values stated.`,
  });
}

type Key = number | string;
type Index = Map<Key, Index | number>;

/**
 * Finds the first row of `keys` that equals the values, else -1. A row is a value, or a list of as many values as are
 * asked for.
 */
export function matcher(keys: readonly (Key | readonly Key[])[]): (...values: Key[]) => number {
  const index: Index = new Map();
  for (const [row, key] of keys.entries()) {
    const parts: readonly Key[] = typeof key === 'object' ? key : [key];
    let level = index;
    for (const part of parts.slice(0, -1)) {
      let next = level.get(part);
      if (typeof next !== 'object') level.set(part, (next = new Map()));
      level = next;
    }
    const last = parts.at(-1) ?? '';
    if (!level.has(last)) level.set(last, row);
  }
  return (...values) => {
    let level: Index | number | undefined = index;
    for (const value of values) {
      if (typeof level !== 'object') return -1;
      level = level.get(value);
    }
    return typeof level === 'number' ? level : -1;
  };
}
