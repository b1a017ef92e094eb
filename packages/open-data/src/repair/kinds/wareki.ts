import { isDay } from '../internal/fits.ts';
import { ERA_NAMES, gregorianDay } from '../internal/era.ts';
import { kanjiNumber } from '../internal/width.ts';
import { WEEKDAY_SUFFIX, weekdayAgrees } from '../internal/weekday.ts';
import { plainKind, type CellKind } from '../kind.ts';

const PART = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const YEAR = '(\\d{1,2}|元|[一二三四五六七八九十]{1,3})';
const WORDS = new RegExp(
  `^(${ERA_NAMES})\\s?${YEAR}\\s?年\\s?${PART}\\s?月\\s?${PART}\\s?日${WEEKDAY_SUFFIX}$`,
  'u',
);
const SIGNS = new RegExp(
  `^(${ERA_NAMES})\\s?(\\d{1,2}|元)([./-])\\s?(\\d{1,2})\\3\\s?(\\d{1,2})$`,
  'u',
);
const BEGINS = new RegExp(`^(?:${ERA_NAMES})\\s?(?:\\d|元|[一二三四五六七八九十])`, 'u');

/**
 * A day in a Japanese era (令和6年1月9日, R6.1.9, 平成元年, 昭和六十三年) → `YYYY-MM-DD`. A day the era does not have
 * (平成99年), a weekday that contradicts it and anything less than a whole day are flagged.
 */
export const wareki: CellKind = plainKind('open-data/wareki', (text) => {
  if (text.length > 40 || !BEGINS.test(text)) return undefined;
  const words = WORDS.exec(text);
  const signs = words === null ? SIGNS.exec(text) : null;
  const [era = '', year = '', month = '', day = '', weekday] =
    words?.slice(1) ?? (signs === null ? [] : [signs[1], signs[2], signs[4], signs[5]]);
  if (era === '') return { doubt: 'open-data/unclear-date' };
  const parts = [year === '元' ? 1 : numeral(year), numeral(month), numeral(day)] as const;
  const after = gregorianDay(era, ...parts);
  if (after === undefined) return { doubt: 'open-data/impossible-era' };
  if (!isDay(after) || !weekdayAgrees(after, weekday)) return { doubt: 'open-data/unclear-date' };
  return { after, confidence: 1 };
});

/** 0, which no date has, where the text is no number. */
function numeral(text: string): number {
  return /^\d+$/u.test(text) ? Number(text) : (kanjiNumber(text) ?? 0);
}
