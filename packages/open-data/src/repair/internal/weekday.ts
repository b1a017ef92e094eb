const NAMES = '日月火水木金土';

/** What can follow a day: its weekday in brackets. */
export const WEEKDAY_SUFFIX = '(?:\\s?[(（]([日月火水木金土])(?:曜日?)?[)）])?';

/** Whether a weekday written beside a day, `YYYY-MM-DD`, is that day's; true where none is written. */
export function weekdayAgrees(day: string, weekday: string | undefined): boolean {
  return (
    weekday === undefined || NAMES.charAt(new Date(`${day}T00:00:00Z`).getUTCDay()) === weekday
  );
}
