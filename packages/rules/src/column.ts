import { dayOf, isoDate } from './calendar.ts';
import type { ValueType, Variable } from './pack.ts';

/** One value per member of a population. Days and positions of an enum are whole numbers; only texts are not numbers. */
export type Column = Float32Array | Float64Array | Int32Array | Uint8Array | string[];

/** A value as a person reads it. */
export type Value = number | boolean | string;

/** Room for `count` values of a type, all zero. */
export function newColumn(type: ValueType, count: number): Column {
  if (type === 'float') return new Float32Array(count);
  if (type === 'bool') return new Uint8Array(count);
  if (type === 'text') return Array.from({ length: count }, () => '');
  return new Int32Array(count);
}

/** A column that holds the variable's initial value everywhere. */
export function initialColumn(variable: Variable, count: number): Column {
  const column = newColumn(variable.type, count);
  if (variable.initial !== 0) column.fill(variable.initial as never);
  return column;
}

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
