import type { NumberFormat } from './number-format.ts';

const DAY = 86_400;
/** 9999-12-31 in the 1900 system. */
const LAST_DAY = 2_958_465;
/** Days between the two systems of counting days. */
const DAYS_TO_1904 = 1462;

/**
 * A number as its format means it: ISO 8601 for days and times, `%` kept, leading zeros as shown, and no more digits
 * than a spreadsheet has (15). `written` is the text in the file.
 */
export function numberText(written: string, format: NumberFormat, from1904: boolean): string {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written;
  switch (format.kind) {
    case 'plain':
      return plainNumber(value, written);
    case 'percent':
      return `${plainNumber(value * 100)}%`;
    case 'digits':
      return Number.isInteger(value) && value >= 0
        ? inPattern(value, format.pattern)
        : plainNumber(value);
    default:
      return momentText(value, format.kind, from1904);
  }
}

/** Short decimal notation: 0.1 + 0.2 is 0.3, 1E+12 is 1000000000000. */
function plainNumber(value: number, written = ''): string {
  if (written.length <= 15 && /^-?\d+(?:\.\d*[1-9])?$/u.test(written)) return written;
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return Math.abs(rounded) < 1 ? rounded.toFixed(20).replace(/0{1,20}$/u, '') : text;
}

function inPattern(value: number, pattern: string): string {
  const places = pattern.replaceAll('-', '').length;
  const digits = String(value).padStart(places, '0');
  let at = digits.length - places;
  let text = digits.slice(0, at);
  for (const sign of pattern) text += sign === '-' ? '-' : (digits[at++] ?? '');
  return text;
}

function momentText(
  serial: number,
  kind: 'date' | 'month' | 'time' | 'elapsed' | 'moment',
  from1904: boolean,
): string {
  const seconds = Math.round(serial * DAY);
  const days = Math.floor(seconds / DAY) + (from1904 ? DAYS_TO_1904 : 0);
  if (seconds < 0 || days > LAST_DAY) return plainNumber(serial);
  if (kind === 'elapsed') return clock(seconds, Math.floor(seconds / 3600));
  const rest = seconds % DAY;
  const time = clock(rest, Math.floor(rest / 3600));
  if (kind === 'time') return time;
  // A day before 1900 is a time that a date's format was given to.
  if (days < 1) return time;
  const date = isoDate(days);
  if (kind === 'month') return date.slice(0, 7);
  return rest === 0 || kind === 'date' ? date : `${date}T${time}`;
}

/** The 1900 system has a 29 February 1900, which never was: 60. */
function isoDate(days: number): string {
  if (days === 60) return '1900-02-29';
  const sinceEpoch = days - (days < 60 ? 25_568 : 25_569);
  return new Date(sinceEpoch * DAY * 1000).toISOString().slice(0, 10);
}

function clock(seconds: number, hours: number): string {
  const minute = `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? minute : `${minute}:${two(seconds % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Text as a spreadsheet shows it: `_x000D_` is a carriage return (ECMA-376 22.9.2.19), line ends are LF. */
export function shownText(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
  return plain.includes('\r') ? plain.replace(/\r\n?/gu, '\n') : plain;
}
