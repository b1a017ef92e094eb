import { formatDate } from '@yokoten/standard';

/**
 * A day that a pack states of a law: without the day of the week, which means nothing there.
 * @throws StandardError `standard/bad-date`
 */
export function lawDay(date: string, language: string): string {
  return formatDate(date, language).replace(/（.）$/, '');
}
