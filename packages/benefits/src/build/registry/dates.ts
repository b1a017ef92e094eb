import { parseIsoDate } from '@yokoten/rules';

/** First year of each era, for dates such as 令和7年4月1日. */
const ERAS: ReadonlyMap<string, number> = new Map([
  ['令和', 2018],
  ['R', 2018],
  ['平成', 1988],
  ['H', 1988],
]);

/** A date as a record writes it: read, said in words that are no date, or neither. */
export type ReadDate =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'words' }
  | { readonly kind: 'unreadable' };

const WORDS = /^(?:随時|通年|常時|いつでも|年間|未定|なし|特になし|-|ー)/;

/** Reads `2025-04-01`, `2025/4/1`, `20250401`, `2025年4月1日`, `令和7年4月1日`, `R7.4.1`; words such as 随時 are no date. */
export function readLooseDate(text: string): ReadDate {
  const plain = text.normalize('NFKC').replace(/\s/g, '').slice(0, 40);
  if (WORDS.test(plain)) return { kind: 'words' };
  const parts =
    /^(\d{4})(\d\d)(\d\d)$/.exec(plain) ??
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T.{0,20})?$/.exec(plain);
  if (parts !== null) return iso(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  const era = /^(令和|平成|R|H)(\d{1,2}|元)[年.](\d{1,2})[月.](\d{1,2})日?$/.exec(plain);
  if (era === null) return { kind: 'unreadable' };
  const year = (ERAS.get(era[1] ?? '') ?? 0) + (era[2] === '元' ? 1 : Number(era[2]));
  return iso(year, Number(era[3]), Number(era[4]));
}

function iso(year: number, month: number, day: number): ReadDate {
  const date = `${year}-${two(month)}-${two(day)}`;
  return parseIsoDate(date) === undefined ? { kind: 'unreadable' } : { kind: 'date', date };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
