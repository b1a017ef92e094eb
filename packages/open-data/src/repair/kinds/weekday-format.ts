import { HYPHENS } from '../internal/width.ts';
import { plainKind, type CellKind, type Reading } from '../kind.ts';

const WEEK = '月火水木金土日';
const DASH = new RegExp(`\\s?[${HYPHENS}～〜~]\\s?`, 'gu');
const RANGE = /^([月火水木金土日])～([月火水木金土日])$/u;
const LIST = /^[月火水木金土日](?:[・、,，/;； ]?[月火水木金土日])*$/u;
const EVERY_DAY = /^(?:毎日|全曜日|すべての曜日)$/u;
const WEEKDAY_LIKE = /[月火水木金土日曜週平休祝毎]/u;

/**
 * Weekdays written otherwise (月～金, 月・水・金, 月;水;金, 月曜日、火曜日, 毎日, 日土) → the days in the standard's order, 月 first.
 * 平日 may or may not leave out public holidays, so that and all else (土日祝, 第2月曜) is flagged.
 */
export const weekdayFormat: CellKind = plainKind('open-data/weekday-format', (text) => {
  if (text.length > 60) return undefined;
  if (EVERY_DAY.test(text)) return { after: WEEK, confidence: 0.95 };
  const days = text
    .replace(/曜日?/gu, '')
    .replace(/から/u, '～')
    .replace(DASH, '～')
    .replace(/\s?([・、,，/;；])\s?/gu, '$1');
  const range = RANGE.exec(days);
  if (range !== null) return between(range[1] ?? '', range[2] ?? '');
  if (LIST.test(days)) {
    const letters = days.match(/[月火水木金土日]/gu) ?? [];
    if (new Set(letters).size !== letters.length) return { doubt: 'open-data/unclear-weekday' };
    return { after: inOrder(letters), confidence: 1 };
  }
  return WEEKDAY_LIKE.test(text) ? { doubt: 'open-data/unclear-weekday' } : undefined;
});

/** A range may run over the end of the week: 土～月. */
function between(first: string, last: string): Reading {
  const [from, to] = [WEEK.indexOf(first), WEEK.indexOf(last)];
  if (from === to) return { doubt: 'open-data/unclear-weekday' };
  const count = ((to - from + 7) % 7) + 1;
  const days = Array.from({ length: count }, (_, at) => WEEK.charAt((from + at) % 7));
  return { after: inOrder(days), confidence: 1 };
}

function inOrder(days: readonly string[]): string {
  return Array.from(WEEK)
    .filter((day) => days.includes(day))
    .join('');
}
