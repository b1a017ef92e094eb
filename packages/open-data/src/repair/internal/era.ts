/** An era: its letter, its name, the Gregorian year before its first, and its first and last day. */
interface Era {
  readonly offset: number;
  readonly first: string;
  readonly last: string;
}

/**
 * From 1873 on, when Japan took the Gregorian calendar: days of 明治 before cannot be counted from the year alone.
 * The last day of an era is the day before the next one's first (昭和元年 1926-12-25, 平成元年 1989-01-08, 令和元年 2019-05-01).
 */
const ERAS: ReadonlyMap<string, Era> = new Map(
  (
    [
      ['明治 明 M', 1867, '1873-01-01', '1912-07-29'],
      ['大正 大 T', 1911, '1912-07-30', '1926-12-24'],
      ['昭和 昭 S', 1925, '1926-12-25', '1989-01-07'],
      ['平成 平 H', 1988, '1989-01-08', '2019-04-30'],
      ['令和 令 R', 2018, '2019-05-01', '9999-12-31'],
    ] as const
  ).flatMap(([names, offset, first, last]) =>
    names.split(' ').map((name) => [name, { offset, first, last }] as const),
  ),
);

/** How an era is written in front of a year: full name, its first character, or its letter. */
export const ERA_NAMES = '明治|大正|昭和|平成|令和|[明大昭平令]|[MTSHRmtshr]';

/**
 * The Gregorian date, `YYYY-MM-DD`, of a day of an era; `undefined` where the era does not have that day.
 * @param year 1 for 元年.
 */
export function gregorianDay(
  era: string,
  year: number,
  month: number,
  day: number,
): string | undefined {
  const known = ERAS.get(era.length === 1 ? era.toUpperCase() : era);
  if (known === undefined) return undefined;
  const date = isoDay(known.offset + year, month, day);
  return year >= 1 && date >= known.first && date <= known.last ? date : undefined;
}

/** `YYYY-MM-DD`, not checked against the calendar. */
export function isoDay(year: number, month: number, day: number): string {
  return [
    String(year).padStart(4, '0'),
    ...[month, day].map((part) => String(part).padStart(2, '0')),
  ].join('-');
}
