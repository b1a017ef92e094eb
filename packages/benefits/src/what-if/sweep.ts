import { BenefitsError } from '../error.ts';
import { concerns, factsOf } from '../facts/facts.ts';
import type { CheckState } from '../ask/state.ts';
import type { Programme } from '../model/programme.ts';
import type { Check } from '../open/check.ts';
import { amountsFor, type Place } from './batch.ts';
import { certainLines } from './certain.ts';

/** What to try: one number, from one value to another. */
export interface SweepOptions {
  readonly variable: string;
  /** Id of the member; nobody for an input of the household. */
  readonly member?: string;
  readonly from: number;
  readonly to: number;
  /** Values that are tried before cliffs are looked for; 101 without it. */
  readonly points?: number;
}

/** A programme's amounts, one for each value that was tried. */
export interface SweepLine {
  readonly programme: Programme;
  readonly amounts: readonly number[];
  /** Nothing but the tried input is open; otherwise what nobody answered is taken at its initial value. */
  readonly certain: boolean;
}

/** Between two neighbouring whole values, the amount jumps. */
export interface Cliff {
  readonly programme: string;
  /** The last value before. */
  readonly at: number;
  /** The first value after. */
  readonly next: number;
  readonly before: number;
  readonly after: number;
}

/** What each programme would pay for other values of one input: for a chart, and for a table with the same rows. */
export interface Sweep {
  /** Ascending. The values on both sides of every cliff are among them. */
  readonly values: readonly number[];
  readonly lines: readonly SweepLine[];
  readonly cliffs: readonly Cliff[];
}

/** Jumps that are pinned down; a table with a step at every yen has no cliffs but a slope. */
const MOST_CLIFFS = 40;
const MOST_POINTS = 2000;

/**
 * Tries other values of an input. Where an amount changes more than the input itself can explain, the step is refined until the
 * cliff stands between two neighbouring whole values: a chart never draws it as a slope.
 * @throws BenefitsError `benefits/unknown-question`, `benefits/bad-answer` for a range that is none
 */
export function sweep(check: Check, state: CheckState, options: SweepOptions): Sweep {
  const place = placeOf(check, state, options.variable, options.member);
  const { from, to } = options;
  const points = Math.min(Math.max(2, options.points ?? 101), MOST_POINTS);
  if (place === undefined || !(from < to) || !Number.isFinite(to - from))
    throw badSweep(options.variable);
  const facts = factsOf(check, state);
  const certain = certainLines(check, state, place, { from, to });
  const known = new Map<number, number[]>();
  const work = (values: readonly number[]): void => {
    const fresh = values.filter((value) => !known.has(value));
    if (fresh.length === 0) return;
    const amounts = amountsFor(check, facts, place, fresh, check.programmes);
    for (const [at, value] of fresh.entries())
      known.set(
        value,
        amounts.map((line) => line[at] ?? 0),
      );
  };
  work(grid(from, to, points));
  refine(known, work);
  const values = [...known.keys()].toSorted((a, b) => a - b);
  const lines = check.programmes.map((programme, line): SweepLine => ({
    programme,
    amounts: values.map((value) => known.get(value)?.[line] ?? 0),
    certain: certain.has(programme.id),
  }));
  return { values, lines, cliffs: lines.flatMap((line) => cliffsOf(values, line)) };
}

/**
 * What each programme of the check would pay with another value of one input, in the check's order: what a slider shows while it
 * is moved. What nobody answered has its initial value.
 * @throws BenefitsError `benefits/bad-answer` where there is no such number
 */
export function tryValue(
  check: Check,
  state: CheckState,
  {
    variable,
    member,
    value,
  }: Pick<SweepOptions, 'variable' | 'member'> & { readonly value: number },
): number[] {
  const place = placeOf(check, state, variable, member);
  if (place === undefined || !Number.isFinite(value)) throw badSweep(variable);
  const amounts = amountsFor(check, factsOf(check, state), place, [value], check.programmes);
  return amounts.map(([amount = 0]) => amount);
}

/** Whole values, evenly spread, with both ends. */
function grid(from: number, to: number, points: number): number[] {
  const step = (to - from) / (points - 1);
  const all = Array.from({ length: points }, (_, at) => Math.round(from + at * step));
  return [...new Set([from, ...all.slice(1, -1), to])];
}

type Known = ReadonlyMap<number, readonly number[]>;
type Stretch = readonly [low: number, high: number];

/** Of a slope's change, a quarter of the way has a quarter; of a cliff's, one quarter has more. */
const MORE_THAN_A_SLOPE = 0.3;
/** Into how many parts a stretch is divided: first those that change at all, then those that change like a cliff. */
const FIRST_PARTS = 4;
const PARTS = 16;

/** Looks closer, all at once, at every stretch over which an amount changes, as long as it changes like a cliff. */
function refine(known: Known, work: (values: readonly number[]) => void): void {
  const all = [...known.keys()].toSorted((a, b) => a - b);
  const pairs = all.slice(1).map((high, at): Stretch => [all[at] ?? high, high]);
  let stretches = pairs.filter((pair) => widest(changes(pair, known)) > 1 && pair[1] - pair[0] > 1);
  for (let count = FIRST_PARTS; stretches.length > 0 && known.size < MOST_POINTS; count = PARTS) {
    const parts = stretches.map((stretch) => partsOf(stretch, count));
    work(parts.flat().map(([, high]) => high));
    stretches = stretches
      .flatMap((stretch, at) => {
        const whole = changes(stretch, known);
        return (parts[at] ?? []).filter((part) => {
          const own = changes(part, known);
          const steep = own.some(
            (change, line) => change > 1 && change > (whole[line] ?? 0) * MORE_THAN_A_SLOPE,
          );
          return steep && part[1] - part[0] > 1;
        });
      })
      .toSorted((a, b) => widest(changes(b, known)) - widest(changes(a, known)))
      .slice(0, MOST_CLIFFS);
  }
}

function partsOf([low, high]: Stretch, count: number): Stretch[] {
  const step = Math.max(1, (high - low) / count);
  const ends: number[] = [];
  for (let end = low + step; Math.round(end) < high; end += step) ends.push(Math.round(end));
  ends.push(high);
  return ends.map((end, at) => [ends[at - 1] ?? low, end]);
}

/** By how much each programme's amount differs between the ends of a stretch. */
function changes([low, high]: Stretch, known: Known): number[] {
  const after = known.get(high) ?? [];
  return (known.get(low) ?? []).map((amount, line) => Math.abs(amount - (after[line] ?? 0)));
}

function widest(all: readonly number[]): number {
  return Math.max(0, ...all);
}

function cliffsOf(values: readonly number[], { programme, amounts }: SweepLine): Cliff[] {
  const cliffs = values.flatMap((at, place): Cliff[] => {
    const next = values[place + 1];
    const [before = 0, after = 0] = [amounts[place], amounts[place + 1]];
    if (next === undefined || next - at > 1 || Math.abs(after - before) <= 1) return [];
    return [{ programme: programme.id, at, next, before, after }];
  });
  return cliffs.length > MOST_CLIFFS ? [] : cliffs;
}

/** An input of a member or of the household; nothing where there is none, it is no number, or it is not asked of the member. */
function placeOf(
  check: Check,
  { members }: CheckState,
  variable: string,
  member: string | undefined,
): Place | undefined {
  const input = check.inputs.get(variable);
  if (input === undefined || (input.type !== 'int' && input.type !== 'float')) return undefined;
  if (input.ofPersons === (member === undefined)) return undefined;
  const at = member === undefined ? 0 : members.findIndex(({ id }) => id === member);
  if (at < 0 || !concerns(check, input, input.ofPersons ? members[at] : undefined))
    return undefined;
  return { input, member: at };
}

function badSweep(variable: string): BenefitsError {
  const shown = variable.slice(0, 80);
  return new BenefitsError('benefits/bad-answer', {
    ja: `「${shown}」の値を変えて試せません。数の質問と、小さい方からの範囲を渡してください。`,
    en: `"${shown}" cannot be tried out. Give a question about a number, of a member where it is about members, and a range that goes up.`,
  });
}
