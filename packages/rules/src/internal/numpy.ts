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
