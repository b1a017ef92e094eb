import { parseIsoDate } from '@yokoten/rules/calendar';

/** Nobody alive is older, in years. */
const OLDEST = 125;

/** Days, counted from 1970-01-01, on which somebody who lives on a day can have been born. */
export function birthSpan(date: string): { readonly least: number; readonly most: number } {
  const most = parseIsoDate(date) ?? 0;
  return { least: most - Math.ceil(OLDEST * 365.25), most };
}
