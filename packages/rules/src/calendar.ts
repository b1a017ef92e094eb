const DAY = 86_400_000;

/** A day of the proleptic Gregorian calendar; `month` and `day` count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01, as numpy's `datetime64[D]` counts them. Months and days may run over, as in `Date.UTC`. */
export function epochDay(year: number, month: number, day: number): number {
  // `Date.UTC` reads the years 0 to 99 as 1900 to 1999.
  const instant = new Date(0).setUTCFullYear(year, month - 1, day);
  return Math.floor(instant / DAY);
}

/** The day that `days` after 1970-01-01 is. */
export function dayOf(days: number): Day {
  const date = new Date(days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Months since January 1970, numpy's `datetime64[M]`. */
export function epochMonth(days: number): number {
  const { year, month } = dayOf(days);
  return (year - 1970) * 12 + month - 1;
}

/** Years since 1970, numpy's `datetime64[Y]`. */
export function epochYear(days: number): number {
  return dayOf(days).year - 1970;
}

/** First day of a month since January 1970. */
export function monthStart(months: number): number {
  return epochDay(1970, months + 1, 1);
}

/** First day of a year since 1970. */
export function yearStart(years: number): number {
  return epochDay(1970 + years, 1, 1);
}

/** How many days the month has; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return epochDay(year, month + 1, 1) - epochDay(year, month, 1);
}

/** `YYYY-MM-DD`. */
export function isoDate({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days since 1970-01-01 of an ISO date, or `undefined` for a text that is none or a day that does not exist. */
export function parseIsoDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return undefined;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  const days = epochDay(year, month, day);
  return isoDate(dayOf(days)) === text ? days : undefined;
}
