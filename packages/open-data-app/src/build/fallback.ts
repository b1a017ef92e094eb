import type { BrowseColumn, BrowseRecord, ColumnKind } from '@yokoten/open-data/browse';
import { type AppPage, creditHtml, dayText, escapeHtml, htmlText } from '@yokoten/standard/app';
import type { AppDocument } from '../document.ts';
import { highlightColumns } from '../highlights.ts';

/** Rows of one table for a browser without scripts; the next ones stand on a page of their own. */
const PAGE_ROWS = 1000;
/** The same where records have no pages: a row then says all that a page would. */
const FULL_ROWS = 250;
/** With more records a site is so many files that building and publishing it takes minutes: one page then opens all of them. */
export const MOST_PAGES = 5000;

/** Where the page of any record lies. */
export const ANY_RECORD = 'records/index.html';
/** Kinds of columns that say nothing to a reader, or stand as the heading. */
const HIDDEN: ReadonlySet<ColumnKind> = new Set(['minor', 'name']);

/** What a browser without scripts and a search engine see. */
export interface PlainPages {
  readonly fallbackHtml: string;
  /** By path from the site's base. */
  readonly pages: ReadonlyMap<string, AppPage>;
}

/** The list as tables, and a page for each record, in the page's first language. All text is escaped. */
export function plainPages(document: AppDocument, records: readonly BrowseRecord[]): PlainPages {
  const pages = new Map<string, AppPage>();
  const size = document.hasPages ? PAGE_ROWS : FULL_ROWS;
  const tables = Array.from({ length: Math.ceil(records.length / size) }, (_, index) =>
    records.slice(index * size, (index + 1) * size),
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
  } else {
    pages.set(ANY_RECORD, anyRecordPage(document, tables.length));
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
  const shown = document.hasPages
    ? highlightColumns(columns, 3)
    : columns.flatMap(({ kind }, at) => (HIDDEN.has(kind) ? [] : [at]));
  const labels = [
    language === 'en' ? 'Name' : '名前',
    ...shown.map((at) => labelOf(columns[at], language)),
  ];
  const head = labels.map((label) => `<th scope="col">${escapeHtml(label)}</th>`).join('');
  const rows = records.map((record) => {
    const cells = shown.map(
      (at) => `<td>${escapeHtml(cellText(columns[at], record.cells[at], language))}</td>`,
    );
    const address = document.hasPages ? `${record.id}.html` : `?id=${record.id}`;
    const name = `<a href="${base}records/${address}">${escapeHtml(record.name)}</a>`;
    return `<tr><th scope="row">${name}</th>${cells.join('')}</tr>`;
  });
  return [
    `<h1>${htmlText(title, language)}</h1>`,
    sample === undefined ? '' : `<p>${htmlText(sample, language)}</p>`,
    records.length === 0
      ? ''
      : `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
    pages > 1 ? listLinks(base, pages, index) : '',
    `<p>${creditHtml(document.credit, language)}</p>`,
  ].join('');
}

function listLinks(base: string, pages: number, here?: number): string {
  const links = Array.from({ length: pages }, (_, at) =>
    at === here
      ? `<strong>${at + 1}</strong>`
      : `<a href="${at === 0 ? base : `${base}list/${at + 1}.html`}">${at + 1}</a>`,
  );
  return `<p>${links.join(' ')}</p>`;
}

/** The page that opens the record its address names. A browser without scripts finds the same in the tables. */
function anyRecordPage({ title, languages, sample }: AppDocument, lists: number): AppPage {
  const [language = 'ja'] = languages;
  const instead = /^ja\b/.test(language)
    ? '一件ずつのページには、JavaScript が要ります。同じ内容は、次の表にあります。'
    : 'The page of one record needs JavaScript. These tables say the same.';
  return {
    title,
    fallbackHtml: [
      `<p><a href="../">${htmlText(title, language)}</a></p>`,
      sample === undefined ? '' : `<p>${htmlText(sample, language)}</p>`,
      `<p>${instead}</p>`,
      listLinks('../', lists),
    ].join(''),
  };
}

function recordPage(document: AppDocument, record: BrowseRecord): AppPage {
  const { columns, languages, sample } = document;
  const [language = 'ja'] = languages;
  const lines = columns.flatMap((column, at) => {
    const cell = record.cells[at] ?? '';
    if (cell === '' || HIDDEN.has(column.kind)) return [];
    return [[labelOf(column, language), cellText(column, cell, language)] as const];
  });
  const list = lines.map(
    ([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  const summary = highlightColumns(columns, 3)
    .map((at) => cellText(columns[at], record.cells[at], language))
    .filter((value) => value !== '')
    .join('、')
    .slice(0, 160);
  return {
    title: mapTexts(document.title, (title) => `${record.name} | ${title}`),
    ...(summary !== '' && { description: { ja: summary } }),
    fallbackHtml: [
      `<p><a href=".././">${htmlText(document.title, language)}</a></p>`,
      `<h1>${escapeHtml(record.name)}</h1>`,
      sample === undefined ? '' : `<p>${htmlText(sample, language)}</p>`,
      `<dl>${list.join('')}</dl>`,
      `<p>${creditHtml(document.credit, language)}</p>`,
    ].join(''),
  };
}

function labelOf(column: BrowseColumn | undefined, language: string): string {
  return column === undefined ? '' : (column.label[language] ?? column.label.ja);
}

function cellText(column: BrowseColumn | undefined, cell = '', language: string): string {
  if (column?.kind !== 'date') return cell;
  return dayText(cell, language);
}

type Texts = { readonly ja: string } & { readonly [language: string]: string | undefined };

function mapTexts(texts: Texts, change: (text: string) => string): Texts {
  const changed = Object.entries(texts).map(([language, one]) => [language, change(one ?? '')]);
  return { ...(Object.fromEntries(changed) as Record<string, string>), ja: change(texts.ja) };
}
