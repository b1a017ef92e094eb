import { parsePeriod, RulesError, type Unit } from '@yokoten/rules';
import type { Move, When } from '@yokoten/rules/trace';
import { clockStep } from './arithmetic.ts';
import { type Context, failAt, unsupported } from './context.ts';
import type { Value } from './value.ts';

type Time = Extract<Value, { is: 'when' }>;

const UNITS: readonly Unit[] = ['weekday', 'week', 'day', 'month', 'year', 'eternity'];

/** The period a formula is asked for. */
export const OWN_PERIOD: Time = { is: 'when', when: { moves: [] }, what: 'period' };

/** The time later or earlier. */
export function moved(time: Time, ...moves: Move[]): Time {
  return { ...time, when: { ...time.when, moves: [...time.when.moves, ...moves] } };
}

/** What the periods around a period are called in OpenFisca. */
const AROUND: Readonly<Record<string, readonly Move[]>> = {
  this_year: [['within', 'year']],
  first_month: [['within', 'month']],
  first_day: [['within', 'day']],
  first_week: [['within', 'week']],
  first_weekday: [['within', 'weekday']],
  last_year: [
    ['within', 'year'],
    ['offset', -1, 'year'],
  ],
  n_2: [
    ['within', 'year'],
    ['offset', -2, 'year'],
  ],
  last_month: [
    ['within', 'month'],
    ['offset', -1, 'month'],
  ],
  last_3_months: [
    ['within', 'month'],
    ['resize', 'month', 3],
    ['offset', -3, 'month'],
  ],
};

/** `period.start`, `period.this_year`, `instant.month` …; nothing for a method or an unknown name. */
export function timeAttribute(
  context: Context,
  at: number,
  time: Time,
  name: string,
): Value | undefined {
  if (name === 'year' || name === 'month' || name === 'day')
    return clockStep(context, at, time.when, name);
  if (name === 'date') return { ...time, what: 'date' };
  if (time.what !== 'period') return undefined;
  if (name === 'start') return { ...time, what: 'instant' };
  if (name === 'stop') return { ...moved(time, ['stop']), what: 'instant' };
  if (name === 'size_in_days' || name === 'days') return clockStep(context, at, time.when, 'days');
  if (name === 'size_in_months') return clockStep(context, at, time.when, 'months');
  const moves = Object.hasOwn(AROUND, name) ? AROUND[name] : undefined;
  return moves === undefined ? undefined : moved(time, ...moves);
}

/** `period.offset(-1)`, `instant.offset('first-of', 'month')`. */
export function offsetTime(
  context: Context,
  at: number,
  time: Time,
  args: readonly Value[],
): Value {
  const [by, unitValue] = args;
  const unit = unitValue === undefined ? undefined : unitOf(unitValue);
  if (by?.is === 'int' && unitValue === undefined) return moved(time, ['shift', by.value]);
  if (by?.is === 'int' && unit !== undefined) return moved(time, ['offset', by.value, unit]);
  if (by?.is === 'str' && by.value === 'first-of' && unitValue === undefined)
    return moved(time, ['floor']);
  if (by?.is === 'str' && by.value === 'first-of' && (unit === 'month' || unit === 'year'))
    return moved(time, ['within', unit]);
  if (by?.is === 'str' && by.value === 'last-of' && (unit === 'month' || unit === 'year'))
    return moved(time, ['within', unit], ['stop']);
  throw unsupported(context, { at }, 'this way of moving a period');
}

/** A unit by its constant or its name. */
export function unitOf(value: Value): Unit | undefined {
  if (value.is === 'unit') return value.unit;
  return value.is === 'str' ? UNITS.find((unit) => unit === value.value) : undefined;
}

/** A period or instant written as a text, whole or with parts that are worked out. */
export function writtenTime(
  context: Context,
  at: number,
  parts: readonly (string | number)[],
  what: Time['what'],
): Time {
  if (parts.every((part) => typeof part === 'string')) {
    try {
      parsePeriod(parts.join(''));
    } catch (error) {
      if (!(error instanceof RulesError)) throw error;
      throw failAt(context, at, 'openfisca/unsupported', error.text.ja, error.message);
    }
  }
  const when: When = { text: parts, moves: [] };
  return { is: 'when', when, what };
}

/** What can stand for a period in a call: a period, an instant, a text or a year. */
export function asTime(context: Context, at: number, value: Value | undefined): When {
  if (value?.is === 'when') return value.when;
  if (value?.is === 'str') return writtenTime(context, at, [value.value], 'period').when;
  if (value?.is === 'int') return writtenTime(context, at, [String(value.value)], 'period').when;
  if (value?.is === 'unit' && value.unit === 'eternity') return { text: ['ETERNITY'], moves: [] };
  throw unsupported(context, { at }, 'this as a period');
}
