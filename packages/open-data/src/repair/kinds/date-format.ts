import { isDay } from '../internal/fits.ts';
import { isoDay } from '../internal/era.ts';
import { kanjiNumber } from '../internal/width.ts';
import { WEEKDAY_SUFFIX, weekdayAgrees } from '../internal/weekday.ts';
import type { CellKind, Reading } from '../kind.ts';

const PART = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const SIGNS = new RegExp(
  `^(\\d{4})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{1,2})${WEEKDAY_SUFFIX}(.*)$`,
  'u',
);
const WORDS = new RegExp(
  `^(\\d{4}|[一二三四五六七八九〇]{4})年\\s?${PART}月\\s?${PART}日${WEEKDAY_SUFFIX}$`,
  'u',
);
const DIGITS = /^((?:19|20)\d\d)(\d\d)(\d\d)$/u;
const YEAR_LAST = /^(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)$/u;
const MIDNIGHT = /^[T ]0?0:00(?::00(?:\.0{1,6})?)?(?:Z|\+09:?00)?$/u;
const DATE_LIKE = /\d|[年月日週春夏秋冬頃]/u;
const SERIAL = /^[34]\d{4}$/u;

/**
 * A whole day written otherwise (2024/4/1, 2024.4.1, 2024年4月1日, 20240401, 2024-04-01 00:00:00) → `YYYY-MM-DD`. Where the
 * year comes last, the column decides which of the others is the month. Less than a day (4月頃, 2024年4月) is flagged.
 */
export const dateFormat: CellKind = {
  code: 'open-data/date-format',
  prepare: ({ values }) => {
    let order: YearLast | undefined;
    return (text) => {
      if (text.length > 60) return undefined;
      const last = YEAR_LAST.exec(text);
      if (last !== null) return yearLast(last, (order ??= yearLastOrder(values())));
      return wholeDay(text);
    };
  },
};

function wholeDay(text: string): Reading {
  const signs = SIGNS.exec(text);
  const parts =
    signs === null
      ? (WORDS.exec(text) ?? DIGITS.exec(text))?.slice(1, 5)
      : [signs[1], signs[3], signs[4], signs[5]];
  if (parts === undefined) return unclear(text);
  const [year = 0, month = 0, day = 0] = parts.slice(0, 3).map((part) => numeral(part ?? ''));
  const after = isoDay(year, month, day);
  const rest = signs?.[6] ?? '';
  if (!isDay(after) || !weekdayAgrees(after, parts[3])) return { doubt: 'open-data/unclear-date' };
  if (rest !== '' && !MIDNIGHT.test(rest))
    return { doubt: 'open-data/unclear-date', expected: after };
  // In UTC the day in Japan began nine hours earlier, but a program that writes midnight means the day.
  return { after, confidence: rest.endsWith('Z') ? 0.9 : 1 };
}

function unclear(text: string): Reading {
  if (SERIAL.test(text))
    return { doubt: 'open-data/unclear-date', expected: fromSerial(Number(text)) };
  return DATE_LIKE.test(text) ? { doubt: 'open-data/unclear-date' } : undefined;
}

/** The day a spreadsheet shows for a number, if it counts from 1900. */
function fromSerial(days: number): string {
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
}

type YearLast = 'month-first' | 'day-first' | 'unclear';

/** Only a number above 12 tells a day from a month. */
function yearLastOrder(values: ReadonlySet<string>): YearLast {
  let monthFirst = false;
  let dayFirst = false;
  for (const value of values) {
    const [, first = '', second = ''] = YEAR_LAST.exec(value.slice(0, 12)) ?? [];
    if (Number(second) > 12) monthFirst = true;
    if (Number(first) > 12) dayFirst = true;
  }
  if (monthFirst === dayFirst) return 'unclear';
  return monthFirst ? 'month-first' : 'day-first';
}

function yearLast(
  [, first = '', second = '', year = '']: RegExpExecArray,
  order: YearLast,
): Reading {
  if (order === 'unclear') return { doubt: 'open-data/unclear-date' };
  const [month, day] = order === 'month-first' ? [first, second] : [second, first];
  const after = isoDay(Number(year), Number(month), Number(day));
  return isDay(after) ? { after, confidence: 0.95 } : { doubt: 'open-data/unclear-date' };
}

function numeral(text: string): number {
  return /^\d+$/u.test(text) ? Number(text) : (kanjiNumber(text) ?? 0);
}
