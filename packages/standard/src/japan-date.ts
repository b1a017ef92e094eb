import { formatDay, inJapan, isJapanese } from './japan-day.ts';
import { StandardError } from './standard-error.ts';

const PATTERN =
  /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?<time>T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/;

function badDate(text: string): StandardError {
  return new StandardError('standard/bad-date', {
    ja: `「${text}」は日付として読めません。2026-11-22、2026-11、2026のように書いてください。`,
    en: `"${text}" cannot be read as a date. Write it like 2026-11-22, 2026-11 or 2026; a time needs an offset.`,
  });
}

/** The instant in UTC, or `undefined` for a day that does not exist: `Date` would turn 02-30 into March. */
function instantOf(parts: Record<string, string | undefined>): Date | undefined {
  const { year, month = '01', day = '01', time } = parts;
  const midnight = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.getUTCDate() !== Number(day)) return undefined;
  const instant = new Date(`${year}-${month}-${day}${time ?? 'T00:00:00+09:00'}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/**
 * A date for people: `2026-11-22` → `2026年11月22日（日）` or `22 November 2026`. Year and month, or a year alone, stay as
 * vague as they are; a time with an offset is shown in Japan's time, 24 hours.
 * @param date ISO 8601: `2026-11-22`, `2026-11`, `2026` or `2026-11-22T18:00:00+09:00`.
 * @param language BCP 47 tag, default `ja`. English is written as in Britain, day first.
 * @throws StandardError `standard/bad-date`
 */
export function formatDate(date: string, language = 'ja'): string {
  const parts = PATTERN.exec(date)?.groups;
  const instant = parts && instantOf(parts);
  if (parts === undefined || instant === undefined) throw badDate(date);
  const { month, day, time } = parts;
  if (!day) return inJapan(instant, language, month ? { month: 'long' } : {});
  const text = formatDay(instant, language);
  if (!time) return text;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tokyo', timeStyle: 'short' });
  return `${text}${isJapanese(language) ? '' : ', '}${clock.format(instant)}`;
}
