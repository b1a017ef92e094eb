import { nowEn } from './now-en.ts';
import { nowJa, type NowStrings } from './now-ja.ts';
import { nowSimple } from './now-ja-simple.ts';

/** The texts about what is open now, by language; together they are smaller than a request for one of them. */
export const nowTables: ReadonlyMap<string, NowStrings> = new Map([
  ['ja', nowJa],
  ['en', nowEn],
  ['ja-simple', nowSimple],
]);

/** Those of `language`, or of Japanese. */
export function nowStrings(language: string): NowStrings {
  return nowTables.get(language) ?? nowJa;
}
