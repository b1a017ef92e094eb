import {
  type BrowseColumn,
  type BrowseRecord,
  type ChoiceFacet,
  choiceFacet,
  isMissing,
  isThere,
  split,
} from '@yokoten/open-data/browse';
import { formatDate, type LngLat } from '@yokoten/standard';
import { phoneLink, safeLink, textIn, type Texts } from '@yokoten/ui';
import { html, type TemplateResult } from 'lit';
import { endColumn, highlightColumns, isEnd } from './highlights.ts';
import type { AppStrings } from './strings/ja.ts';

/** What can stand in a template of lit. */
export type Shown = TemplateResult | string;

/** One field of a record: what it is, and what it says. */
export interface Field {
  /** As the file writes it. */
  readonly header: string;
  /** What people are told, in the page's language. */
  readonly label: string;
  readonly value: Shown;
}

/** The whole table, as a list and its facets are made from it. */
export class TableView {
  readonly columns: readonly BrowseColumn[];
  readonly records: readonly BrowseRecord[];
  readonly #indexes: ReadonlyMap<string, number>;

  constructor(columns: readonly BrowseColumn[], records: readonly BrowseRecord[]) {
    this.columns = columns;
    this.records = records;
    const standards = columns.flatMap(({ standard }, at) =>
      standard === undefined ? [] : [[standard, at] as const],
    );
    this.#indexes = new Map([
      ...standards,
      ...columns.map(({ header }, at) => [header, at] as const),
    ]);
  }

  /** 0-based position of a column, by its header or the standard's name for it. */
  indexOf(header: string): number | undefined {
    return this.#indexes.get(header);
  }

  /** A facet of the values of one column; `undefined` where the table has no such column. */
  choice(header: string): ChoiceFacet | undefined {
    const index = this.indexOf(header);
    return index === undefined ? undefined : choiceFacet(this.columns, this.records, index);
  }

  /** What a record says in a column, as the file has it: blank where it says nothing or there is no such column. */
  cell(record: BrowseRecord, header: string): string {
    const index = this.indexOf(header);
    return index === undefined ? '' : (record.cells[index] ?? '');
  }
}

/** The page around a record: where its page lies, and how the page speaks. */
export interface RecordContext {
  readonly table: TableView;
  readonly language: string;
  readonly strings: AppStrings;
  /** `YYYY-MM-DD` in Japan. */
  readonly today: string;
  /** Address of a record's page. */
  href(record: BrowseRecord): string;
}

/** One record as a card or a page shows it. Everything from the data is text, and links are https, tel or mailto. */
export class RecordView {
  readonly id: string;
  /** In the page's language, where the data has the name in it. */
  readonly name: string;
  /** `[lng, lat]` in degrees. */
  readonly at: LngLat | undefined;
  /** Address of its page. */
  readonly href: string;
  readonly language: string;
  readonly #record: BrowseRecord;
  readonly #context: RecordContext;

  constructor(record: BrowseRecord, context: RecordContext) {
    this.#record = record;
    this.#context = context;
    this.id = record.id;
    this.at = record.at;
    this.href = context.href(record);
    this.language = context.language;
    const { columns } = context.table;
    const latin = columns.findIndex(({ kind }) => kind === 'latin');
    // A name in Latin letters is no other for being written in full width.
    const inLatin = context.language.startsWith('en') && record.cells[latin]?.normalize('NFKC');
    this.name = inLatin || record.name;
  }

  /** A cell by its header or the standard's name for the column, as the file has it; blank where there is none. */
  get(header: string): string {
    return this.#context.table.cell(this.#record, header);
  }

  /** The same made readable: a day in words, a number with separators, an address as a link. */
  show(header: string): Shown {
    const index = this.#context.table.indexOf(header);
    return index === undefined ? '' : this.#show(index);
  }

  /** What says most about the record at a glance: days, address, kind, fee … */
  highlights(count = 3): readonly Field[] {
    return this.#fields(highlightColumns(this.#context.table.columns, count));
  }

  /** How the name is read, where the data says it; blank otherwise. */
  get reading(): string {
    const { columns } = this.#context.table;
    return this.#record.cells[columns.findIndex(({ kind }) => kind === 'reading')] ?? '';
  }

  /**
   * Every field that is filled, in the order of the file, but the name and what is for machines. What is there and what is not
   * stand together in one field each; what is blank is neither.
   */
  get fields(): readonly Field[] {
    return [
      ...this.#filled((kind) => !/^(minor|reading|latin|flag)$/.test(kind)),
      ...this.#flags(),
    ];
  }

  /** The rest: codes, coordinates, parts of what stands whole elsewhere. */
  get minorFields(): readonly Field[] {
    return this.#filled((kind) => kind === 'minor');
  }

  /** Whether its last day has passed. */
  get isOver(): boolean {
    const { columns } = this.#context.table;
    const first = columns.findIndex(({ kind }) => kind === 'date');
    if (first === -1) return false;
    const end = endColumn(columns, first);
    if (end === undefined) return false;
    const day = this.#record.cells[end] || this.#record.cells[first] || '';
    return /^\d{4}-\d\d-\d\d$/.test(day) && day < this.#context.today;
  }

  #flags(): Field[] {
    const { table, language, strings } = this.#context;
    const flags = table.columns.flatMap((column, index) => {
      const cell = this.#record.cells[index] ?? '';
      return column.kind === 'flag' && cell !== '' ? [{ column, cell }] : [];
    });
    const named = (some: typeof flags): string =>
      some.map(({ column }) => textIn(column.label, language).text).join(strings.comma);
    const there = named(flags.filter(({ cell }) => isThere(cell)));
    const missing = named(flags.filter(({ cell }) => isMissing(cell)));
    const others = flags.filter(({ cell }) => !isThere(cell) && !isMissing(cell));
    return [
      ...(there === '' ? [] : [{ header: 'あるもの', label: strings.there, value: there }]),
      ...(missing === '' ? [] : [{ header: 'ないもの', label: strings.missing, value: missing }]),
      ...others.map(({ column, cell }) => ({
        header: column.header,
        label: textIn(column.label, language).text,
        value: this.#plain(column, cell),
      })),
    ];
  }

  #filled(test: (kind: BrowseColumn['kind']) => boolean): readonly Field[] {
    const { columns } = this.#context.table;
    return this.#fields(
      columns.flatMap(({ kind }, index) =>
        kind !== 'name' && test(kind) && !isEnd(columns, index) ? [index] : [],
      ),
    );
  }

  #fields(indexes: readonly number[]): Field[] {
    const { table, language, strings } = this.#context;
    return indexes.flatMap((index) => {
      const column = table.columns[index];
      const value = this.#show(index);
      if (column === undefined || value === '') return [];
      const { header, label, kind } = column;
      // One line for both ends is about the time, not about when it begins.
      const isSpan = endColumn(table.columns, index) !== undefined;
      const span = isSpan && (kind === 'date' ? strings.days : strings.hours);
      return [{ header, label: span || textIn(label, language).text, value }];
    });
  }

  #show(index: number): Shown {
    const { table } = this.#context;
    const column = table.columns[index];
    const cell = this.#record.cells[index] ?? '';
    const end = endColumn(table.columns, index);
    const until = end === undefined ? '' : (this.#record.cells[end] ?? '');
    if (until !== '' && until !== cell)
      return `${this.#plain(column, cell)} – ${this.#plain(column, until)}`;
    if (column === undefined || cell === '') return '';
    switch (column.kind) {
      case 'phone':
        return phoneLink(cell);
      case 'url':
        return safeLink(cell);
      case 'email':
        return /^[^\s@,;?]+@[^\s@,;?]+$/.test(cell) ? safeLink(`mailto:${cell}`, cell) : cell;
      default: {
        const text = this.#plain(column, cell);
        return /\n/.test(text) ? html`<span class="lines">${text}</span>` : text;
      }
    }
  }

  #plain(column: BrowseColumn | undefined, cell: string): string {
    const { language } = this.#context;
    if (column?.kind === 'date') return dayText(cell, language);
    if (column?.kind === 'number' && /^-?\d{4,15}$/.test(cell))
      return Number(cell).toLocaleString(language.startsWith('en') ? 'en' : 'ja');
    const known = new Map(column?.values ?? []);
    if (!language.startsWith('en') || known.size === 0) return cell;
    return split(cell)
      .map((value) => known.get(value) ?? value)
      .join('; ');
  }
}

/** A day in words; what is none stays as it is. */
export function dayText(day: string, language: string): string {
  try {
    return formatDate(day, language.startsWith('ja') ? 'ja' : language);
  } catch {
    // No day that a calendar has: as the file has it.
    return day;
  }
}

/** A text of the document in the page's language. */
export function said(texts: Texts, language: string): string {
  return textIn(texts, language).text;
}
