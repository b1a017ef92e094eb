import { type Format, formatRules } from '@yokoten/standard/datasets';
import { lacksZero } from './phone.ts';

const LONGEST = 2000;
const compiled = new Map<Format, (value: string) => boolean>();

/** Whether a value is written as a column's format asks. Blank always is. */
export type Fits = (value: string) => boolean;

/** The check of a format. Values of a closed list are those of `codes`, where the format takes them from the column. */
export function fitsFormat(format: Format, codes: readonly string[]): Fits {
  const { values } = formatRules[format];
  const list = values === 'codes' ? codes : values;
  if (list !== undefined) {
    const known = new Set(['', ...list]);
    return (value) => known.has(value);
  }
  const known = compiled.get(format) ?? compile(format);
  compiled.set(format, known);
  return known;
}

/** What a format lets through although it is not how the value is meant to be written. */
const OVERLOOKED: ReadonlyMap<Format, Fits> = new Map<Format, Fits>([
  ['phone', lacksZero],
  ['email', (value) => /^mailto:/iu.test(value)],
  ['url', (value) => value.includes('&amp;')],
]);

function compile(format: Format): Fits {
  const overlooked = OVERLOOKED.get(format);
  const fits = compileRule(format);
  return overlooked === undefined ? fits : (value) => fits(value) && !overlooked(value);
}

function compileRule(format: Format): Fits {
  const { pattern, calendar, range, checkDigit } = formatRules[format];
  const shape = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return (value) => {
    if (value === '' || shape === undefined) return true;
    if (value.length > LONGEST || !shape.test(value)) return false;
    if (calendar === true && !isDay(value)) return false;
    if (range !== undefined && !(Number(value) >= range[0] && Number(value) <= range[1]))
      return false;
    if (checkDigit === undefined) return true;
    const { position, weights, modulus } = checkDigit;
    const sum = weights.reduce((total, weight, at) => total + weight * Number(value[at]), 0);
    return Number(value[position]) === (modulus - (sum % modulus)) % 10;
  };
}

/** Whether `YYYY-MM-DD` is a day of the calendar. */
export function isDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
