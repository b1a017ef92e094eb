import type { BrowseColumn, BrowseRecord } from '@yokoten/open-data/browse';
import { formatDate } from '@yokoten/standard';
import type { AppDocument, Credit } from '../document.ts';
import { highlightColumns } from '../highlights.ts';
import type { AppPage } from './contract.ts';

/** Rows of one table for a browser without scripts; the next ones stand on a page of their own. */
const PAGE_ROWS = 1000;
/** With more records a site is so many files that building and publishing it takes minutes: they then stand behind `?record=ID`. */
export const MOST_PAGES = 5000;

/** What a browser without scripts and a search engine see. */
export interface PlainPages {
  readonly fallbackHtml: string;
  /** By path from the site's base. */
  readonly pages: ReadonlyMap<string, AppPage>;
}

/** The list as tables, and a page for each record, in the page's first language. All text is escaped. */
export function plainPages(document: AppDocument, records: readonly BrowseRecord[]): PlainPages {
  const pages = new Map<string, AppPage>();
  const tables = Array.from({ length: Math.ceil(records.length / PAGE_ROWS) }, (_, index) =>
    records.slice(index * PAGE_ROWS, (index + 1) * PAGE_ROWS),
  );
  for (const [index, rows] of tables.entries()) {
    if (index === 0) continue;
    const title = mapTexts(document.title, (text) => `${text} (${index + 1})`);
    const fallbackHtml = listPage(document, rows, index, tables.length);
    pages.set(`list/${index + 1}.html`, { title, fallbackHtml });
  }
  if (document.hasPages) {
    for (const record of records) {
      pages.set(`records/${record.id}.html`, recordPage(document, record));
    }
  }
  return { fallbackHtml: listPage(document, tables[0] ?? [], 0, tables.length), pages };
}

function listPage(
  document: AppDocument,
  records: readonly BrowseRecord[],
  index: number,
  pages: number,
): string {
  const { title, sample, columns, languages } = document;
  const [language = 'ja'] = languages;
  const base = index === 0 ? './' : '../';
  const shown = highlightColumns(columns, 3);
  const labels = [
    language === 'en' ? 'Name' : '名前',
    ...shown.map((at) => labelOf(columns[at], language)),
  ];
  const head = labels.map((label) => `<th scope="col">${escape(label)}</th>`).join('');
  const rows = records.map((record) => {
    const cells = shown.map(
      (at) => `<td>${escape(cellText(columns[at], record.cells[at], language))}</td>`,
    );
    const name = document.hasPages
      ? `<a href="${base}records/${record.id}.html">${escape(record.name)}</a>`
      : escape(record.name);
    return `<tr><th scope="row">${name}</th>${cells.join('')}</tr>`;
  });
  const links = Array.from({ length: pages }, (_, at) =>
    at === index
      ? `<strong>${at + 1}</strong>`
      : `<a href="${at === 0 ? `${base}./` : `${base}list/${at + 1}.html`}">${at + 1}</a>`,
  );
  return [
    `<h1>${text(title, language)}</h1>`,
    sample === undefined ? '' : `<p>${text(sample, language)}</p>`,
    records.length === 0
      ? ''
      : `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
    pages > 1 ? `<p>${links.join(' ')}</p>` : '',
    `<p>${creditLine(document.credit, language)}</p>`,
  ].join('');
}

function recordPage(document: AppDocument, record: BrowseRecord): AppPage {
  const { columns, languages, sample } = document;
  const [language = 'ja'] = languages;
  const lines = columns.flatMap((column, at) => {
    const cell = record.cells[at] ?? '';
    if (cell === '' || column.kind === 'minor' || column.kind === 'name') return [];
    return [[labelOf(column, language), cellText(column, cell, language)] as const];
  });
  const list = lines.map(([label, value]) => `<dt>${escape(label)}</dt><dd>${escape(value)}</dd>`);
  const summary = highlightColumns(columns, 3)
    .map((at) => cellText(columns[at], record.cells[at], language))
    .filter((value) => value !== '')
    .join('、')
    .slice(0, 160);
  return {
    title: mapTexts(document.title, (title) => `${record.name} | ${title}`),
    ...(summary !== '' && { description: { ja: summary } }),
    fallbackHtml: [
      `<p><a href=".././">${text(document.title, language)}</a></p>`,
      `<h1>${escape(record.name)}</h1>`,
      sample === undefined ? '' : `<p>${text(sample, language)}</p>`,
      `<dl>${list.join('')}</dl>`,
      `<p>${creditLine(document.credit, language)}</p>`,
    ].join(''),
  };
}

function labelOf(column: BrowseColumn | undefined, language: string): string {
  return column === undefined ? '' : (column.label[language] ?? column.label.ja);
}

function cellText(column: BrowseColumn | undefined, cell = '', language: string): string {
  if (column?.kind !== 'date') return cell;
  return dateText(cell, language);
}

function creditLine(credit: Credit | undefined, language: string): string {
  const isJapanese = /^ja\b/.test(language);
  if (credit === undefined)
    return isJapanese ? '出典と利用条件の記載なし' : 'Source and licence are not stated';
  const { source, date, licence, processed } = credit;
  const unstated = isJapanese ? '利用条件の記載なし' : 'licence not stated';
  const parts = [
    `${isJapanese ? '出典: ' : 'Source: '}${text(source, language)}`,
    date === undefined ? '' : escape(dateText(date, language)),
    escape(licence ?? unstated),
    processed === undefined ? '' : text(processed, language),
  ];
  return parts.filter((part) => part !== '').join(isJapanese ? '、' : ', ');
}

function dateText(date: string, language: string): string {
  try {
    return formatDate(date, language);
  } catch {
    // No day that a calendar has: as the source states it.
    return date;
  }
}

type Texts = { readonly ja: string } & { readonly [language: string]: string | undefined };

function mapTexts(texts: Texts, change: (text: string) => string): Texts {
  const changed = Object.entries(texts).map(([language, one]) => [language, change(one ?? '')]);
  return { ...(Object.fromEntries(changed) as Record<string, string>), ja: change(texts.ja) };
}

function text(texts: Texts, language: string): string {
  return escape(texts[language] ?? texts.ja);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

function escape(raw: string): string {
  return raw.replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? '');
}
