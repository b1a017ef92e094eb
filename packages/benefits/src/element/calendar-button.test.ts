import { expect, test } from 'vitest';
import { startState } from '../ask/household.ts';
import { openCheck } from '../open/check.ts';
import { smallPack } from '../../test/small-pack.ts';
import { calendarText } from './calendar-button.ts';

test('a calendar has the days of the next three years; a programme without a day has none', async () => {
  const pack = smallPack();
  const check = await openCheck(pack, { date: '2026-05-01' });
  const texts = await pack.texts('ja');
  const context = { check, state: startState(check), texts, language: 'ja' };
  const [first, school, rent] = check.programmes;
  if (first === undefined || school === undefined || rent === undefined) throw new Error('none');
  const now = new Date('2026-05-01T00:00:00Z');
  const yearly = calendarText(first, context, now) ?? '';
  expect(yearly.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  expect(yearly).toContain('DTSTART;VALUE=DATE:20260630');
  expect(calendarText(school, context, now)).toContain('DTSTART;VALUE=DATE:20260531');
  expect(calendarText(rent, context, now)).toBeUndefined();
});
