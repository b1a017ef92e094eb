import { addDays } from './i-calendar.ts';

/** The day so many months after a birth; a day that the month does not have becomes the first of the next (民法第143条第2項 gives its eve as the last day). */
export function monthsAfter(birth: string, months: number): string {
  const [year = 0, month = 1, day = 1] = birth.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const days = day > last ? last : day - 1;
  return addDays(first.toISOString().slice(0, 10), days);
}

/**
 * 31 March of the school year in which an age is reached. An age is reached on the day before the birthday (年齢計算ニ関スル
 * 法律), so a child born on 1 April belongs to those born before.
 */
export function schoolYearEnd(birth: string, months: number): string {
  const reached = addDays(monthsAfter(birth, months), -1);
  const year = Number(reached.slice(0, 4)) + (reached.slice(5) > '03-31' ? 1 : 0);
  return `${year}-03-31`;
}

/**
 * A short name for a date of birth in an entry's `uid`, so that two children's entries do not replace each other. It hides
 * nothing: the entry's own day tells as much.
 */
export function shortName(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  return hash.toString(36);
}
