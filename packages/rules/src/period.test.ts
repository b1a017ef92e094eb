import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, epochDay, epochMonth, isoDate, parseIsoDate } from './calendar.ts';
import { RulesError } from './error.ts';
import { ETERNITY, parsePeriod } from './period.ts';

describe('reading and writing', () => {
  test.each([
    ['2024', 'year', '2024-01-01', 1],
    ['2024-02', 'month', '2024-02-01', 1],
    ['2024-02-29', 'day', '2024-02-29', 1],
    ['month:2024-01:3', 'month', '2024-01-01', 3],
    ['year:2023-04', 'year', '2023-04-01', 1],
    ['day:2024-12-31:2', 'day', '2024-12-31', 2],
    ['2020-W53', 'week', '2020-12-28', 1],
    ['2021-W01-3', 'weekday', '2021-01-06', 1],
  ])('%s', (text, unit, from, size) => {
    const period = parsePeriod(text);
    expect([period.unit, period.from, period.size, period.text]).toEqual([unit, from, size, text]);
  });

  test('a number is a year, and eternity may be written small', () => {
    expect(parsePeriod(2024).text).toBe('2024');
    expect(parsePeriod('eternity')).toBe(ETERNITY);
  });

  test.each([
    '',
    '2024-13',
    '2023-02-29',
    '2021-W53',
    '2024-1-1-1',
    'month:2024',
    'day:2024-01',
    'fortnight:2024-01-01',
    'month:2024-01:0',
    'month:2024-01:3:1',
    '令和6年',
    'x'.repeat(10_000),
  ])('%s is refused', (text) => {
    expect(() => parsePeriod(text)).toThrow(RulesError);
  });

  test('every period reads back as it was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('day', 'month', 'year', 'week', 'weekday'),
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.integer({ min: 1, max: 40 }),
        (unit, day, size) => {
          const one = parsePeriod(isoDate(dayOf(day))).within(unit);
          const period = one.resize(one.unit, size);
          expect(parsePeriod(period.text)).toMatchObject({ from: period.from, unit, size });
        },
      ),
    );
  });
});

describe('the periods around one', () => {
  const day = parsePeriod('2024-03-31');

  test('within a year, a month, a week', () => {
    expect(day.within('year').text).toBe('2024');
    expect(day.within('month').text).toBe('2024-03');
    expect(day.within('week').text).toBe('2024-W13');
  });

  test('a month later ends with the month, and is kept', () => {
    expect(day.offset(1, 'month').text).toBe('2024-04-30');
    expect(day.offset(-1, 'month').text).toBe('2024-02-29');
    expect(parsePeriod('2024-02-29').offset(1, 'year').text).toBe('2025-02-28');
    expect(day.offset(1)).toBe(day.offset(1));
  });

  test('last day and number of parts', () => {
    expect(isoDate(parsePeriod('2024').stop)).toBe('2024-12-31');
    expect(parsePeriod('2024').count('day')).toBe(366);
    expect([...parsePeriod('2024').parts('month')].at(-1)?.text).toBe('2024-12');
    expect(parsePeriod('month:2024-01:3').count('month')).toBe(3);
    expect(parsePeriod('2024-01').count('year')).toBe(0);
  });
});

test('days are those of the platform’s calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: -800_000, max: 2_000_000 }), (days) => {
      const date = new Date(days * 86_400_000);
      const day = {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      };
      expect(dayOf(days)).toEqual(day);
      expect(epochDay(day.year, day.month, day.day)).toBe(days);
      expect(epochDay(day.year - 1, day.month + 12, day.day)).toBe(days);
    }),
  );
});

test('days of numpy', () => {
  expect(epochDay(1970, 1, 1)).toBe(0);
  expect(epochDay(1, 1, 1)).toBe(-719_162);
  expect(epochMonth(epochDay(1969, 12, 31))).toBe(-1);
  expect(parseIsoDate('1980-02-30')).toBeUndefined();
  expect(parseIsoDate('1980-02-29')).toBe(3711);
});

test('to the first day of its own unit', () => {
  expect(parsePeriod('year:2024-03').floor.text).toBe('2024');
  expect(parsePeriod('month:2024-03-15:2').floor.text).toBe('month:2024-03:2');
  expect(parsePeriod('ETERNITY').floor.text).toBe('ETERNITY');
});
