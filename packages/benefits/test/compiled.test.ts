import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewRuns } from '../../../apps/tools/src/tier.ts';
import {
  BenefitsError,
  compiledPack,
  openCheck,
  resultsOf,
  startState,
  reduce,
} from '../src/core.ts';
import { townRules, townSteps } from './town-rules.ts';
import { DATE, families, truths } from './town.ts';
import { fillIn, walk } from './walk.ts';

const files = {
  pack: townRules,
  steps: () => Promise.resolve({ steps: townSteps }),
  labels: () =>
    Promise.resolve({
      labels: new Map([
        ['income', { label: '年収', unit: 'currency-JPY' }],
        ['rent_support', { label: '家賃補助' }],
      ]),
    }),
  references: () =>
    Promise.resolve({
      references: new Map([
        ['rent_support', { reference: ['https://example.org/rent?a=1', '見本町家賃補助条例'] }],
      ]),
    }),
};
const programmes = [
  { output: 'child_allowance', money: 'monthly' },
  { output: 'rent_support', eligible: 'rent_eligible', money: 'monthly' },
  { output: 'care', money: 'in-kind' },
  { output: 'grant', money: 'one-off' },
] as const;
const pack = compiledPack(files, { id: 'town', programmes });

describe('a compiled pack that nobody described', () => {
  test('has the roles as kinds of members and finds the birth date', () => {
    expect(pack.household).toEqual({
      person: 'person',
      groups: ['home'],
      birth: 'birth',
      kinds: [
        { id: 'self', roles: { home: 'adult' }, most: 1 },
        { id: 'partner', roles: { home: 'adult' }, most: 1 },
        { id: 'child', roles: { home: 'child' } },
      ],
    });
  });

  test('has its labels as words, and its references as sources', async () => {
    const texts = await pack.texts('ja');
    expect(texts.variables.income).toEqual({ label: '年収', unit: 'currency-JPY' });
    expect(texts.variables.child_allowance).toEqual({ label: 'child allowance' });
    expect((await pack.sources?.())?.variables.rent_support).toEqual([
      { title: { ja: 'example.org' }, url: 'https://example.org/rent?a=1', from: '2000-01-01' },
      { title: { ja: '見本町家賃補助条例' }, from: '2000-01-01' },
    ]);
  });

  test('can be asked to the end, and no skipped question would change a result', async () => {
    const check = await openCheck(pack, { date: DATE });
    fc.assert(
      fc.property(families, truths, truths, (births, facts, other) => {
        let state = startState(check);
        for (const [at, [kind, birth]] of births.entries())
          state =
            at === 0
              ? reduce(check, state, {
                  do: 'set-birth',
                  member: 'm1',
                  birth: birth ?? '1990-01-01',
                })
              : reduce(check, state, { do: 'add-member', kind, birth: birth ?? '1990-01-01' });
        state = reduce(check, state, { do: 'complete', complete: true });
        const done = walk(check, state, facts);
        expect(done.standing.results.settled).toBe(4);
        const filled = resultsOf(check, fillIn(check, done.state, other)).results;
        for (const { programme, amount } of done.standing.results.results)
          expect(filled.find((one) => one.programme === programme)?.amount).toEqual(amount);
      }),
      fewRuns,
    );
  });

  test('better words go over its own; an output that it does not have is refused', async () => {
    const better = compiledPack(files, {
      id: 'town',
      programmes,
      texts: {
        en: () =>
          Promise.resolve({ reviewed: true, variables: { income: { label: 'income of a year' } } }),
      },
    });
    expect(better.languages).toEqual(['ja', 'en']);
    const texts = await better.texts('en');
    expect([texts.reviewed, texts.variables.income, texts.variables.rent_support]).toEqual([
      true,
      { label: 'income of a year' },
      { label: '家賃補助' },
    ]);
    expect(() =>
      compiledPack(files, { id: 'town', programmes: [{ output: 'x', money: 'loan' }] }),
    ).toThrow(BenefitsError);
  });
});
