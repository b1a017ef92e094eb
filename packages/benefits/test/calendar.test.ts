import * as fc from 'fast-check';
import { sync, type VEvent } from 'node-ical';
import { describe, expect, test } from 'vitest';
import {
  type CalendarEvent,
  listedEvents,
  type ListedProgramme,
  programmeEvents,
  toICalendar,
} from '../src/calendar.ts';
import { monthsAfter, schoolYearEnd } from '../src/calendar/days.ts';
import { demoPack } from '../src/demo.ts';

const now = new Date('2026-04-01T00:00:00Z');
const write = (events: readonly CalendarEvent[]) => toICalendar(events, { name: '見本', now });
const read = (text: string): VEvent[] =>
  Object.values(sync.parseICS(text)).filter(
    (one): one is VEvent => one !== undefined && 'type' in one && one.type === 'VEVENT',
  );
const dayOf = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'val' in value ? String(value.val) : String(value);

describe('the file', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    .map((value) => `a${value}b`);
  const event = fc.record({
    uid: fc.uuid(),
    date: fc
      .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    title: text,
    description: text,
    sequence: fc.nat(2 ** 31 - 1),
  });

  test('re-reads in an independent parser, whatever the texts are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(event, { maxLength: 5, selector: ({ uid }) => uid }), (events) => {
        const found = read(write(events));
        expect(found).toHaveLength(events.length);
        for (const [at, { uid, date, title, sequence }] of events.entries()) {
          const again = found[at];
          expect(again?.uid).toBe(uid);
          expect(again && dayOf(again.start)).toBe(date);
          expect(Number(again?.sequence)).toBe(sequence);
          // The reader trims; line ends of any kind and control characters are written as the standard allows.
          const plain = title.replace(/\p{Cc}/gu, ' ');
          if (!/[\s\\;,:"]/.test(title)) expect(textOf(again?.summary)).toBe(plain);
        }
      }),
    );
  });

  test('a line has at most 75 octets and ends with CRLF; unfolded and unescaped, the text is the same', () => {
    fc.assert(
      fc.property(text, (title) => {
        const file = write([{ uid: 'u', date: '2026-04-01', title, sequence: 0 }]);
        const lines = file.split('\r\n');
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of lines)
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        const unfolded = file.replaceAll('\r\n ', '').split('\r\n');
        const summary = unfolded.find((line) => line.startsWith('SUMMARY:'))?.slice(8) ?? '';
        const unescaped = summary.replace(/\\([\\;,nN])/g, (_, sign: string) =>
          sign.toLowerCase() === 'n' ? '\n' : sign,
        );
        const allowed = title
          .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n')
          .replace(/(?!\n)\p{Cc}/gu, ' ');
        expect(unescaped).toBe(allowed);
      }),
    );
  });

  test('signs of the format in a text stay text', () => {
    const title = '見本; 一つ, 二つ\\三つ\n四つ: END:VEVENT';
    const [event] = read(write([{ uid: 'a;b', date: '2026-04-01', title, sequence: 1 }]));
    expect(textOf(event?.summary)).toBe(title);
  });

  test('reminders come at nine in the morning, a week before and on the day', () => {
    const file = write([{ uid: 'a', date: '2026-04-10', title: 'a', sequence: 0 }]);
    expect(file.match(/TRIGGER:.*/g)?.map((line) => line.trim())).toEqual([
      'TRIGGER:-P6DT15H',
      'TRIGGER:PT9H',
    ]);
    expect(file).toContain('DTSTART;VALUE=DATE:20260410\r\nDTEND;VALUE=DATE:20260411');
  });
});

test('days of ages: a month without the day, the leap day, the first of April', () => {
  expect(monthsAfter('2024-02-29', 12)).toBe('2025-03-01');
  expect(monthsAfter('2024-01-31', 1)).toBe('2024-03-01');
  expect(monthsAfter('2024-05-15', 36)).toBe('2027-05-15');
  expect(schoolYearEnd('2008-04-01', 216)).toBe('2026-03-31');
  expect(schoolYearEnd('2008-04-02', 216)).toBe('2027-03-31');
});

describe('a listing', () => {
  const programme: ListedProgramme = {
    id: 'psid3.0+1000000000001+1+UM24',
    title: '見本の健診',
    ages: { certainty: 'explicit', fromMonths: 18, untilMonths: 24 },
    sequence: 9000,
  };
  const options = { from: '2026-01-01', to: '2027-12-31' };

  const due = (to: string, sequence: number) =>
    read(write(listedEvents([{ ...programme, apply: { to }, sequence }], ['2025-01-10'], options)));

  test('gives the first and last day for each child, with names that stay', () => {
    const events = listedEvents([programme], ['2025-01-10', '2025-09-01', '2025-01-10'], options);
    expect(events.map(({ date, title }) => [date, title])).toEqual([
      ['2026-07-10', '今日から対象：見本の健診'],
      ['2027-01-09', '今日まで対象：見本の健診'],
      ['2027-03-01', '今日から対象：見本の健診'],
      ['2027-08-31', '今日まで対象：見本の健診'],
    ]);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(4);
    expect(write(events)).not.toContain('2025');
  });

  test('a changed last day keeps the name and has a higher sequence', () => {
    const [before, after] = [due('2026-09-30', 9000), due('2026-10-31', 9001)];
    expect(before).toHaveLength(1);
    expect(after[0]?.uid).toBe(before[0]?.uid);
    expect(Number(after[0]?.sequence)).toBeGreaterThan(Number(before[0]?.sequence));
    expect(after[0] && dayOf(after[0].start)).toBe('2026-10-31');
  });

  test('of another age it is not for, of unknown ages it says so', () => {
    const dated = { ...programme, apply: { to: '2026-09-30' } };
    expect(listedEvents([dated], ['2020-01-10'], options)).toEqual([]);
    const { ages: _, ...unknown } = dated;
    const [event] = listedEvents([unknown], ['2020-01-10'], { ...options, language: 'en' });
    expect(event?.description).toBe('Ask at the counter for which ages it is.');
  });
});

test('the deadlines of the sample pack, for a family', async () => {
  const texts = await demoPack.texts('en');
  const events = programmeEvents(
    demoPack.programmes,
    [
      { kind: 'self', birth: '1988-01-01' },
      { kind: 'child', birth: '2010-05-05' },
      { kind: 'child', birth: '2026-04-10' },
    ],
    {
      from: '2026-04-01',
      to: '2030-03-31',
      version: demoPack.version,
      texts,
      happened: new Map([['子どもが生まれた日', '2026-04-10']]),
    },
  );
  const found = read(write(events));
  expect(found.map(({ start, summary }) => `${dayOf(start)} ${textOf(summary)}`).sort()).toEqual([
    '2026-04-25 Last day to apply: Child Allowance (Jidō Teate)',
    '2026-04-30 Last day to apply: School Expense Aid (sample city)',
    '2027-04-30 Last day to apply: School Expense Aid (sample city)',
    '2028-04-30 Last day to apply: School Expense Aid (sample city)',
    "2029-03-31 Last day to apply: Children's Medical Cost Subsidy (sample city)",
    '2029-04-30 Last day to apply: School Expense Aid (sample city)',
  ]);
  expect(events.every(({ sequence }) => sequence === 9587)).toBe(true);
});
