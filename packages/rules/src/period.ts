import { type Day, dayOf, daysInMonth, epochDay, isoDate } from './calendar.ts';
import { RulesError } from './error.ts';

/** OpenFisca's units of time. A `week` starts on Monday (ISO 8601); `eternity` has no start and no end. */
export type Unit = 'weekday' | 'week' | 'day' | 'month' | 'year' | 'eternity';

const WORDS = ['weekday', 'week', 'day', 'month', 'year'] as const;

/** A stretch of time: `size` units from a first day on. Immutable; the periods around it are made once and kept. */
export class Period {
  readonly unit: Unit;
  readonly size: number;
  /** First day. */
  readonly start: Day;
  /** The way OpenFisca writes it: `2024`, `2024-01`, `2024-01-05`, `month:2024-01:3`, `2024-W05`, `ETERNITY`. */
  readonly text: string;
  /** First day as `YYYY-MM-DD`: parameters and formulas are looked up by it. */
  readonly from: string;
  readonly #kept = new Map<string, Period>();

  constructor(unit: Unit, start: Day, size = 1) {
    this.unit = unit;
    this.start = start;
    this.size = size;
    this.from = isoDate(start);
    this.text = describe(unit, start, size);
  }

  /** Another number of units, or another unit, from the same first day on. */
  resize(unit: Unit, size = 1): Period {
    return this.#keep(`=${unit}:${size}`, () => new Period(unit, this.start, size));
  }

  /** The same length, `count` units later; earlier when negative. A day the month does not have becomes its last. */
  offset(count: number, unit: Unit = this.unit): Period {
    return this.#keep(
      `+${unit}:${count}`,
      () => new Period(this.unit, shift(this.start, count, unit), this.size),
    );
  }

  /** One unit, from the first day of the calendar unit that holds this period's start: `this_year`, `first_month` … */
  within(unit: 'week' | 'month' | 'year' | 'day' | 'weekday'): Period {
    return this.#keep(`<${unit}`, () => new Period(unit, floor(this.start, unit)));
  }

  /** As long as it is, from the first day of the unit that it begins in. */
  get floor(): Period {
    const { unit } = this;
    if (unit === 'eternity') return this;
    return this.#keep('|', () => new Period(unit, floor(this.start, unit), this.size));
  }

  /** Last day. */
  get stop(): Day {
    const { year, month, day } = shift(this.start, this.size, this.unit);
    return dayOf(epochDay(year, month, day) - 1);
  }

  /** Last day, as a period of its own. */
  get last(): Period {
    return this.#keep('>', () => new Period('day', this.stop));
  }

  /** First day, in days since 1970-01-01. */
  get startDay(): number {
    const { year, month, day } = this.start;
    return epochDay(year, month, day);
  }

  /** How many whole `unit`s it holds, as `DIVIDE` and `set_input` count them. */
  count(unit: Unit): number {
    if (unit === this.unit) return this.size;
    if (this.unit === 'year' && unit === 'month') return this.size * 12;
    if (unit === 'week') return Math.floor(this.#days() / 7);
    if (unit === 'day' || unit === 'weekday') return this.#days();
    return 0;
  }

  /** The periods of one `unit` in it, in order. */
  *parts(unit: Unit): Generator<Period> {
    const first = new Period(unit, this.start);
    for (let i = 0; i < this.count(unit); i++) yield i === 0 ? first : first.offset(i);
  }

  #days(): number {
    const { year, month, day } = shift(this.start, this.size, this.unit);
    return epochDay(year, month, day) - epochDay(this.start.year, this.start.month, this.start.day);
  }

  #keep(key: string, make: () => Period): Period {
    let found = this.#kept.get(key);
    if (found === undefined) this.#kept.set(key, (found = make()));
    return found;
  }
}

/** The period of every variable that never changes. */
export const ETERNITY: Period = new Period('eternity', { year: 1, month: 1, day: 1 });

/**
 * Reads a period the way OpenFisca writes it: `2024`, `2024-01`, `2024-01-05`, `2024-W05`, `2024-W05-3`, `month:2024-01:3`,
 * `ETERNITY`; a number is a year.
 * @throws RulesError `rules/bad-period`
 */
export function parsePeriod(value: string | number): Period {
  const text = String(value);
  if (text.length > 40) throw badPeriod(`${text.slice(0, 40)}…`);
  if (text.toLowerCase() === 'eternity') return ETERNITY;
  const [first = '', second, third, extra] = text.split(':');
  if (extra !== undefined) throw badPeriod(text);
  if (second === undefined) return simplePeriod(first, text);
  const unit = WORDS.find((word) => word === first);
  const start = simplePeriod(second, text);
  const size = third === undefined ? 1 : /^[1-9]\d{0,4}$/.test(third) ? Number(third) : Number.NaN;
  if (unit === undefined || Number.isNaN(size) || finer(start.unit) < finer(unit))
    throw badPeriod(text);
  return new Period(unit, start.start, size);
}

/** `day` is finer than `month`; weeks stand beside months. */
function finer(unit: Unit): number {
  return unit === 'year' ? 0 : unit === 'month' || unit === 'week' ? 1 : 2;
}

function simplePeriod(text: string, whole: string): Period {
  const week = /^(\d{4})-W(\d\d)(?:-([1-7]))?$/.exec(text);
  if (week !== null) {
    const [, year, number, weekday] = week;
    const day = weekStart(Number(year), 1) + (Number(number) - 1) * 7 + Number(weekday ?? 1) - 1;
    if (Number(number) < 1 || day >= weekStart(Number(year) + 1, 1)) throw badPeriod(whole);
    return new Period(weekday === undefined ? 'week' : 'weekday', dayOf(day));
  }
  const parts = /^(\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (parts === null) throw badPeriod(whole);
  const [, year, month, day] = parts;
  const start = { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) };
  const real = dayOf(epochDay(start.year, start.month, start.day));
  if (start.year < 1 || isoDate(real) !== isoDate(start)) throw badPeriod(whole);
  return new Period(month === undefined ? 'year' : day === undefined ? 'month' : 'day', start);
}

function describe(unit: Unit, start: Day, size: number): string {
  if (unit === 'eternity') return 'ETERNITY';
  const date = isoDate(start);
  const text =
    unit === 'week' || unit === 'weekday'
      ? isoWeek(start, unit)
      : unit === 'day'
        ? date
        : unit === 'month' || start.month !== 1
          ? date.slice(0, 7)
          : date.slice(0, 4);
  const plain = size === 1 && (unit !== 'year' || start.month === 1);
  return plain ? text : `${unit}:${text}${size === 1 ? '' : `:${size}`}`;
}

function isoWeek(start: Day, unit: Unit): string {
  const day = epochDay(start.year, start.month, start.day);
  const year =
    [1, 0, -1].map((by) => start.year + by).find((one) => weekStart(one, 1) <= day) ?? start.year;
  const week = Math.floor((day - weekStart(year, 1)) / 7) + 1;
  const text = `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
  return unit === 'weekday' ? `${text}-${((((day + 3) % 7) + 7) % 7) + 1}` : text;
}

/** Monday of an ISO week, in days since 1970-01-01 (a Thursday). Week 1 holds 4 January. */
function weekStart(year: number, week: number): number {
  const fourth = epochDay(year, 1, 4);
  return fourth - ((((fourth + 3) % 7) + 7) % 7) + (week - 1) * 7;
}

function shift({ year, month, day }: Day, count: number, unit: Unit): Day {
  if (unit === 'eternity') return { year, month, day };
  if (unit === 'day' || unit === 'weekday') return dayOf(epochDay(year, month, day) + count);
  if (unit === 'week') return dayOf(epochDay(year, month, day) + count * 7);
  const months = year * 12 + month - 1 + count * (unit === 'year' ? 12 : 1);
  const to = { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
  return { ...to, day: Math.min(day, daysInMonth(to.year, to.month)) };
}

function floor({ year, month, day }: Day, unit: Unit): Day {
  if (unit === 'year') return { year, month: 1, day: 1 };
  if (unit === 'month') return { year, month, day: 1 };
  if (unit !== 'week') return { year, month, day };
  const days = epochDay(year, month, day);
  return dayOf(days - ((((days + 3) % 7) + 7) % 7));
}

function badPeriod(text: string): RulesError {
  return new RulesError('rules/bad-period', [text]);
}
