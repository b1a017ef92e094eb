import { dayOf, isoDate } from './calendar.ts';
import type { Variable } from './pack.ts';

/** A value as a person reads it. */
export type Value = number | boolean | string;

/** One value of a column in its readable form: enums by name, dates as `YYYY-MM-DD`, bools as such. */
export function readable(variable: Variable, raw: number | string): Value {
  if (typeof raw === 'string') return raw;
  if (variable.type === 'bool') return raw !== 0;
  if (variable.type === 'date') return isoDate(dayOf(raw));
  if (variable.type === 'enum') return variable.values?.[raw] ?? '';
  return variable.type === 'float' ? shortest(raw) : raw;
}

/** The decimal with the fewest digits that is this number in single precision, as numpy writes it: 0.1, not 0.10000000149. */
function shortest(raw: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(raw.toPrecision(digits));
    if (Math.fround(short) === raw) return short;
  }
  return raw;
}
