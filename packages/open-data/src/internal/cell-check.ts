import type { CheckDigit, Column, FormatRule } from '@yokoten/standard/datasets';
import { formatRules } from '@yokoten/standard/datasets';
import { Automaton } from './automaton.ts';
import { listPattern, parsePattern } from './pattern.ts';
import type { Units } from './units.ts';

const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;
const LONGEST_NUMBER = 20;
const MONTHS_OF_31: ReadonlySet<number> = new Set([1, 3, 5, 7, 8, 10, 12]);

/**
 * Tells from bytes that a cell surely keeps its column's format, blanks around it taken away. Where it says no, the text
 * decides: a value written unusually may still be right.
 */
export class CellCheck {
  /** Of the format's pattern or list; `undefined` where it is not understood, and no cell is surely fine. */
  readonly automaton: Automaton | undefined;
  /** Whether the format has rules beside that. */
  readonly hasMore: boolean;
  readonly #rule: FormatRule;

  constructor(rule: FormatRule, values: readonly string[] | undefined, units: Units) {
    const source = values === undefined ? rule.pattern : listPattern(values);
    const pattern = source === undefined ? undefined : parsePattern(source);
    this.automaton = pattern && new Automaton(pattern, units);
    this.#rule = rule;
    this.hasMore = (rule.range ?? rule.checkDigit ?? rule.calendar) !== undefined;
  }

  isSurelyFine(bytes: Uint8Array, from: number, to: number): boolean {
    if (from === to) return true;
    if (this.automaton?.fits(bytes, from, to) !== true) return false;
    return this.keepsMore(bytes, from, to);
  }

  /** Whether a cell that fits the pattern surely keeps the rules beside it. */
  keepsMore(bytes: Uint8Array, from: number, to: number): boolean {
    const { range, checkDigit, calendar } = this.#rule;
    if (range !== undefined && !isWithin(bytes, from, to, range)) return false;
    if (checkDigit !== undefined && !hasCheckDigit(bytes, from, to, checkDigit)) return false;
    return calendar !== true || isCalendarDay(bytes, from, to);
  }
}

/** The check of a column's cells, `undefined` where anything may stand in them. */
export function cellCheck(column: Column, units: Units): CellCheck | undefined {
  const rule = formatRules[column.format];
  const values =
    rule.values === 'codes' ? (column.codes ?? []).map(({ value }) => value) : rule.values;
  if (values === undefined && rule.pattern === undefined) return undefined;
  return new CellCheck(rule, values, units);
}

/** The number without its fraction decides, so that rounding plays no part: 46.0 is left to the text. */
function isWithin(
  bytes: Uint8Array,
  from: number,
  to: number,
  [least, most]: readonly [number, number],
): boolean {
  if (to - from > LONGEST_NUMBER) return false;
  let whole = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === POINT) break;
    if (byte < ZERO) return false;
    whole = whole * 10 + byte - ZERO;
  }
  return whole >= least && whole < most;
}

function hasCheckDigit(
  bytes: Uint8Array,
  from: number,
  to: number,
  { position, weights, modulus }: CheckDigit,
): boolean {
  if (to - from !== weights.length) return false;
  let sum = 0;
  for (let k = 0; k < weights.length; k++)
    sum += (weights[k] ?? 0) * ((bytes[from + k] ?? 0) - ZERO);
  return (bytes[from + position] ?? 0) - ZERO === (modulus - (sum % modulus)) % 10;
}

/** Of `YYYY-MM-DD`; the 29th of February is left to the text. */
function isCalendarDay(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 10 || bytes[from + 4] !== MINUS) return false;
  const two = (at: number): number => ((bytes[at] ?? 0) - ZERO) * 10 + (bytes[at + 1] ?? 0) - ZERO;
  const day = two(from + 8);
  if (day <= 28) return true;
  const month = two(from + 5);
  return month !== 2 && (day <= 30 || MONTHS_OF_31.has(month));
}
