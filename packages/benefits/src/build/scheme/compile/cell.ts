import { type Measure, measureOfAll, measureOfProduct, measureOfQuotient } from '../measure.ts';
import { known, type StepWriter, type Term } from './steps.ts';

/** A number as a fraction of whole numbers, so that 1.3 times something loses nothing. */
export interface NumberCell {
  readonly type: 'number';
  readonly top: Term;
  readonly bottom: Term;
  /** Certainly above zero: it may be divided by. */
  readonly positive: boolean;
  readonly measure?: Measure | undefined;
}

/** What a piece of a calculation yields. */
export type Cell =
  | NumberCell
  | { readonly type: 'bool'; readonly term: Term }
  | { readonly type: 'date'; readonly term: Term }
  | { readonly type: 'enum'; readonly term: Term; readonly values: readonly string[] };

/** A whole number. */
export function whole(top: Term, positive = false, measure?: Measure): NumberCell {
  return { type: 'number', top, bottom: known(1), positive, measure };
}

/** Whether nothing stands behind the point, whatever the inputs are. */
export function isWhole({ bottom }: NumberCell): boolean {
  return 'known' in bottom && bottom.known === 1;
}

/** Arithmetic on fractions. */
export function combine(
  steps: StepWriter,
  op: 'add' | 'sub' | 'mul' | 'div',
  a: NumberCell,
  b: NumberCell,
): NumberCell {
  const times = (x: Term, y: Term): Term => steps.arithmetic('mul', x, y);
  const positive = a.positive && b.positive && op !== 'sub';
  if (op === 'mul')
    return {
      ...reduced(times(a.top, b.top), times(a.bottom, b.bottom), positive),
      measure: measureOfProduct(a.measure, b.measure),
    };
  if (op === 'div')
    return {
      ...reduced(times(a.top, b.bottom), times(a.bottom, b.top), positive),
      measure: measureOfQuotient(a.measure, b.measure),
    };
  const [x, y] = onSameBottom(steps, a, b);
  return {
    type: 'number',
    top: steps.arithmetic(op, x, y),
    bottom: bottomOf(steps, a, b),
    positive,
    measure: measureOfAll([a.measure, b.measure]),
  };
}

/** The tops of two fractions once they have the same bottom, which is that of `bottomOf`. */
export function onSameBottom(steps: StepWriter, a: NumberCell, b: NumberCell): [Term, Term] {
  if (same(a.bottom, b.bottom)) return [a.top, b.top];
  return [steps.arithmetic('mul', a.top, b.bottom), steps.arithmetic('mul', b.top, a.bottom)];
}

/** The bottom that two fractions get. */
export function bottomOf(steps: StepWriter, a: NumberCell, b: NumberCell): Term {
  return same(a.bottom, b.bottom) ? a.bottom : steps.arithmetic('mul', a.bottom, b.bottom);
}

/** To a multiple of `unit`: down, up, or to the nearest, half upwards. */
export function rounded(
  steps: StepWriter,
  how: '切り捨て' | '切り上げ' | '四捨五入',
  value: NumberCell,
  unit: number,
): NumberCell {
  const size = steps.arithmetic('mul', value.bottom, known(unit));
  const times = (x: Term, y: number): Term => steps.arithmetic('mul', x, known(y));
  const divided = (x: Term, y: Term): Term => steps.arithmetic('floordiv', x, y);
  const count =
    how === '切り捨て'
      ? divided(value.top, size)
      : how === '切り上げ'
        ? times(divided(times(value.top, -1), size), -1)
        : divided(steps.arithmetic('add', times(value.top, 2), size), times(size, 2));
  return whole(times(count, unit), false, value.measure);
}

function same(a: Term, b: Term): boolean {
  return 'known' in a ? 'known' in b && a.known === b.known : 'step' in b && a.step === b.step;
}

/** Known tops and bottoms without a common divisor. */
function reduced(top: Term, bottom: Term, positive: boolean): NumberCell {
  if (!('known' in top) || !('known' in bottom)) return { type: 'number', top, bottom, positive };
  const common = gcd(Math.abs(top.known), bottom.known);
  return {
    type: 'number',
    top: known(top.known / common),
    bottom: known(bottom.known / common),
    positive,
  };
}

function gcd(a: number, b: number): number {
  return b === 0 ? Math.max(a, 1) : gcd(b, a % b);
}
