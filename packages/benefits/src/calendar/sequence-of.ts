const FIRST_DAY = Date.UTC(2000, 0, 1);

/** Days since 2000-01-01 of a version that begins with a date, so that a later version's entries replace earlier ones; else 0. */
export function sequenceOf(version: string): number {
  const time = Date.parse(`${/^\d{4}-\d\d-\d\d/.exec(version)?.[0] ?? ''}T00:00:00Z`);
  return Number.isNaN(time) ? 0 : Math.max(0, Math.round((time - FIRST_DAY) / 86_400_000));
}
