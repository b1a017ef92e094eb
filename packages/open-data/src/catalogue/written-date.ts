import type { WrittenDate } from './entry.ts';

/** The year before the first of each era. */
const ERAS: readonly (readonly [RegExp, number])[] = [
  [/^(?:令和|R\.?)(?=[元\d])/iu, 2018],
  [/^(?:平成|H\.?)(?=[元\d])/iu, 1988],
  [/^(?:昭和|S\.?)(?=[元\d])/iu, 1925],
];

/**
 * A date as a catalogue writes it. Read are ISO 8601 (an instant without offset is UTC, as CKAN means it), days,
 * months and years with `-`, `/`, `.` or 年月日, and Japanese eras. Anything else keeps its text alone.
 */
export function readDate(written: string | undefined): WrittenDate | undefined {
  if (written === undefined) return undefined;
  const iso = isoOf(written.normalize('NFKC').trim());
  return { written, ...(iso !== undefined && { iso }) };
}

function isoOf(text: string): string | undefined {
  const instant =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)?$/u.exec(text);
  if (instant !== null) {
    const [, day = '', time = '', offset = 'Z'] = instant;
    const iso = `${day}T${time}${offset.replace(/^([+-]\d\d)(\d\d)$/u, '$1:$2')}`;
    return calendar(day) && !Number.isNaN(Date.parse(iso)) ? iso : undefined;
  }
  const era = ERAS.find(([pattern]) => pattern.test(text));
  const plain = era === undefined ? text : text.replace(era[0], '').replace(/^元/u, '1');
  const parts = /^(\d{1,4})(?:[-/.年] ?(\d{1,2})(?:[-/.月] ?(\d{1,2})日?)?)?[年月]?$/u.exec(plain);
  if (parts === null) return undefined;
  const [, year = '', month, day] = parts;
  if (era === undefined ? year.length !== 4 : year.length > 2) return undefined;
  const full = [String(Number(year) + (era?.[1] ?? 0)), month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'));
  return calendar([...full, '01', '01'].slice(0, 3).join('-')) ? full.join('-') : undefined;
}

/** Whether there is such a day. */
function calendar(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
