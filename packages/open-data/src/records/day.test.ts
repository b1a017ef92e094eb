import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from './day.ts';

test.each([
  ['2026-04-01', '2026-04-01'],
  ['2026/4/1', '2026-04-01'],
  ['２０２６年４月１日（水）', '2026-04-01'],
  ['2026年 4月 1日(水) 10:00', undefined],
  ['20260401', '2026-04-01'],
  ['令和8年4月1日', '2026-04-01'],
  ['R8.4.1', '2026-04-01'],
  ['平成元年1月8日', '1989-01-08'],
  ['2026-04-01T09:00:00+09:00', '2026-04-01'],
  ['2026-02-30', undefined],
  ['平成50年1月1日', undefined],
  ['2026-04', undefined],
  ['4/1', undefined],
  ['2026-04-01〜2026-04-03', undefined],
  ['', undefined],
])('%s is %s', (cell, day) => {
  expect(dayOf(cell)).toBe(day);
});

test('whatever stands in a cell, the answer is a day of the calendar or none', () => {
  fc.assert(
    fc.property(fc.string(), fc.date({ noInvalidDate: true }), (text, date) => {
      const found = dayOf(text);
      if (found !== undefined)
        expect(new Date(`${found}T00:00:00Z`).toISOString().slice(0, 10)).toBe(found);
      const iso = date.toISOString().slice(0, 10);
      if (/^\d/.test(iso)) expect(dayOf(iso)).toBe(iso);
    }),
  );
});
