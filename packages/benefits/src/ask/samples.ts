import type { Unknown } from '@yokoten/rules/bounds';
import { readValue } from '@yokoten/rules/values';
import type { Facts, OpenInput } from '../facts/facts.ts';
import type { Questions } from '../open/questions.ts';
import type { Ask } from './ask.ts';

/** An answer that could be given: how likely it is thought to be, and what is then known, by position in `facts.open`. */
export interface Sample {
  readonly weight: number;
  readonly changes: ReadonlyMap<number, Unknown>;
}

/** Of what most people do not have, this many do not have it. */
const RARE = 0.8;
/** More values are not tried. */
const MOST_TRIED = 6;

const TYPICAL: Readonly<Record<string, readonly number[]>> = {
  yen: [0, 300_000, 1_500_000, 6_000_000],
  'yen-per-month': [0, 60_000, 150_000, 300_000],
  'yen-per-year': [0, 1_000_000, 3_000_000, 5_000_000, 9_000_000],
  'hours-per-week': [0, 15, 30, 40],
  persons: [0, 1, 2, 3],
  none: [0, 10, 1000, 100_000, 3_000_000],
};

/** Answers to try a question with. Only the order of questions hangs on them, never a result. */
export function samplesOf(check: Questions, { open }: Facts, ask: Ask): Sample[] {
  if (ask.ask !== 'value') {
    const changes = ask.open.flatMap((at): [number, Unknown][] => {
      const one = open[at];
      const none = one === undefined ? undefined : valueFor(check, one, one.input.none);
      return one === undefined || none === undefined ? [] : [[at, { ...one, values: none }]];
    });
    return [{ weight: RARE, changes: new Map(changes) }];
  }
  const [at = -1] = ask.open;
  const one = open[at];
  if (one === undefined) return [];
  return likely(check, one).map(({ values, weight }) => ({
    weight,
    changes: new Map([[at, { ...one, values } as Unknown]]),
  }));
}

function valueFor(check: Questions, { input }: OpenInput, value: unknown): number[] | undefined {
  const variable = check.pack.rules.variables[input.index];
  if (value === undefined || variable === undefined) return undefined;
  return [readValue(variable, value, []) as number];
}

/** Values with their weights, which sum up to one. */
function likely(check: Questions, one: OpenInput): { values: number[]; weight: number }[] {
  const { input } = one;
  const typical = typicalOf(input.question.typical, one);
  const raw = typical.flatMap((value) => valueFor(check, one, value) ?? []);
  const none = valueFor(check, one, input.none)?.[0];
  const usual = input.question.typical === undefined && none !== undefined && raw.includes(none);
  const rare = input.type === 'bool' || input.type === 'enum';
  return raw.map((value) => {
    if (!usual || !rare || raw.length === 1) return { values: [value], weight: 1 / raw.length };
    return { values: [value], weight: value === none ? RARE : (1 - RARE) / (raw.length - 1) };
  });
}

function typicalOf(
  typical: readonly unknown[] | undefined,
  { input, least, most }: OpenInput,
): readonly unknown[] {
  if (typical !== undefined) return typical;
  if (input.type === 'bool') return [false, true];
  if (input.values !== undefined) return spread(input.values);
  if (input.type === 'date') return [];
  const [from, to] = [least ?? 0, most ?? Number.POSITIVE_INFINITY];
  const known = TYPICAL[input.question.unit ?? 'none'] ?? [];
  const inside = known.filter((value) => value >= from && value <= to);
  return inside.length > 1 ? inside : [from, to].filter(Number.isFinite);
}

/** The first of many, and some from all over. */
function spread(values: readonly unknown[]): unknown[] {
  if (values.length <= MOST_TRIED) return [...values];
  const step = (values.length - 1) / (MOST_TRIED - 1);
  return Array.from({ length: MOST_TRIED }, (_, at) => values[Math.round(at * step)]);
}
