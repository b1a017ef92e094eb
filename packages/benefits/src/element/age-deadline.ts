import { monthsAfter, schoolYearEnd } from '../calendar/days.ts';
import { addDays } from '../calendar/i-calendar.ts';
import type { Member } from '../model/household.ts';
import type { Deadline } from '../model/programme.ts';

/** A deadline of one member. */
export interface MemberDeadline {
  readonly member: Member;
  /** Last day, `YYYY-MM-DD`. */
  readonly date: string;
}

/** Deadlines that hang on birth dates, of the members they concern; those that are past are left out. */
export function ageDeadlines(
  { kinds, months, edge, before = 0 }: Extract<Deadline, { kind: 'age' }>,
  members: readonly Member[],
  today: string,
): MemberDeadline[] {
  return members.flatMap((member): MemberDeadline[] => {
    const { kind, birth } = member;
    if (typeof birth !== 'string' || kinds?.includes(kind) === false) return [];
    const day = edge === 'birthday' ? monthsAfter(birth, months) : schoolYearEnd(birth, months);
    const date = addDays(day, -before);
    return date < today ? [] : [{ member, date }];
  });
}
