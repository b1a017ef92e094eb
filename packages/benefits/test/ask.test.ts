import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewRuns } from '../../../apps/tools/src/tier.ts';
import { openCheck, reduce, resultsOf, standingOf, startState } from '../src/core.ts';
import { DATE, families, gated, household, town, truths } from './town.ts';
import { fillIn, walk } from './walk.ts';

const alone = [['self', '1980-06-15']] as const;
const family = [
  ['self', '1980-06-15'],
  ['partner', '1982-01-31'],
  ['child', '2015-03-31'],
] as const;

describe('what is asked', () => {
  test('first who lives there, then when they were born, then only what can change a result', async () => {
    const check = await openCheck(town, { date: DATE });
    let state = startState(check);
    expect(standingOf(check, state).next).toEqual({ ask: 'members', key: 'members' });
    state = reduce(check, state, { do: 'add-member', kind: 'child' });
    state = reduce(check, state, { do: 'complete', complete: true });
    expect(standingOf(check, state).next).toMatchObject({ ask: 'birth', member: { id: 'm1' } });
    state = reduce(check, state, { do: 'set-birth', member: 'm1', birth: '1980-06-15' });
    state = reduce(check, state, { do: 'set-birth', member: 'm2', birth: null });
    const { next } = standingOf(check, state);
    expect(next?.ask === 'members' || next?.ask === 'birth').toBe(false);
  });

  test('a programme that ended before the day is not there', async () => {
    const check = await openCheck(town, { date: DATE });
    expect(check.programmes.map(({ id }) => id)).toEqual(['child', 'rent', 'care', 'grant']);
  });

  test('who lives alone and is over forty is never asked about grades, which then change nothing', async () => {
    const { check, state } = await household(town, alone);
    const { asked, standing } = walk(check, state, {
      incomes: [9_000_000],
      grades: ['one'],
      students: [false],
      rent: 50_000,
      district: 'north',
    });
    expect(asked.some((key) => key.includes('grade'))).toBe(false);
    expect(standing.results.settled).toBe(4);
  });

  test('a text is a choice of what the rules compare it with, and of one that stands for all others', async () => {
    const { check } = await household(town, alone);
    expect(check.inputs.get('district')).toMatchObject({
      control: 'choice',
      values: ['north', 'south', 'elsewhere'],
    });
  });

  test('what a question set knows from the situation is not asked', async () => {
    const { check, state } = await household(town, alone, 'disaster');
    const { asked } = walk(check, state, {
      incomes: [100],
      grades: [],
      students: [],
      rent: 90_000,
      district: 'elsewhere',
    });
    expect(asked.some((key) => key.includes('district'))).toBe(false);
    const { results } = resultsOf(check, walk(check, state, { incomes: [100], grades: [], students: [], rent: 90_000, district: 'elsewhere' }).state); // prettier-ignore
    expect(results[0]?.amount).toEqual({ least: 40_000, most: 40_000 });
  });

  test('"none of these" closes every input behind it in one answer', async () => {
    const { check, state } = await household(gated, family);
    const { asked, standing } = walk(check, state, {
      incomes: [0, 0],
      grades: [],
      students: [],
      rent: 0,
      district: 'elsewhere',
    });
    expect(asked.filter((key) => /grade|student|gate/.test(key))).toEqual(['gate any']);
    expect(standing.results.settled).toBe(4);
  });
});

test('what was ticked for somebody who is the only one it can concern is not asked again', async () => {
  const { check, state } = await household(gated, alone);
  const { asked, state: done } = walk(check, state, {
    incomes: [0],
    grades: [],
    students: [true],
    rent: 0,
    district: 'elsewhere',
  });
  expect(asked.filter((key) => /student|gate/.test(key))).toEqual(['gate any']);
  expect(resultsOf(check, done).results[0]).toMatchObject({
    programme: { id: 'grant' },
    status: 'eligible',
  });
});

describe('for every family and every answer', () => {
  test('when nothing is left to ask, every programme is settled', async () => {
    await fc.assert(
      fc.asyncProperty(families, truths, fc.boolean(), async (births, facts, gates) => {
        const known = births.map(([kind, birth]) => [kind, birth ?? '1990-01-01'] as const);
        const { check, state } = await household(gates ? gated : town, known);
        const { standing } = walk(check, state, facts);
        expect(standing.results.settled).toBe(check.programmes.length);
      }),
      fewRuns,
    );
  });

  test('a skipped question changes no result, whatever its answer would be', async () => {
    await fc.assert(
      fc.asyncProperty(
        families,
        truths,
        truths,
        fc.boolean(),
        async (births, facts, other, gates) => {
          const { check, state } = await household(gates ? gated : town, births);
          const done = walk(check, state, facts);
          const filled = resultsOf(check, fillIn(check, done.state, other));
          for (const one of done.standing.results.results) {
            const after = filled.results.find(({ programme }) => programme === one.programme);
            if (one.settled) expect([one.programme.id, after?.amount]).toEqual([one.programme.id, one.amount]); // prettier-ignore
            // Where nothing is paid either way, it is not asked whether a condition holds.
            const either =
              one.amount.most === 0 && (one.status === 'zero' || one.status === 'unknown');
            if (one.settled && !either) expect(after?.status).toBe(one.status);
          }
        },
      ),
      fewRuns,
    );
  });

  test('the result lies between the bounds at every step, and each answer narrows them', async () => {
    await fc.assert(
      fc.asyncProperty(families, truths, async (births, facts) => {
        const known = births.map(([kind, birth]) => [kind, birth ?? '1990-01-01'] as const);
        const { check, state } = await household(town, known);
        const full = resultsOf(check, fillIn(check, state, facts));
        let before = resultsOf(check, state);
        const { state: done } = walk(check, state, facts);
        for (const [at] of done.answers.entries()) {
          const now = resultsOf(check, { ...done, answers: done.answers.slice(0, at + 1) });
          for (const { programme, amount } of now.results) {
            const [true_, earlier] = [full, before].map(({ results }) => results.find((one) => one.programme === programme)?.amount); // prettier-ignore
            expect(amount.least).toBeLessThanOrEqual(true_?.least ?? Number.NaN);
            expect(amount.most).toBeGreaterThanOrEqual(true_?.most ?? Number.NaN);
            expect(amount.least).toBeGreaterThanOrEqual(earlier?.least ?? Number.NaN);
            expect(amount.most).toBeLessThanOrEqual(earlier?.most ?? Number.NaN);
          }
          before = now;
        }
      }),
      fewRuns,
    );
  });

  test('"I do not know" is not asked again, ends, and leaves the result open where it hangs on it', async () => {
    await fc.assert(
      fc.asyncProperty(families, truths, fc.integer(), async (births, facts, seed) => {
        const { check, state } = await household(gated, births);
        const done = walk(check, state, facts, (key) => (key.length * 7 + seed) % 3 === 0);
        expect(new Set(done.asked).size).toBe(done.asked.length);
        const full = resultsOf(check, fillIn(check, done.state, facts));
        for (const { programme, amount } of done.standing.results.results) {
          const true_ = full.results.find((one) => one.programme === programme)?.amount;
          expect(amount.least).toBeLessThanOrEqual(true_?.least ?? Number.NaN);
          expect(amount.most).toBeGreaterThanOrEqual(true_?.most ?? Number.NaN);
        }
      }),
      fewRuns,
    );
  });
});

const status = async (
  facts: Parameters<typeof walk>[2],
  births: Parameters<typeof household>[1] = alone,
): Promise<Record<string, string>> => {
  const { check, state } = await household(town, births);
  const { results } = walk(check, state, facts).standing.results;
  return Object.fromEntries(results.map(({ programme, status: one }) => [programme.id, one]));
};

describe('four different answers', () => {
  const facts = { incomes: [0], grades: [], students: [true], rent: 0, district: 'north' };

  test('eligible, not eligible, zero', async () => {
    expect(await status(facts)).toEqual({
      grant: 'eligible',
      rent: 'zero',
      child: 'not-eligible',
      care: 'not-eligible',
    });
    expect((await status({ ...facts, district: 'elsewhere' })).rent).toBe('not-eligible');
    expect((await status({ ...facts, students: [false] })).grant).toBe('not-eligible');
    expect((await status({ ...facts, incomes: [9_000_000] })).grant).toBe('zero');
    expect((await status({ ...facts, rent: 30_000 })).rent).toBe('eligible');
  });

  test('unknown as long as it could be both', async () => {
    const { check, state } = await household(town, alone);
    const found = resultsOf(check, state).results.find(({ programme }) => programme.id === 'rent');
    expect(found).toMatchObject({ status: 'unknown', amount: { least: 0, most: 40_000 } });
  });

  test('sums are made within one kind of money only', async () => {
    const { check, state } = await household(town, family);
    const { totals } = walk(check, state, {
      incomes: [0, 0, 0],
      grades: ['none', 'none', 'one'],
      students: [false, false, true],
      rent: 30_000,
      district: 'south',
    }).standing.results;
    expect(totals).toEqual([
      { money: 'monthly', count: 2, least: 40_000, most: 40_000 },
      { money: 'one-off', count: 1, least: 100_000, most: 100_000 },
      { money: 'in-kind', count: 1, least: 30_000, most: 30_000 },
    ]);
  });
});
