/** The calendar day in Japan at an instant, `YYYY-MM-DD`. */
export function japanDate(instant: Date): string {
  return new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
}

/** Whether a language is Japanese, however simple. */
export const isJapanese = (language: string): boolean => /^ja\b/.test(language);

/** A date as Intl writes it of the day in Japan. */
export function inJapan(
  instant: Date,
  language: string,
  parts: Intl.DateTimeFormatOptions,
): string {
  const text = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: 'Asia/Tokyo',
    calendar: 'gregory',
    year: 'numeric',
    ...parts,
  }).format(instant);
  return isJapanese(language) ? text.replace('(', '（').replace(')', '）') : text;
}

/**
 * A day for people, as `formatDate` writes it: `2016年4月1日（金）` or `1 April 2016`. It is not checked: for days that are known
 * to exist.
 * @param day `YYYY-MM-DD`, or an instant of which the day in Japan is meant
 * @param language BCP 47 tag
 * @param weekday whether Japanese tells the day of the week too, which means nothing in a law or of a birth
 */
export function formatDay(day: string | Date, language: string, weekday = true): string {
  const instant = typeof day === 'string' ? new Date(`${day}T00:00:00+09:00`) : day;
  return inJapan(instant, language, {
    month: 'long',
    day: 'numeric',
    ...(weekday && isJapanese(language) && { weekday: 'short' }),
  });
}
