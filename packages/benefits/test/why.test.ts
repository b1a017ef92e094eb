import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewRuns } from '../../../apps/tools/src/tier.ts';
import {
  type Answer,
  type Check,
  type CheckState,
  type Reason,
  reduce,
  resultsOf,
  smallestChanges,
  sweep,
  why,
} from '../src/core.ts';
import { families, household, town, truths } from './town.ts';
import { fillIn } from './walk.ts';

const family = [
  ['self', '1980-06-15'],
  ['child', '2015-03-31'],
] as const;

async function said(
  ...values: readonly (readonly [variable: string, value: string | number | boolean, member?: string])[] // prettier-ignore
): Promise<{ check: Check; state: CheckState }> {
  const { check, state } = await household(town, family);
  const answered = values.reduce((now, [variable, value, member]) => {
    const answer: Answer = { ask: 'value', variable, value, ...(member && { member }) };
    return reduce(check, now, { do: 'answer', answer });
  }, state);
  return { check, state: answered };
}

function find(reasons: readonly Reason[], variable: string): Reason | undefined {
  return reasons
    .flatMap((one): (Reason | undefined)[] => [
      one.variable === variable ? one : find(one.because, variable),
    ]) // prettier-ignore
    .find((one) => one !== undefined);
}

describe('why', () => {
  test('not: both sides of the condition, the figure of the law, and the source in the wording of the day', async () => {
    const { check, state } = await said(['income', 3_000_000, 'm1'], ['rent', 50_000], ['district', 'north']); // prettier-ignore
    const told = why(check, state, 'rent');
    expect(told.result.status).toBe('not-eligible');
    expect(told.decisive).toEqual([
      {
        variable: 'rent_eligible',
        condition: {
          op: 'le',
          left: { value: 3_000_000 },
          right: { value: 2_000_000, parameter: 'rent.limit' },
          holds: false,
          decisive: true,
        },
      },
    ]);
    const [eligible] = told.reasons;
    expect(eligible?.figures).toEqual([
      {
        path: 'rent.limit',
        value: 2_000_000,
        from: '2000-01-01',
        sources: [{ title: { ja: '見本町家賃補助条例' }, article: '第4条', from: '2020-04-01' }],
      },
    ]);
    expect(eligible?.since).toBe('2000-01-01');
  });

  test('yes: every value it was worked out of, who it is of, and where it is from', async () => {
    const { check, state } = await said(['grade', 'one', 'm2'], ['income', 100, 'm1']);
    const told = why(check, state, 'care');
    expect(told.reasons.map(({ member, value }) => [member?.id, value])).toEqual([
      ['m1', 0],
      ['m2', 30_000],
    ]);
    expect(find(told.reasons.slice(1), 'grade')).toMatchObject({
      value: 'one',
      from: 'answer',
      member: { kind: 'child' },
    });
    expect(find(told.reasons.slice(1), 'age')).toMatchObject({ value: 11, from: 'rules' });
    expect(told.asOf).toBe('2000-01-01');
    expect(told.decisive).toEqual([]);
  });

  test('not: a plain no, and whose it is', async () => {
    const { check, state } = await said(['student', false, 'm1'], ['student', false, 'm2']);
    const told = why(check, state, 'grant');
    expect(
      told.decisive.map(({ variable, member, value }) => [variable, member?.id, value]),
    ).toEqual([
      ['student', 'm1', false],
      ['student', 'm2', false],
    ]);
  });

  test('not yet: what is open says between what it lies', async () => {
    const { check, state } = await said(['district', 'north']);
    const told = why(check, state, 'rent');
    const amount = told.reasons.at(-1);
    expect(amount).toMatchObject({ variable: 'rent_support', range: { least: 0, most: 40_000 } });
    expect(amount?.value).toBeUndefined();
    expect(find(told.reasons, 'rent')).toMatchObject({ from: 'open' });
    expect(find(told.reasons, 'district')).toMatchObject({ from: 'answer', value: 'north' });
  });

  test('of every household, it is plain data and its values are the results', async () => {
    await fc.assert(
      fc.asyncProperty(families, truths, async (births, facts) => {
        const known = births.map(([kind, birth]) => [kind, birth ?? '1990-01-01'] as const);
        const { check, state } = await household(town, known);
        const full = fillIn(check, state, facts);
        for (const { programme, amount, status } of resultsOf(check, full).results) {
          const told = why(check, full, programme.id);
          expect(structuredClone(told)).toEqual(told);
          const own = told.reasons.filter(({ variable }) => variable === programme.output);
          const sum = own.reduce((total, { value }) => total + Number(value), 0);
          if (status === 'eligible') expect(sum).toBe(amount.least);
          if (status === 'not-eligible' && own.length > 0) expect(told.decisive).not.toEqual([]);
        }
      }),
      fewRuns,
    );
  });
});

describe('the smallest change', () => {
  test('is the nearest number on the other side, to the yen, and turns the result', async () => {
    const { check, state } = await said(['income', 3_000_000, 'm1'], ['rent', 50_000], ['district', 'north']); // prettier-ignore
    expect(smallestChanges(check, state, 'rent')).toEqual([
      expect.objectContaining({ variable: 'income', from: 3_000_000, to: 2_000_000, before: 0, after: 40_000 }), // prettier-ignore
    ]);
  });

  test('of a choice, another one', async () => {
    const { check, state } = await said(['rent', 50_000], ['district', 'elsewhere']);
    expect(smallestChanges(check, state, 'rent')).toEqual([
      expect.objectContaining({ variable: 'district', from: 'elsewhere', to: 'north', after: 40_000 }), // prettier-ignore
    ]);
  });

  test('turns the result, in every household', async () => {
    await fc.assert(
      fc.asyncProperty(families, truths, fc.nat(), async (births, facts, which) => {
        const known = births.map(([kind, birth]) => [kind, birth ?? '1990-01-01'] as const);
        const { check, state } = await household(town, known);
        const full = fillIn(check, state, facts);
        const before = new Map(resultsOf(check, full).results.map((one) => [one.programme.id, one.amount.least])); // prettier-ignore
        for (const { id } of check.programmes.slice(which % 4, (which % 4) + 1))
          for (const flip of smallestChanges(check, full, id)) {
            const { variable, member, to } = flip;
            const answer: Answer = { ask: 'value', variable, value: to, ...(member && { member: member.id }) }; // prettier-ignore
            const changed = reduce(check, full, { do: 'answer', answer });
            const after = resultsOf(check, changed).results.find(({ programme }) => programme.id === id); // prettier-ignore
            expect(flip.before).toBe(before.get(id));
            expect(flip.after).toBe(after?.amount.least);
            expect(flip.after > 0).toBe(!(flip.before > 0));
          }
      }),
      fewRuns,
    );
  });
});

describe('what if', () => {
  test('a cliff stands between two neighbouring yen, however coarse the first look is', async () => {
    const { check, state } = await said(['rent', 50_000], ['district', 'north'], ['student', true, 'm1'], ['student', false, 'm2'], ['grade', 'none', 'm2']); // prettier-ignore
    const told = sweep(check, state, { variable: 'income', member: 'm1', from: 0, to: 9_999_999, points: 7 }); // prettier-ignore
    expect(told.cliffs).toEqual([
      { programme: 'rent', at: 2_000_000, next: 2_000_001, before: 40_000, after: 0 },
    ]);
    expect(told.values).toEqual(expect.arrayContaining([0, 2_000_000, 2_000_001, 9_999_999]));
    expect(told.values).toEqual(told.values.toSorted((a, b) => a - b));
    expect(told.lines.map(({ certain }) => certain)).toEqual([true, true, true, true]);
    for (const { amounts } of told.lines) expect(amounts).toHaveLength(told.values.length);
  });

  test('each point is what the result would be', async () => {
    await fc.assert(
      fc.asyncProperty(families, truths, async (births, facts) => {
        const known = births.map(([kind, birth]) => [kind, birth ?? '1990-01-01'] as const);
        const { check, state } = await household(town, known);
        const full = fillIn(check, state, facts);
        const told = sweep(check, full, { variable: 'rent', from: 0, to: 80_000, points: 5 });
        for (const at of [0, told.values.length - 1, Math.floor(told.values.length / 2)]) {
          const answer: Answer = { ask: 'value', variable: 'rent', value: told.values[at] ?? 0 };
          const { results } = resultsOf(check, reduce(check, full, { do: 'answer', answer }));
          for (const { programme, amounts } of told.lines)
            expect(amounts[at]).toBe(
              results.find((one) => one.programme === programme)?.amount.least,
            );
        }
      }),
    );
  });

  test('what hangs on other open answers says so', async () => {
    const { check, state } = await said(['district', 'north']);
    const told = sweep(check, state, { variable: 'income', member: 'm1', from: 0, to: 5_000_000 });
    expect(Object.fromEntries(told.lines.map((one) => [one.programme.id, one.certain]))).toEqual({
      child: true,
      rent: false,
      care: false,
      grant: false,
    });
  });

  test('what is certain does not change with what else is answered, whether the tried answer was given or not', async () => {
    let certain = 0;
    await fc.assert(
      fc.asyncProperty(
        families,
        truths,
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        fc.nat(80_000),
        async (births, facts, told, value) => {
          const known = births.map(([kind, birth]) => [kind, birth ?? '1990-01-01'] as const);
          const { check, state } = await household(town, known);
          const full = fillIn(check, state, facts);
          const some: CheckState = {
            ...full,
            answers: full.answers.filter((_, at) => told[at]),
          };
          const { lines, values } = sweep(check, some, { variable: 'rent', from: 0, to: 80_000 });
          const at = values.findLastIndex((one) => one <= value);
          const answer: Answer = { ask: 'value', variable: 'rent', value: values[at] ?? 0 };
          const { results } = resultsOf(check, reduce(check, full, { do: 'answer', answer }));
          for (const line of lines.filter((one) => one.certain)) {
            certain++;
            const result = results.find(({ programme }) => programme === line.programme);
            expect(line.amounts[at]).toBe(result?.amount.least);
          }
        },
      ),
    );
    expect(certain).toBeGreaterThan(0);
  });

  test('a range that is none, or of no number, is refused', async () => {
    const { check, state } = await said();
    const code = expect.objectContaining({ code: 'benefits/bad-answer' }) as Error;
    expect(() => sweep(check, state, { variable: 'rent', from: 1, to: 1 })).toThrow(code);
    expect(() => sweep(check, state, { variable: 'rent', from: 0, to: Number.NaN })).toThrow(code);
    expect(() => sweep(check, state, { variable: 'district', from: 0, to: 1 })).toThrow(code);
    expect(() => sweep(check, state, { variable: 'income', from: 0, to: 1 })).toThrow(code);
  });
});
