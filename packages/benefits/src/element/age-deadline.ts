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
    const reached = addMonths(birth, months);
    const end = edge === 'birthday' ? reached : schoolYearEnd(reached);
    const date = addDays(end, -before);
    return date < today ? [] : [{ member, date }];
  });
}

/** The day so many months later; where that month is shorter, its last day. */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

/** The next 31 March, the day itself included: the school year ends there (学校教育法施行規則第59条). */
function schoolYearEnd(date: string): string {
  const year = Number(date.slice(0, 4));
  return `${date.slice(5) <= '03-31' ? year : year + 1}-03-31`;
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
