/** A day of the proleptic Gregorian calendar; `month` and `day` count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days from 1 March of the year 0 to 1970-01-01; a year that begins in March ends with its leap day. */
const EPOCH = 719_468;

/**
 * Days since 1970-01-01, as numpy's `datetime64[D]` counts them. A month may run over into other years, a day into other
 * months. In whole numbers only, because it stands in the innermost loops.
 */
export function epochDay(year: number, month: number, day: number): number {
  const shifted = month - 3;
  const march = year + Math.floor(shifted / 12);
  const sinceMarch = shifted - Math.floor(shifted / 12) * 12;
  const leaps = Math.floor(march / 4) - Math.floor(march / 100) + Math.floor(march / 400);
  return march * 365 + leaps + Math.floor((153 * sinceMarch + 2) / 5) + day - 1 - EPOCH;
}

/** The day that `days` after 1970-01-01 is. */
export function dayOf(days: number): Day {
  const months = epochMonth(days);
  const year = Math.floor(months / 12);
  return {
    year: year + 1970,
    month: months - year * 12 + 1,
    day: days - monthStart(months) + 1,
  };
}

/** Months since January 1970, numpy's `datetime64[M]`. */
export function epochMonth(days: number): number {
  const shifted = days + EPOCH;
  const era = Math.floor(shifted / 146_097);
  const inEra = shifted - era * 146_097;
  const year = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) /
      365,
  );
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const sinceMarch = Math.floor((5 * inYear + 2) / 153);
  return (era * 400 + year - 1970) * 12 + sinceMarch + 2;
}

/** Years since 1970, numpy's `datetime64[Y]`. */
export function epochYear(days: number): number {
  return Math.floor(epochMonth(days) / 12);
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
