import type { AgeWindow, ListedProgramme } from '../listing/model.ts';
import { addDays, type CalendarEvent } from './i-calendar.ts';
import { monthsAfter, schoolYearEnd, shortName } from './days.ts';
import type { EventOptions } from './programme-events.ts';
import { type CalendarWords, calendarWords } from './words.ts';

/**
 * What is due for children of these dates of birth, out of a municipality's listing: the last day to apply, and for what
 * is for an age the first and the last day. Made where this runs; a date of birth goes nowhere. A programme whose ages are not
 * known is in it, and says so.
 */
export function listedEvents(
  programmes: readonly ListedProgramme[],
  births: readonly string[],
  { from, to, language = 'ja' }: EventOptions,
): CalendarEvent[] {
  const words = calendarWords(language);
  const unique = [...new Set(births)];
  return programmes.flatMap((programme) =>
    [...applyDays(programme, unique), ...ageDays(programme, unique)]
      .filter(({ date }) => date >= from && date <= to)
      .map((day) => eventOf(programme, day, words)),
  );
}

interface Day {
  readonly date: string;
  readonly what: 'applyBy' | 'begins' | 'ends';
  readonly mark: readonly string[];
}

function applyDays({ apply, ages }: ListedProgramme, births: readonly string[]): Day[] {
  const date = apply?.to;
  if (date === undefined) return [];
  const fits = ages === undefined || births.some((birth) => isWithin(ages, birth, date));
  return fits || births.length === 0 ? [{ date, what: 'applyBy', mark: ['apply'] }] : [];
}

function ageDays({ ages, apply }: ListedProgramme, births: readonly string[]): Day[] {
  if (ages === undefined || apply?.to !== undefined) return [];
  return births.flatMap((birth): Day[] => {
    const { first, last } = window(ages, birth);
    const mark = shortName(birth);
    return [
      ...(first === undefined || first === birth
        ? []
        : [{ date: first, what: 'begins' as const, mark: ['from', mark] }]),
      ...(last === undefined ? [] : [{ date: last, what: 'ends' as const, mark: ['until', mark] }]),
    ];
  });
}

/** First and last day on which a child of this birth is of the age. */
function window(ages: AgeWindow, birth: string): { first?: string; last?: string } {
  const { fromMonths, untilMonths, schoolAge } = ages;
  const last =
    schoolAge !== undefined
      ? schoolYearEnd(birth, schoolAge * 12)
      : untilMonths === undefined
        ? undefined
        : addDays(monthsAfter(birth, untilMonths), -1);
  return {
    ...(fromMonths !== undefined && { first: monthsAfter(birth, fromMonths) }),
    ...(last !== undefined && { last }),
  };
}

function isWithin(ages: AgeWindow, birth: string, date: string): boolean {
  const { first = birth, last = date } = window(ages, birth);
  return first <= date && date <= last;
}

function eventOf(programme: ListedProgramme, day: Day, words: CalendarWords): CalendarEvent {
  const { id, title, who, ages, infoUrl, applyUrl, sequence, updated } = programme;
  const unsure = ages === undefined ? [words.ageUnknown] : [];
  const description = [who, ...unsure].filter((text) => text !== undefined).join('\n');
  const url = applyUrl ?? infoUrl;
  return {
    uid: `${[id, ...day.mark].join('.')}@yokoten`,
    date: day.date,
    title: words[day.what].replace('{title}', () => title),
    ...(description !== '' && { description }),
    ...(url !== undefined && { url }),
    sequence,
    ...(updated !== undefined && { updated }),
  };
}
