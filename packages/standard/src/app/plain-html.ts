import { formatDate } from '../japan-date.ts';
import type { Credit } from './credit.ts';

/** Texts by language; Japanese is shown where the wanted one is missing. */
type Texts = Readonly<Record<string, string | undefined>>;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Data as text of an HTML page or a quoted attribute. */
export function escapeHtml(raw: string): string {
  return raw.replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? '');
}

/** A text in a language, escaped. */
export function htmlText(texts: Texts, language: string): string {
  return escapeHtml(texts[language] ?? texts['ja'] ?? '');
}

/** Who made the data, when, and under which terms, as one line of HTML; where nobody is named, that is said. */
export function creditHtml(credit: Credit | undefined, language: string): string {
  const isJapanese = /^ja\b/.test(language);
  if (credit === undefined)
    return isJapanese ? '出典と利用条件の記載なし' : 'Source and licence are not stated';
  const { source, date, licence, processed } = credit;
  const unstated = isJapanese ? '利用条件の記載なし' : 'licence not stated';
  const parts = [
    `${isJapanese ? '出典: ' : 'Source: '}${htmlText(source, language)}`,
    date === undefined ? '' : escapeHtml(dayText(date, language)),
    escapeHtml(licence ?? unstated),
    processed === undefined ? '' : htmlText(processed, language),
  ];
  return parts.filter((part) => part !== '').join(isJapanese ? '、' : ', ');
}

/** A day in words; one that no calendar has, like 2026-02-30, as the source states it. */
export function dayText(date: string, language: string): string {
  try {
    return formatDate(date, language);
  } catch {
    return date;
  }
}
