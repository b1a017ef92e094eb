import { epochMonth, epochYear, monthStart, yearStart } from '../calendar.ts';
import { divideWhole, remainder, roundEven, toInt32, toInt64 } from '../internal/numpy.ts';
import type { Kind } from '../ir.ts';
import { applyScale } from '../scale.ts';
import type { Arithmetic } from './arithmetic.ts';

/** Keeps a result in the type numpy keeps it in. */
function keep(value: number, kind: Kind): number {
  if (kind === 'float32') return Math.fround(value);
  return kind === 'int32' ? value | 0 : value;
}

/** Numbers of a calendar in another unit. */
export function castCalendar(value: number, from: Kind, to: Kind): number {
  if (to === 'months') return from === 'years' ? value * 12 : epochMonth(value);
  if (to === 'years') return from === 'months' ? Math.floor(value / 12) : epochYear(value);
  if (to === 'date' && from === 'months') return monthStart(value);
  return to === 'date' && from === 'years' ? yearStart(value) : value;
}

/** numpy's arithmetic: what the compiled pack does, one value at a time. */
export const numpyArithmetic: Arithmetic<number> = {
  name: 'numpy',
  from: (value) => value,
  toNumber: (value) => value,
  unary(op, value, kind) {
    switch (op) {
      case 'neg':
        return keep(-value, kind);
      case 'invert':
        return ~value;
      case 'sqrt':
        return keep(Math.sqrt(value), kind);
      default:
        return Math[op](value);
    }
  },
  binary(op, a, b, kind) {
    switch (op) {
      case 'add':
        return keep(a + b, kind);
      case 'sub':
        return keep(a - b, kind);
      case 'mul':
        return kind === 'int32' ? Math.imul(a, b) : keep(a * b, kind);
      case 'div':
        return keep(a / b, kind);
      case 'mod':
        return keep(remainder(a, b), kind);
      case 'floordiv':
        return keep(divideWhole(a, b), kind);
      case 'pow':
        return keep(a ** b, kind);
      default:
        return op === 'min' ? Math.min(a, b) : Math.max(a, b);
    }
  },
  compare: (a, b) => (a === b ? 0 : a < b ? -1 : a > b ? 1 : Number.NaN),
  round: (value, digits, kind) => keep(roundEven(value, digits), kind),
  cast(value, from, to) {
    const fraction = from === 'float32' || from === 'float64';
    if (to === 'int32') return fraction ? toInt32(value) : value | 0;
    if (to === 'int64') return fraction ? toInt64(value) : value;
    if (to === 'bool') return value === 0 ? 0 : 1;
    return to === 'float32' ? Math.fround(value) : castCalendar(value, from, to);
  },
  scale: applyScale,
};
