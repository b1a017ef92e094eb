import { expect, test } from 'vitest';
import { openCheck, prefill, resultDetail, standingOf } from '../src/core.ts';
import { DATE, town } from './town.ts';

test('what a page knows is taken, and what does not fit is told and left out', async () => {
  const check = await openCheck(town, { date: DATE });
  const { state, refused } = prefill(check, {
    members: [
      { kind: 'self', birth: '1980-06-15' },
      { kind: 'dog' },
      { kind: 'child', birth: '2015-03-31' },
    ],
    complete: true,
    values: [
      { variable: 'district', value: 'north' },
      { variable: 'grade', value: 'one', member: 2 },
      { variable: 'grade', value: 'one', member: 1 },
      { variable: 'rent', value: -5 },
      { variable: 'salary', value: 5 },
      { variable: 'rent_support', value: 5 },
    ],
  });
  expect(state.members.map(({ kind, birth }) => [kind, birth])).toEqual([
    ['self', '1980-06-15'],
    ['child', '2015-03-31'],
  ]);
  expect(state.answers).toEqual([
    { ask: 'value', variable: 'district', value: 'north' },
    { ask: 'value', variable: 'grade', member: 'm2', value: 'one' },
  ]);
  expect(refused.map(({ code }) => code)).toEqual([
    'benefits/bad-household',
    'benefits/bad-answer',
    'benefits/bad-answer',
    'benefits/unknown-question',
  ]);
  const { next } = standingOf(check, state);
  expect(next).toBeDefined();
  expect(next?.key).not.toContain('district');
});

test('a page is told results as plain data, and never an answer', async () => {
  const check = await openCheck(town, { date: DATE });
  const { state } = prefill(check, {
    members: [{ kind: 'self', birth: '1980-06-15' }],
    complete: true,
    values: [
      { variable: 'district', value: 'north' },
      { variable: 'rent', value: 31_234 },
    ],
  });
  const detail = resultDetail(check, standingOf(check, state).results);
  expect(JSON.parse(JSON.stringify(detail))).toEqual(detail);
  expect(detail).toMatchObject({ pack: 'town', set: 'main', date: DATE, sample: true });
  expect(detail.results.find(({ programme }) => programme === 'rent')).toEqual({
    programme: 'rent',
    status: 'unknown',
    money: 'monthly',
    least: 0,
    most: 31_234,
    settled: false,
  });
  expect(JSON.stringify(detail)).not.toMatch(/1980|"north"/);
});
