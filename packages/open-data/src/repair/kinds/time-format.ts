import { ALL_DAY } from '../internal/all-day.ts';
import { plainKind, type CellKind, type Reading } from '../kind.ts';

const HALF = '(午前|午後|AM|PM|am|pm|a\\.m\\.|p\\.m\\.)?';
const CLOCK = new RegExp(
  `^${HALF}\\s?(\\d{1,2})[:：](\\d{2})(?::(\\d{2})(?:\\.0{1,6})?)?\\s?${HALF}$`,
  'u',
);
const WORDS = new RegExp(`^${HALF}\\s?(\\d{1,2})時(?:(\\d{1,2})分|(半))?$`, 'u');
const HOUR = /^(午前|午後|AM|PM|am|pm)\s?(\d{1,2})$/u;
const FOUR_DIGITS = /^([01]\d|2[0-3])([0-5]\d)$/u;
const DAY_SHARE = /^0\.\d{1,20}$/u;
const TIME_LIKE = /\d|時|[朝昼夜]|始発|終車|終電|随時|日没|日の出|終日|正午/u;

/**
 * A time written otherwise (8:30, 08:30:00, 8時30分, 午後6時, 18時半, 1730, 正午) → `hh:mm`. 午後12時, a time past 24:00, seconds that
 * are not zero and words (始発, 日没) are flagged.
 */
export const timeFormat: CellKind = plainKind('open-data/time-format', (text) => {
  // A whole day needs both cells: see `all-day`.
  if (text.length > 40 || ALL_DAY.test(text)) return undefined;
  if (text === '正午') return { after: '12:00', confidence: 1 };
  const clock = CLOCK.exec(text);
  if (clock !== null) {
    const [, before, hour = '', minute = '', second = '00', behind] = clock;
    if (before !== undefined && behind !== undefined) return { doubt: 'open-data/unclear-time' };
    if (second !== '00') return { doubt: 'open-data/unclear-time', expected: time(hour, minute) };
    return reading(before ?? behind, hour, minute);
  }
  const words = WORDS.exec(text);
  if (words !== null)
    return reading(words[1], words[2] ?? '', words[4] === undefined ? (words[3] ?? '0') : '30');
  const hour = HOUR.exec(text);
  if (hour !== null) return reading(hour[1], hour[2] ?? '', '0');
  const digits = FOUR_DIGITS.exec(text);
  if (digits !== null) return { after: `${digits[1]}:${digits[2]}`, confidence: 0.95 };
  if (DAY_SHARE.test(text)) return shareOfDay(Number(text));
  return TIME_LIKE.test(text) ? { doubt: 'open-data/unclear-time' } : undefined;
});

function time(hour: string, minute: string): string {
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}

function reading(half: string | undefined, hour: string, minute: string): Reading {
  const hours = Number(hour);
  const unclear: Reading = { doubt: 'open-data/unclear-time' };
  if (Number(minute) > 59 || hours > 24 || (hours === 24 && Number(minute) > 0)) return unclear;
  if (half === undefined) return { after: time(hour, minute), confidence: 1 };
  // 午後12時 is midnight by the law of 1872 and noon on most clocks.
  if (hours >= 12) return unclear;
  const afternoon = /^(?:午後|p)/iu.test(half);
  return { after: time(String(hours + (afternoon ? 12 : 0)), minute), confidence: 1 };
}

/** A spreadsheet keeps a time as a share of the day. */
function shareOfDay(share: number): Reading {
  const minutes = share * 1440;
  const whole = Math.round(minutes);
  if (Math.abs(minutes - whole) > 0.001 || whole % 5 !== 0)
    return { doubt: 'open-data/unclear-time' };
  const after = time(String(Math.floor(whole / 60)), String(whole % 60));
  return { after, confidence: 0.9 };
}
