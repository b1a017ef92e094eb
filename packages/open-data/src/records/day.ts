import { ERA_NAMES, gregorianDay, isoDay } from '../repair/internal/era.ts';
import { isDay } from '../repair/internal/fits.ts';

const GREGORIAN = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?/u;
const PACKED = /^(\d{4})(\d\d)(\d\d)$/u;
const ERA = new RegExp(
  `^(${ERA_NAMES})(\\d{1,2}|元)(?:[./-]|年)(\\d{1,2})(?:[./-]|月)(\\d{1,2})日?`,
  'u',
);
/** What may follow a day: its weekday, a time. */
const REST = /^(?:\([^()]{1,4}\)|T?[\d:.+Z-]{0,20})?$/u;

/**
 * The day that a cell says, as `YYYY-MM-DD`: `2026/4/1`, `2026年4月1日（水）`, `20260401`, `令和8年4月1日`, `R8.4.1`,
 * `2026-04-01T09:00`. `undefined` for anything less than a whole day, and for a day that no calendar has.
 */
export function dayOf(cell: string): string | undefined {
  if (cell.length > 40) return undefined;
  const text = cell.normalize('NFKC').replaceAll(/\s/gu, '');
  const found = GREGORIAN.exec(text) ?? PACKED.exec(text);
  if (found !== null) {
    const [all, year, month, day] = found;
    const iso = isoDay(Number(year), Number(month), Number(day));
    return isDay(iso) && REST.test(text.slice(all.length)) ? iso : undefined;
  }
  const [all = '', era = '', year = '', month, day] = ERA.exec(text) ?? [];
  if (all === '' || !REST.test(text.slice(all.length))) return undefined;
  const iso = gregorianDay(era, year === '元' ? 1 : Number(year), Number(month), Number(day));
  return iso !== undefined && isDay(iso) ? iso : undefined;
}
