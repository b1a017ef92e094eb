import type { Kind } from '@yokoten/rules/trace';

/** An operand as numpy sees it when it chooses the type of a result. */
export interface Operand {
  readonly kind: Kind;
  /** -1: one value for all, which numpy (before 2.0) widens the result for only as far as the value needs. */
  readonly axis: number;
  /** Smallest and largest that such a value can be, where known. */
  readonly range?: Range;
}

/** Smallest and largest. */
export type Range = readonly [low: number, high: number];

const ANY: Range = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

const LARGEST_FLOAT32 = 3.402_823_5e38;

function category(kind: Kind): number {
  return kind === 'bool' ? 0 : kind === 'int32' || kind === 'int64' ? 1 : 2;
}

/**
 * The type numpy 1.x gives a result of these operands (`numpy.result_type`): arrays by their types; single values by their
 * size, unless they are of a higher sort than every array. Observed by running numpy, see docs/decisions/0012-rules-ir.md.
 */
export function resultKind(operands: readonly Operand[]): Kind {
  const arrays = operands.filter(({ axis }) => axis >= 0);
  const singles = operands.filter(({ axis }) => axis < 0);
  const sort = (some: readonly Operand[]): number =>
    Math.max(-1, ...some.map(({ kind }) => category(kind)));
  if (arrays.length === 0 || sort(singles) > sort(arrays))
    return operands.map(({ kind }) => kind).reduce(promote);
  const widest = arrays.map(({ kind }) => kind).reduce(promote);
  return singles.map((one) => smallest(one)).reduce<Kind>(promote, widest);
}

/** `small`: fits 16 bits, so that single precision holds it. */
type Sized = Kind | 'small' | 'half';

function smallest({ kind, range: [low, high] = ANY }: Operand): Sized {
  const within = (least: number, most: number): boolean => low >= least && high <= most;
  if (kind === 'float64' || kind === 'float32')
    return Number.isFinite(high) && !within(-LARGEST_FLOAT32, LARGEST_FLOAT32) ? 'float64' : 'half';
  if (kind !== 'int32' && kind !== 'int64') return kind;
  if (within(-32_768, 32_767) || within(0, 65_535)) return 'small';
  return within(-(2 ** 31), 2 ** 31 - 1) ? 'int32' : 'int64';
}

function promote(a: Sized, b: Sized): Kind {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (one === 'bool') return plain(other);
    if (one === 'small') return other === 'half' ? 'float64' : plain(other);
    if (one === 'half') return other === 'int32' || other === 'int64' ? 'float64' : plain(other);
  }
  if (a === b) return plain(a);
  if (category(plain(a)) === 1 && category(plain(b)) === 1) return 'int64';
  return 'float64';
}

function plain(sized: Sized): Kind {
  return sized === 'small' ? 'int64' : sized === 'half' ? 'float64' : sized;
}
