import { describe, expect, test } from 'vitest';
import {
  type Action,
  answerKey,
  BenefitsError,
  openCheck,
  reduce,
  startState,
} from '../src/core.ts';
import { DATE, gated, household, town } from './town.ts';

const two = [
  ['self', '1980-06-15'],
  ['child', '2015-03-31'],
] as const;

const code = (error: unknown): string => (error as BenefitsError).code;

async function refused(action: Action, pack = town): Promise<string> {
  const { check, state } = await household(pack, two);
  const before = structuredClone(state);
  try {
    reduce(check, state, action);
  } catch (error) {
    expect(state).toEqual(before);
    return error instanceof BenefitsError ? error.code : String(error);
  }
  return 'taken';
}

const value = (variable: string, said: unknown, member?: string): Action => ({
  do: 'answer',
  answer: { ask: 'value', variable, value: said as number, ...(member && { member }) },
});

describe('what is refused, and leaves the state as it was', () => {
  test.each([
    ['a number below', value('rent', -1), 'benefits/bad-answer'],
    ['a number above', value('rent', 1_000_001), 'benefits/bad-answer'],
    ['a text for a number', value('rent', 'much'), 'benefits/bad-answer'],
    ['no number at all', value('rent', Number.NaN), 'benefits/bad-answer'],
    ['a word that is no choice', value('grade', 'three', 'm1'), 'benefits/bad-answer'],
    ['somebody who is not there', value('income', 1, 'm9'), 'benefits/bad-answer'],
    ['nobody where somebody is asked', value('income', 1), 'benefits/bad-answer'],
    ['an unknown question', value('__proto__', 1), 'benefits/unknown-question'],
    ['what rules work out', value('rent_support', 1), 'benefits/unknown-question'],
    ['an unknown gate', { do: 'answer', answer: { ask: 'gate', gate: 'x', variables: [] } }, 'benefits/unknown-question'], // prettier-ignore
    ['strangers', { do: 'answer', answer: { ask: 'who', variable: 'student', members: ['m7'] } }, 'benefits/bad-answer'], // prettier-ignore
    ['a birth tomorrow', { do: 'set-birth', member: 'm1', birth: '2026-05-16' }, 'benefits/bad-answer'], // prettier-ignore
    ['a birth that is no day', { do: 'set-birth', member: 'm1', birth: '2020-02-30' }, 'benefits/bad-answer'], // prettier-ignore
    ['a second self', { do: 'add-member', kind: 'self' }, 'benefits/bad-household'],
    ['an unknown kind', { do: 'add-member', kind: 'dog' }, 'benefits/bad-household'],
    [
      'a birth of nobody',
      { do: 'set-birth', member: 'm9', birth: '2000-01-01' },
      'benefits/bad-household',
    ],
    ['leaving nobody out', { do: 'remove-member', member: 'm9' }, 'benefits/bad-household'],
    ['leaving oneself out', { do: 'remove-member', member: 'm1' }, 'benefits/bad-household'],
  ] as const)('%s', async (_, action, code) => {
    expect(await refused(action)).toBe(code);
  });

  test('an error never repeats what was typed', async () => {
    const { check, state } = await household(town, two);
    expect(() => reduce(check, state, value('rent', 'secret-7'))).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining('secret-7') as string,
        text: { ja: expect.not.stringContaining('secret-7') as string, en: expect.any(String) as string }, // prettier-ignore
      }) as Error,
    );
  });
});

describe('changing one’s mind', () => {
  test('an edited answer keeps its place; the last one is taken back first, then births, then the household', async () => {
    const { check, state } = await household(town, two);
    let now = reduce(check, state, value('rent', 1));
    now = reduce(check, now, value('district', 'north'));
    now = reduce(check, now, value('rent', 2));
    expect(now.answers.map((one) => answerKey(one))).toEqual(['value rent ', 'value district ']);
    now = reduce(check, now, { do: 'back' });
    expect(now.answers).toHaveLength(1);
    now = reduce(check, now, { do: 'forget', key: 'value rent ' });
    expect(now.answers).toEqual([]);
    now = reduce(check, now, { do: 'back' });
    expect(now.members).toEqual([
      { id: 'm1', kind: 'self', birth: '1980-06-15' },
      { id: 'm2', kind: 'child' },
    ]);
    for (let step = 0; step < 3; step++) now = reduce(check, now, { do: 'back' });
    expect(now.complete).toBe(false);
    expect(reduce(check, now, { do: 'start-over' })).toEqual(startState(check));
  });

  test('who leaves takes the answers about them along; an id is not given twice', async () => {
    const { check, state } = await household(town, [...two, ['child', '2018-03-31']]);
    let now = reduce(check, state, {
      do: 'answer',
      answer: { ask: 'who', variable: 'student', members: ['m2', 'm3'] },
    });
    now = reduce(check, now, {
      do: 'answer',
      answer: { ask: 'value', variable: 'grade', member: 'm2', value: 'one' },
    });
    now = reduce(check, now, { do: 'remove-member', member: 'm2' });
    expect(now.answers).toEqual([{ ask: 'who', variable: 'student', members: ['m3'] }]);
    now = reduce(check, now, { do: 'add-member', kind: 'child' });
    expect(now.members.map(({ id }) => id)).toEqual(['m1', 'm3', 'm4']);
  });

  test('"none of these", said later, takes the details before it back', async () => {
    const { check, state } = await household(gated, two);
    let now = reduce(check, state, {
      do: 'answer',
      answer: { ask: 'value', variable: 'grade', member: 'm2', value: 'one' },
    });
    now = reduce(check, now, { do: 'answer', answer: { ask: 'gate', gate: 'any', variables: [] } });
    expect(now.answers).toEqual([{ ask: 'gate', gate: 'any', variables: [] }]);
  });
});

test('a check opens for a real day and a known set only', async () => {
  expect(await openCheck(town, { date: '2026-02-30' }).catch(code)).toBe('benefits/bad-date');
  expect(await openCheck(town, { date: DATE, set: 'x' }).catch(code)).toBe('benefits/unknown-set');
  const lost = { ...town, sets: [{ id: 'main', programmes: ['x'] }] };
  expect(await openCheck(lost, { date: DATE }).catch(code)).toBe('benefits/unknown-programme');
  const asks = { ...town, questions: [{ variable: 'salery' }] };
  expect(await openCheck(asks, { date: DATE }).catch(code)).toBe('benefits/unknown-question');
});
