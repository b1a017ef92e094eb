import type { Kind, ReduceOp, Step } from '../ir.ts';
import { numpyArithmetic as numpy } from '../trace/numpy-arithmetic.ts';
import { type Cell, compareTexts } from './cell.ts';
import {
  between,
  binarySpan,
  castSpan,
  compareSpan,
  EITHER,
  exactly,
  isFalse,
  isTrue,
  monotone,
  type Span,
  truth,
  unarySpan,
} from './span.ts';

/**
 * What an operation on one or two values can yield.
 * @param from kind of the first, for a cast
 */
export function elementwise(step: Step, left: Cell, right: Cell, from: Kind): Span {
  if (!('lo' in left) || !('lo' in right)) return compareTexts(step.op, left, right);
  switch (step.op) {
    case 'not':
      return truth(isFalse(left), isTrue(left));
    case 'cast':
      return castSpan(left, from, step.kind);
    case 'round':
      return monotone(left, (value) => numpy.round(value, step.digits, step.kind));
    case 'invert':
      return step.kind === 'bool'
        ? truth(isFalse(left), isTrue(left))
        : unarySpan('invert', left, step.kind);
    case 'neg':
    case 'floor':
    case 'ceil':
    case 'abs':
    case 'sqrt':
      return unarySpan(step.op, left, step.kind);
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return compareSpan(step.op, left, right);
    default:
  }
  if (step.kind === 'bool') return logical(step.op, left, right);
  if (step.op === 'and' || step.op === 'or' || step.op === 'xor')
    return between(-(2 ** 31), 2 ** 31 - 1);
  return binarySpan(step.op as 'add', left, right, step.kind);
}

/** `*` of truth values is *and*, `+` is *or*. */
function logical(op: Step['op'], left: Span, right: Span): Span {
  if (op === 'xor')
    return left.lo === left.hi && right.lo === right.hi
      ? exactly(left.lo === right.lo ? 0 : 1)
      : EITHER;
  if (op === 'mul' || op === 'and' || op === 'min')
    return truth(isTrue(left) && isTrue(right), isFalse(left) || isFalse(right));
  return truth(isTrue(left) || isTrue(right), isFalse(left) && isFalse(right));
}

/** What members' values together can yield. */
export function reduceSpans(op: ReduceOp, spans: readonly Span[]): Span {
  if (op === 'any')
    return truth(
      spans.some((one) => isTrue(one)),
      spans.every((one) => isFalse(one)),
    );
  if (op === 'all')
    return truth(
      spans.every((one) => isTrue(one)),
      spans.some((one) => isFalse(one)),
    );
  if (op === 'sum')
    return spans.reduce((sum, one) => binarySpan('add', sum, one, 'float64'), exactly(0));
  const [first, ...rest] = spans;
  const most = op === 'most';
  if (first === undefined)
    return exactly(most ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
  return rest.reduce((best, one) => binarySpan(most ? 'max' : 'min', best, one, 'float64'), first);
}
