import * as fc from 'fast-check';
import type { Value } from '@yokoten/rules';
import {
  type BenefitPack,
  type Check,
  type CheckState,
  openCheck,
  reduce,
  startState,
} from '../src/core.ts';
import { townRules, townSteps } from './town-rules.ts';

export const DATE = '2026-05-15';

export const town: BenefitPack = {
  id: 'town',
  version: '1',
  rules: townRules,
  steps: () => Promise.resolve(townSteps),
  sources: () =>
    Promise.resolve({
      variables: {},
      parameters: {
        'rent.limit': [
          {
            title: { ja: '見本町家賃補助条例' },
            article: '第3条',
            from: '2000-01-01',
            to: '2020-03-31',
          },
          { title: { ja: '見本町家賃補助条例' }, article: '第4条', from: '2020-04-01' },
        ],
      },
    }),
  sample: true,
  household: {
    person: 'person',
    groups: ['home'],
    birth: 'birth',
    kinds: [
      { id: 'self', roles: { home: 'adult' }, most: 1 },
      { id: 'partner', roles: { home: 'adult' }, most: 1 },
      { id: 'child', roles: { home: 'child' } },
    ],
  },
  programmes: [
    { id: 'child', output: 'child_allowance', money: 'monthly', sources: [] },
    {
      id: 'rent',
      output: 'rent_support',
      eligible: 'rent_eligible',
      money: 'monthly',
      sources: [],
    },
    { id: 'care', output: 'care', money: 'in-kind', sources: [] },
    { id: 'grant', output: 'grant', money: 'one-off', sources: [] },
    { id: 'gone', output: 'grant', money: 'loan', to: '2020-03-31', sources: [] },
  ],
  questions: [
    { variable: 'income', unit: 'yen-per-year', most: 100_000_000, ages: { from: 15 } },
    { variable: 'rent', unit: 'yen-per-month', most: 1_000_000 },
  ],
  sets: [
    { id: 'main', programmes: ['child', 'rent', 'care', 'grant', 'gone'] },
    { id: 'disaster', programmes: ['rent'], given: { district: 'north' } },
  ],
  languages: ['ja'],
  texts: () =>
    Promise.resolve({
      language: 'ja',
      reviewed: true,
      title: '見本町',
      programmes: {},
      variables: {},
    }),
};

export const gated: BenefitPack = {
  ...town,
  gates: [{ id: 'any', variables: ['grade', 'student'] }],
};

/** A household in a pack opened for `DATE`, all members known. */
export async function household(
  pack: BenefitPack,
  births: readonly (readonly [kind: string, birth: string | null])[],
  set?: string,
): Promise<{ check: Check; state: CheckState }> {
  const check = await openCheck(pack, { date: DATE, ...(set !== undefined && { set }) });
  let state = startState(check);
  for (const [at, [kind, birth]] of births.entries())
    state =
      at === 0
        ? reduce(check, state, { do: 'set-birth', member: 'm1', birth })
        : reduce(check, state, { do: 'add-member', kind, birth });
  return { check, state: reduce(check, state, { do: 'complete', complete: true }) };
}

/** Families of one to five, some with a birth date that nobody knows. */
export const families: fc.Arbitrary<readonly (readonly [kind: string, birth: string | null])[]> = fc
  .record({
    self: fc.integer({ min: 1930, max: 2008 }),
    partner: fc.option(fc.integer({ min: 1930, max: 2008 })),
    children: fc.array(fc.integer({ min: 2000, max: 2025 }), { maxLength: 3 }),
    unsure: fc.integer({ min: 0, max: 12 }),
  })
  .map(({ self, partner, children, unsure }) =>
    [
      ['self', `${self}-06-15`] as const,
      ...(partner === null ? [] : [['partner', `${partner}-01-31`] as const]),
      ...children.map((year) => ['child', `${year}-03-31`] as const),
    ].map(([kind, birth], at) => [kind, at === unsure ? null : birth] as const),
  );

/** What a family would say: any value that each question allows. */
export interface Facts {
  readonly incomes: readonly number[];
  readonly grades: readonly string[];
  readonly students: readonly boolean[];
  readonly rent: number;
  readonly district: string;
}

export const truths: fc.Arbitrary<Facts> = fc.record({
  incomes: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5_000_000 })), { minLength: 6, maxLength: 6 }), // prettier-ignore
  grades: fc.array(fc.constantFrom('none', 'none', 'one', 'two'), { minLength: 6, maxLength: 6 }),
  students: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  rent: fc.integer({ min: 0, max: 90_000 }),
  district: fc.constantFrom('north', 'south', 'elsewhere'),
});

/** A family's answer about one input. */
export function valueOf(facts: Facts, variable: string, member: number): Value {
  if (variable === 'income') return facts.incomes[member] ?? 0;
  if (variable === 'grade') return facts.grades[member] ?? 'none';
  if (variable === 'student') return facts.students[member] ?? false;
  return variable === 'rent' ? facts.rent : facts.district;
}
