import type { Deadline, Programme } from '../model/programme.ts';
import type { Member } from '../model/household.ts';
import type { PackTexts } from '../model/texts.ts';
import { addDays, type CalendarEvent } from './i-calendar.ts';
import { monthsAfter, schoolYearEnd, shortName } from './days.ts';
import { sequenceOf } from './sequence-of.ts';
import { calendarWords } from './words.ts';

/** From when to when entries are made, and in which words. */
export interface EventOptions {
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** BCP 47; やさしい日本語 is `ja-simple`. */
  readonly language?: string;
}

/** Further settings of `programmeEvents`. */
export interface ProgrammeEventOptions extends EventOptions {
  /** The pack's version; where it is a date, entries of a later version replace earlier ones. */
  readonly version: string;
  readonly texts: PackTexts;
  /** Days on which events happened, `YYYY-MM-DD`, by the event's name in the deadline. */
  readonly happened?: ReadonlyMap<string, string>;
}

/**
 * The deadlines of programmes as entries of a calendar, for the members of a household; made where this runs, so that a date
 * of birth goes nowhere. A deadline that hangs on an event is left out until the event's day is given.
 */
export function programmeEvents(
  programmes: readonly Programme[],
  members: readonly Pick<Member, 'kind' | 'birth'>[],
  options: ProgrammeEventOptions,
): CalendarEvent[] {
  const { from, to } = options;
  return programmes.flatMap((programme) =>
    (programme.deadlines ?? []).flatMap((deadline): CalendarEvent[] =>
      daysOf(deadline, members, options)
        .filter(({ date }) => date >= from && date <= to)
        .map((day) => eventOf(programme, deadline, day, options)),
    ),
  );
}

function eventOf(
  programme: Programme,
  deadline: Deadline,
  { date, mark }: Day,
  { version, texts, language = texts.language }: ProgrammeEventOptions,
): CalendarEvent {
  const words = texts.programmes[programme.id];
  const described = words?.deadlines?.[deadline.id];
  const url = programme.applyUrl ?? programme.infoUrl;
  return {
    uid: `${[programme.id, deadline.id, ...mark].join('.')}@yokoten`,
    date,
    title: calendarWords(language).applyBy.replace('{title}', () => words?.title ?? programme.id),
    ...(described !== undefined && { description: described }),
    ...(url !== undefined && { url }),
    sequence: sequenceOf(version),
  };
}

interface Day {
  readonly date: string;
  /** What tells this day's entry from others of the same deadline. */
  readonly mark: readonly string[];
}

function daysOf(
  deadline: Deadline,
  members: readonly Pick<Member, 'kind' | 'birth'>[],
  { from, to, happened }: ProgrammeEventOptions,
): Day[] {
  switch (deadline.kind) {
    case 'window':
      return [{ date: deadline.to, mark: [] }];
    case 'yearly': {
      const [first, last] = [from, to].map((day) => Number(day.slice(0, 4)));
      return years(first ?? 0, last ?? 0).map((year) => ({
        date: `${year}-${deadline.to}`,
        mark: [String(year)],
      }));
    }
    case 'event': {
      const day = happened?.get(deadline.event);
      return day === undefined
        ? []
        : [{ date: addDays(day, deadline.days), mark: [shortName(day)] }];
    }
    default: {
      const { kinds, months, edge, before = 0 } = deadline;
      const births = members.flatMap(({ kind, birth }) =>
        typeof birth === 'string' && (kinds === undefined || kinds.includes(kind)) ? [birth] : [],
      );
      return [...new Set(births)].map((birth) => {
        const day = edge === 'birthday' ? monthsAfter(birth, months) : schoolYearEnd(birth, months);
        return { date: addDays(day, -before), mark: [shortName(birth)] };
      });
    }
  }
}

/** At most a lifetime of them. */
function years(first: number, last: number): number[] {
  return Array.from(
    { length: Math.min(120, Math.max(0, last - first + 1)) },
    (_, at) => first + at,
  );
}
