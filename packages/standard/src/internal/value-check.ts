import type { Column, RowIssueCode } from '../dataset.ts';
import type { CheckDigit, FormatRule } from '../format-rules.ts';

const ZERO = 0x30;

/** Compiled at the first value of a format: importing costs nothing. */
const compiled = new Map<string, RegExp>();

function shape(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const made = new RegExp(pattern, 'u');
  compiled.set(pattern, made);
  return made;
}

function isCalendarDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function hasCheckDigit(value: string, { position, weights, modulus }: CheckDigit): boolean {
  let sum = 0;
  for (const [i, weight] of weights.entries()) sum += weight * (value.charCodeAt(i) - ZERO);
  return value.charCodeAt(position) - ZERO === (modulus - (sum % modulus)) % 10;
}

/** The closed list a column is checked against, or `undefined` where its format has none. */
export function listOf(rule: FormatRule, column: Column): readonly string[] | undefined {
  return rule.values === 'codes' ? (column.codes ?? []).map((code) => code.value) : rule.values;
}

/** What is wrong with a value that is not blank, or `undefined`. */
export function checkValue(
  { pattern, calendar, range, checkDigit }: FormatRule,
  values: readonly string[] | undefined,
  value: string,
): RowIssueCode | undefined {
  if (values !== undefined && !values.includes(value)) return 'standard/unlisted-code';
  if (pattern !== undefined && !shape(pattern).test(value)) return 'standard/format';
  if (calendar === true && !isCalendarDay(value)) return 'standard/format';
  if (range !== undefined) {
    const number = Number(value);
    if (number < range[0] || number > range[1]) return 'standard/outside-japan';
  }
  if (checkDigit !== undefined && !hasCheckDigit(value, checkDigit)) return 'standard/check-digit';
  return undefined;
}
