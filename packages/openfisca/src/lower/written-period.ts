import { isoDate, parseIsoDate, dayOf } from '@yokoten/rules';
import { type Context, unsupported } from './context.ts';
import type { Value } from './value.ts';
import { writtenTime } from './when.ts';

/** `period("2024-01")`, `period(f"{period.start.year}-12-31")`, `instant("1956-04-02")`. */
export function parsePeriodValue(
  context: Context,
  at: number,
  value: Value | undefined,
  what: 'period' | 'instant',
): Value {
  if (value?.is === 'when') return { ...value, what };
  if (value?.is === 'str') {
    const days = what === 'instant' ? parseIsoDate(value.value) : undefined;
    const text = days === undefined ? value.value : isoDate(dayOf(days));
    return writtenTime(context, at, [text], what);
  }
  if (value?.is === 'int') return writtenTime(context, at, [String(value.value)], what);
  throw unsupported(context, { at }, `${what}() of this`);
}
