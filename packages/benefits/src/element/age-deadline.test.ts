import { expect, test } from 'vitest';
import { ageDeadlines } from './age-deadline.ts';

const child = (birth: string) => ({ id: 'm2', kind: 'child', birth });
const dates = (months: number, edge: 'birthday' | 'school-year-end', birth: string, before = 0) =>
  ageDeadlines({ kind: 'age', id: 'a', months, edge, before }, [child(birth)], '2020-01-01').map(
    ({ date }) => date,
  );

// An age is reached on the day before the birthday (年齢計算ニ関スル法律).
test.each([
  [36, 'birthday', '2020-03-10', '2023-03-10'],
  [1, 'birthday', '2020-01-31', '2020-03-01'],
  [180, 'school-year-end', '2010-04-01', '2025-03-31'],
  [180, 'school-year-end', '2010-04-02', '2026-03-31'],
] as const)('%d months, %s, of %s: %s', (months, edge, birth, date) => {
  expect(dates(months, edge, birth)).toEqual([date]);
});

test('some days before, only the members concerned, and nothing that is past', () => {
  expect(dates(12, 'birthday', '2020-03-10', 14)).toEqual(['2021-02-24']);
  expect(dates(12, 'birthday', '2010-03-10')).toEqual([]);
  const members = [
    { id: 'm1', kind: 'self', birth: '2019-09-01' },
    { id: 'm2', kind: 'child', birth: null },
  ];
  expect(
    ageDeadlines(
      { kind: 'age', id: 'a', months: 12, edge: 'birthday', kinds: ['child'] },
      members,
      '2020-01-01',
    ),
  ).toEqual([]);
});
