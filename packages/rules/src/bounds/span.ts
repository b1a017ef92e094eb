import type { BinaryOp, Kind, UnaryOp } from '../ir.ts';
import { applyScale, type Scale } from '../scale.ts';
import { numpyArithmetic as numpy } from '../trace/numpy-arithmetic.ts';

/**
 * What a number can be: anything from `lo` to `hi`; where there are few, the very values. Truth values are 0 and 1. Every
 * operation is generous: what can come out is always within.
 */
export interface Span {
  readonly lo: number;
  readonly hi: number;
  /** Ascending, without repeats. */
  readonly values?: readonly number[];
}

/** More values than this become a stretch. */
const MOST_VALUES = 48;

export const ANYTHING: Span = { lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY };
export const EITHER: Span = { lo: 0, hi: 1, values: [0, 1] };
const YES: Span = { lo: 1, hi: 1, values: [1] };
const NO: Span = { lo: 0, hi: 0, values: [0] };

/** One known number. */
export function exactly(value: number): Span {
  return Number.isNaN(value) ? ANYTHING : { lo: value, hi: value, values: [value] };
}

/** Everything from `lo` to `hi`. */
export function between(lo: number, hi: number): Span {
  if (Number.isNaN(lo) || Number.isNaN(hi)) return ANYTHING;
  return lo === hi ? exactly(lo) : { lo, hi };
}

/** One of these numbers. Of more than are kept, only the ends are looked for. */
export function oneOf(values: readonly number[]): Span {
  const sorted: number[] = [];
  let [lo, hi] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const given of values) {
    if (Number.isNaN(given)) return ANYTHING;
    const value = given + 0;
    if (value < lo) lo = value;
    if (value > hi) hi = value;
    if (sorted.length > MOST_VALUES) continue;
    // Most lists come in order.
    if (sorted.length === 0 || value > (sorted.at(-1) as number)) sorted.push(value);
    else insert(sorted, value);
  }
  if (sorted.length === 0) return ANYTHING;
  return sorted.length > MOST_VALUES ? { lo, hi } : { lo, hi, values: sorted };
}

function insert(sorted: number[], value: number): void {
  let at = sorted.length;
  while (at > 0 && (sorted[at - 1] as number) > value) at--;
  if (sorted[at - 1] !== value) sorted.splice(at, 0, value);
}

function ofSorted(sorted: readonly number[]): Span {
  const [lo, hi] = [sorted[0], sorted.at(-1)];
  if (lo === undefined || hi === undefined) return ANYTHING;
  return sorted.length > MOST_VALUES ? { lo, hi } : { lo, hi, values: sorted };
}

/** What either can be. */
export function union(a: Span, b: Span): Span {
  if (a.values !== undefined && b.values !== undefined) {
    if (b.lo > a.hi) return ofSorted(a.values.concat(b.values));
    if (a.lo === b.lo && a.hi === b.hi && a.values.length === b.values.length && a.lo === a.hi)
      return a;
    return oneOf(a.values.concat(b.values));
  }
  return between(Math.min(a.lo, b.lo), Math.max(a.hi, b.hi));
}

/** What both can be; where that is nothing, which rounding can bring about, the first. */
export function meet(a: Span, b: Span): Span {
  const [lo, hi] = [Math.max(a.lo, b.lo), Math.min(a.hi, b.hi)];
  if (lo > hi) return a;
  const values = a.values ?? b.values;
  if (values === undefined) return between(lo, hi);
  const other = a.values === undefined ? undefined : b.values;
  const kept = values.filter(
    (value) => value >= lo && value <= hi && (other === undefined || other.includes(value)),
  );
  return kept.length === 0 ? a : oneOf(kept);
}

/** Certainly true. */
export function isTrue({ lo, hi }: Span): boolean {
  return lo > 0 || hi < 0;
}

/** Certainly false. */
export function isFalse({ lo, hi }: Span): boolean {
  return lo === 0 && hi === 0;
}

/** A truth value by what is certain. */
export function truth(yes: boolean, no: boolean): Span {
  return yes ? YES : no ? NO : EITHER;
}

/** An operation that only ever goes up or down with its operand. */
export function monotone(span: Span, work: (value: number) => number): Span {
  if (span.lo === span.hi) return exactly(work(span.lo) + 0);
  if (span.values !== undefined) return oneOf(span.values.map((value) => work(value)));
  const [a, b] = [work(span.lo), work(span.hi)];
  return between(Math.min(a, b), Math.max(a, b));
}

/** `-x`, `floor(x)` … */
export function unarySpan(op: Exclude<UnaryOp, 'cast' | 'not'>, span: Span, kind: Kind): Span {
  if (op === 'abs' && span.values === undefined && span.lo < 0 && span.hi > 0)
    return between(0, Math.max(-span.lo, span.hi));
  return monotone(span, (value) => numpy.unary(op, value, kind));
}

/** Arithmetic on two spans. */
export function binarySpan(
  op: Exclude<BinaryOp, 'and' | 'or' | 'xor'>,
  a: Span,
  b: Span,
  kind: Kind,
): Span {
  const work = (x: number, y: number): number => numpy.binary(op, x, y, kind);
  if (a.lo === a.hi && b.lo === b.hi) return exactly(work(a.lo, b.lo) + 0);
  if (
    a.values !== undefined &&
    b.values !== undefined &&
    a.values.length * b.values.length <= MOST_VALUES * 4
  )
    return eachPair(a.values, b.values, work);
  if (op === 'mod') return b.lo > 0 ? between(0, b.hi) : b.hi < 0 ? between(b.lo, 0) : ANYTHING;
  if (op === 'pow') return powerSpan(a, b, work);
  if ((op === 'div' || op === 'floordiv') && b.lo <= 0 && b.hi >= 0) return ANYTHING;
  const corners = [work(a.lo, b.lo), work(a.lo, b.hi), work(a.hi, b.lo), work(a.hi, b.hi)].map(
    // Nothing times something endless is nothing here: no single value is endless.
    (corner) => (Number.isNaN(corner) && op === 'mul' ? 0 : corner),
  );
  if (kind === 'int32' && wraps(op, a, b)) return between(-(2 ** 31), 2 ** 31 - 1);
  return between(Math.min(...corners), Math.max(...corners));
}

function eachPair(
  left: readonly number[],
  right: readonly number[],
  work: (x: number, y: number) => number,
): Span {
  const results: number[] = [];
  for (const x of left) for (const y of right) results.push(work(x, y));
  return oneOf(results);
}

function powerSpan(a: Span, b: Span, work: (x: number, y: number) => number): Span {
  if (a.lo < 0 || b.lo !== b.hi || b.lo < 0) return ANYTHING;
  return between(work(a.lo, b.lo), work(a.hi, b.lo));
}

/** Whether 32 bits may not be enough, so that a result starts over from the other end. */
function wraps(op: string, a: Span, b: Span): boolean {
  const far =
    op === 'mul'
      ? Math.max(Math.abs(a.lo), Math.abs(a.hi)) * Math.max(Math.abs(b.lo), Math.abs(b.hi))
      : Math.max(Math.abs(a.lo), Math.abs(a.hi)) + Math.max(Math.abs(b.lo), Math.abs(b.hi));
  return !(far < 2 ** 31);
}

/** `a < b` and the like. */
export function compareSpan(op: string, a: Span, b: Span): Span {
  const apart = a.hi < b.lo || a.lo > b.hi || disjoint(a, b);
  const same = a.lo === a.hi && b.lo === b.hi && a.lo === b.lo;
  switch (op) {
    case 'eq':
      return truth(same, apart);
    case 'ne':
      return truth(apart, same);
    case 'lt':
      return truth(a.hi < b.lo, a.lo >= b.hi);
    case 'le':
      return truth(a.hi <= b.lo, a.lo > b.hi);
    case 'gt':
      return truth(a.lo > b.hi, a.hi <= b.lo);
    default:
      return truth(a.lo >= b.hi, a.hi < b.lo);
  }
}

function disjoint(a: Span, b: Span): boolean {
  return (
    a.values !== undefined &&
    b.values !== undefined &&
    !a.values.some((value) => b.values?.includes(value))
  );
}

/** To another type. */
export function castSpan(span: Span, from: Kind, to: Kind): Span {
  if (to === 'bool') return truth(isTrue(span), isFalse(span));
  if (to === 'int32' && !(span.lo > -(2 ** 31) && span.hi < 2 ** 31) && span.values === undefined)
    return between(-(2 ** 31), 2 ** 31 - 1);
  return monotone(span, (value) => numpy.cast(value, from, to));
}

/** What a scale can make of a base: it turns only at its thresholds. */
export function scaleSpan(scale: Scale, base: Span): Span {
  if (base.values !== undefined) return oneOf(base.values.map((value) => applyScale(scale, value)));
  if (scale.kind === 'average-rate') {
    const rates = between(Math.min(0, ...scale.figures), Math.max(0, ...scale.figures));
    return binarySpan('mul', rates, base, 'float64');
  }
  const inside = scale.thresholds.filter(
    (threshold) => threshold >= base.lo && threshold <= base.hi,
  );
  const points = inside.flatMap((at) => [
    at,
    Math.max(base.lo, before(at)),
    Math.min(base.hi, after(at)),
  ]);
  const results = [base.lo, ...points, base.hi].map((value) => applyScale(scale, value));
  return between(Math.min(...results), Math.max(...results));
}

function after(value: number): number {
  return value + Math.max(Math.abs(value), 1) * 2 ** -52;
}

function before(value: number): number {
  return value - Math.max(Math.abs(value), 1) * 2 ** -52;
}
