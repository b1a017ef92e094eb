import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate } from './japan-date.ts';
import { formatDay, japanDate } from './japan-day.ts';

describe('formatDay', () => {
  test.each([
    ['2026-11-22', 'ja', true, '2026年11月22日（日）'],
    ['2016-04-01', 'ja', false, '2016年4月1日'],
    ['2016-04-01', 'ja-simple', false, '2016年4月1日'],
    ['2016-04-01', 'en', true, '1 April 2016'],
    ['2016-04-01', 'en', false, '1 April 2016'],
    ['2016-04-01', 'zh-Hans', true, '2016年4月1日'],
  ])('%s in %s, day of the week: %s', (day, language, weekday, text) => {
    expect(formatDay(day, language, weekday)).toBe(text);
    if (weekday) expect(formatDate(day, language)).toBe(text);
  });
});

describe('formatDate', () => {
  test.each([
    ['2026-11-22', 'ja', '2026年11月22日（日）'],
    ['2026-11-22', 'en', '22 November 2026'],
    ['2022-10', 'ja', '2022年10月'],
    ['2022-10', 'en', 'October 2022'],
    ['2022', 'ja', '2022年'],
    ['2022', 'en', '2022'],
    ['2019-05-01', 'ja', '2019年5月1日（水）'],
    ['2024-02-29', 'en', '29 February 2024'],
    ['2024-01-09T18:00:00+09:00', 'ja', '2024年1月9日（火）18:00'],
    ['2024-01-09T18:00:00+09:00', 'en', '9 January 2024, 18:00'],
    ['2024-01-09T15:30:00Z', 'ja', '2024年1月10日（水）00:30'],
    ['2022-10-05', 'ja-JP', '2022年10月5日（水）'],
  ])('%s in %s is %s', (date, language, text) => {
    expect(formatDate(date, language)).toBe(text);
  });

  test('Japanese is the default', () => {
    expect(formatDate('2026-11-22')).toBe('2026年11月22日（日）');
  });

  test.each([
    '',
    '2026-13',
    '2026-02-30',
    '2023-02-29',
    '2026/11/22',
    '令和6年',
    '2026-11-22T18:00',
    '2026-11-22T25:00Z',
    '2026-1-2',
  ])('refuses %j', (date) => {
    expect(() => formatDate(date)).toThrow(
      expect.objectContaining({
        code: 'standard/bad-date',
        text: expect.objectContaining({ ja: expect.stringContaining(date) }),
      }),
    );
  });

  test('a day reads the same wherever the program runs', () => {
    const days = fc.date({
      min: new Date('1970-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (instant) => {
        const day = japanDate(instant);
        const [year, month, date] = day.split('-').map(Number);
        expect(formatDate(day)).toContain(`${year}年${month}月${date}日`);
        expect(formatDate(instant.toISOString())).toContain(`${year}年${month}月${date}日`);
      }),
    );
  });
});

test('the day in Japan begins nine hours before that in Greenwich', () => {
  expect(japanDate(new Date('2026-11-21T14:59:59Z'))).toBe('2026-11-21');
  expect(japanDate(new Date('2026-11-21T15:00:00Z'))).toBe('2026-11-22');
});
