import type { AgeWindow } from '../../listing/model.ts';

/** An age as years and months, of which one may be missing. */
export interface AgeLimit {
  readonly years?: number;
  readonly months?: number;
}

/** A register's four limits. */
export interface AgeLimits {
  readonly atLeast?: AgeLimit;
  readonly over?: AgeLimit;
  readonly below?: AgeLimit;
  readonly atMost?: AgeLimit;
}

/**
 * The window of limits that a record states. "At most 1 year" lasts until the second birthday; "over 1 year" is taken as "from 1
 * year", so that nobody is left out. A limit of zero months at the upper end would let nobody in and is no limit.
 */
export function agesOfLimits({ atLeast, over, below, atMost }: AgeLimits): AgeWindow | undefined {
  const lower = [inMonths(atLeast), inMonths(over)].filter((months) => months !== undefined);
  const upper = [inMonths(below), lastMonth(atMost)].filter(
    (months) => months !== undefined && months > 0,
  );
  if (lower.length === 0 && upper.length === 0) return undefined;
  return {
    certainty: 'explicit',
    ...(lower.length > 0 && { fromMonths: Math.min(...lower.map(Number)) }),
    ...(upper.length > 0 && { untilMonths: Math.max(...upper.map(Number)) }),
  };
}

function inMonths(limit: AgeLimit | undefined): number | undefined {
  if (limit === undefined || (limit.years === undefined && limit.months === undefined))
    return undefined;
  return (limit.years ?? 0) * 12 + (limit.months ?? 0);
}

function lastMonth(limit: AgeLimit | undefined): number | undefined {
  const months = inMonths(limit);
  if (months === undefined || limit === undefined) return undefined;
  return limit.months === undefined ? months + 12 : months + 1;
}

const MONTH = '(?:か|ヶ|カ|ケ|ヵ|ヵ|箇)月';

/** What words say of an age; each pattern gives one side of the window, `schoolAge` the last day of a school year. */
const PATTERNS: readonly (readonly [RegExp, (match: readonly string[]) => Partial<AgeWindow>])[] = [
  [/(\d{1,2})歳に達する日(?:以後|以降|後)?の?最初の3月31日/g, ([, age]) => ({ schoolAge: Number(age) })],
  [/(\d{1,2})歳(?:に達する|になる|到達後の?)?年度末/g, ([, age]) => ({ schoolAge: Number(age) })],
  [/(?:小学校)?(?:就学|入学)前|未就学|小学校に入る前/g, () => ({ schoolAge: 6 })],
  [/乳幼児/g, () => ({ schoolAge: 6 })],
  [/小学(?:生|校6年生?|校修了|校卒業)(?:まで|前)/g, () => ({ schoolAge: 12 })],
  [/中学(?:生|校3年生?|校修了|校卒業)(?:まで|前)/g, () => ({ schoolAge: 15 })],
  [/高校生(?:年代|世代|相当)?(?:の年齢)?まで|高校卒業まで/g, () => ({ schoolAge: 18 })],
  [
    new RegExp(`(\\d{1,2})歳(?:(\\d{1,2})${MONTH})?未満`, 'g'),
    ([, years, months]) => ({ untilMonths: Number(years) * 12 + Number(months ?? 0) }),
  ],
  [
    new RegExp(`(\\d{1,2})歳(?:(\\d{1,2})${MONTH})?(?:以下|まで(?!に))`, 'g'),
    ([, years, months]) => ({
      untilMonths:
        months === undefined ? Number(years) * 12 + 12 : Number(years) * 12 + Number(months) + 1,
    }),
  ],
  [
    new RegExp(`(\\d{1,2})歳(?:(\\d{1,2})${MONTH})?(?:以上|から)`, 'g'),
    ([, years, months]) => ({ fromMonths: Number(years) * 12 + Number(months ?? 0) }),
  ],
  [/(?:から|[~〜-])(\d{1,2})歳(?!に|以|未|児|の誕|\d)/g, ([, years]) => ({ untilMonths: Number(years) * 12 + 12 })],
  [
    new RegExp(`(?:生後|[^歳\\d]|^)(\\d{1,2})${MONTH}(?:以上|から)`, 'g'),
    ([, months]) => ({ fromMonths: Number(months) }),
  ],
  [
    new RegExp(`(?:生後|[^歳\\d]|^)(\\d{1,2})${MONTH}未満`, 'g'),
    ([, months]) => ({ untilMonths: Number(months) }),
  ],
  [
    new RegExp(`(?:生後|[^歳\\d]|^)(\\d{1,2})${MONTH}(?:まで|以下)`, 'g'),
    ([, months]) => ({ untilMonths: Number(months) + 1 }),
  ],
]; // prettier-ignore

/** Characters of a text that are looked at. */
const LOOKED_AT = 2000;

/**
 * The window that words state, or `contradict` where they state two: a text about several groups of children cannot be
 * taken for one of them.
 */
export function agesOfWords(text: string): AgeWindow | 'contradict' | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '').slice(0, LOOKED_AT);
  const found = PATTERNS.flatMap(([pattern, read]) =>
    [...plain.matchAll(pattern)].map((match) => read(match)),
  );
  const values = (side: 'fromMonths' | 'untilMonths' | 'schoolAge'): number[] => [
    ...new Set(found.flatMap((one) => one[side] ?? [])),
  ];
  const [from, until, school] = [values('fromMonths'), values('untilMonths'), values('schoolAge')];
  const prenatal = /妊娠|妊婦|出産前/.test(plain);
  if (from.length > 1 || until.length + school.length > 1) return 'contradict';
  const [fromMonths, untilMonths, schoolAge] = [from[0], until[0], school[0]];
  if (fromMonths !== undefined && untilMonths !== undefined && untilMonths <= fromMonths)
    return 'contradict';
  if (fromMonths === undefined && untilMonths === undefined && schoolAge === undefined && !prenatal)
    return undefined;
  return {
    certainty: 'inferred',
    ...(fromMonths !== undefined && { fromMonths }),
    ...(untilMonths !== undefined && { untilMonths }),
    ...(schoolAge !== undefined && { schoolAge }),
    ...(prenatal && { prenatal }),
  };
}
