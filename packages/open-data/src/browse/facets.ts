import type { Localized } from '@yokoten/standard';
import type { BrowseColumn, BrowseRecord } from './record.ts';

/** One value of a choice, and what people are told for it. */
export interface FacetOption {
  readonly value: string;
  readonly label: Localized;
}

/** Narrows to records that have one of the chosen values, or all of them. */
export interface ChoiceFacet {
  readonly kind: 'choice';
  /** Unique among the facets of a page; stands in its address. */
  readonly id: string;
  readonly label: Localized;
  /** `any`: one of the chosen values is enough. `all`: every chosen one must be there. */
  readonly match: 'any' | 'all';
  /** In the order in which they are offered. */
  readonly options: readonly FacetOption[];
  /** The values of one record; none where it does not say. */
  valuesOf(record: BrowseRecord): readonly string[];
}

/** Narrows to records whose day, span of days or number lies between two ends. */
export interface RangeFacet {
  readonly kind: 'range';
  readonly id: string;
  readonly label: Localized;
  /** Days are `YYYY-MM-DD`, numbers as `Number` reads them. */
  readonly of: 'date' | 'number';
  /** First and last of one record; the same twice for a single one. `undefined` where it does not say. */
  spanOf(record: BrowseRecord): readonly [first: string, last: string] | undefined;
}

/** One way to narrow a list of records. */
export type Facet = ChoiceFacet | RangeFacet;

/** What suggested facets say besides headers and values, in Japanese: for whoever makes a font of the characters a page needs. */
export const FACET_WORDS = '日にち月火水木金土曜日設備・対応あるもの無料有料その他書いていない';

/** More than these are no help: the rest is found by searching. */
const MOST_CHOICES = 5;
const MOST_NUMBERS = 1;

/**
 * The facets that make sense for a table: days from and until, fees, columns with few values, weekdays, and what is
 * there or not. Each can be left out, put elsewhere or followed by one's own.
 */
export function suggestFacets(
  columns: readonly BrowseColumn[],
  records: readonly BrowseRecord[],
): Facet[] {
  const of = (kind: BrowseColumn['kind']): number[] =>
    columns.flatMap((column, index) => (column.kind === kind ? [index] : []));
  const choices = of('choice')
    .filter((index, at, all) => !all.slice(0, at).some((other) => isSame(records, other, index)))
    .map((index) => ({ index, told: filled(records, index) }))
    .toSorted((a, b) => b.told - a.told)
    .slice(0, MOST_CHOICES)
    .toSorted((a, b) => a.index - b.index);
  return [
    ...dateFacets(columns, of('date')),
    ...of('fee')
      .slice(0, 1)
      .map((index) => feeFacet(columns, records, index)),
    ...choices.map(({ index }) => choiceFacet(columns, records, index)),
    ...of('weekdays')
      .slice(0, 1)
      .map((index) => weekdayFacet(columns, index)),
    ...(of('flag').length > 0 ? [flagFacet(columns, of('flag'))] : []),
    ...of('number')
      .filter((index) => !isConstant(records, index))
      .slice(0, MOST_NUMBERS)
      .map((index) => numberFacet(columns, index)),
  ];
}

/** The day of a record from its first date column on: what begins and ends is found on every day between. */
function dateFacets(columns: readonly BrowseColumn[], dates: readonly number[]): RangeFacet[] {
  const [index] = dates;
  const column = index === undefined ? undefined : columns[index];
  if (index === undefined || column === undefined) return [];
  const ending = column.header.replace('開始', '終了');
  const last =
    ending === column.header ? -1 : columns.findIndex((other) => other.header === ending);
  const isSpan = last !== -1;
  return [
    {
      kind: 'range',
      id: column.header,
      label: isSpan ? { ja: '日にち', 'ja-simple': '日にち', en: 'Days' } : column.label,
      of: 'date',
      spanOf: ({ cells }) => {
        const first = day(cells[index]);
        if (first === undefined) return undefined;
        const end = (isSpan ? day(cells[last]) : undefined) ?? first;
        return [first, end < first ? first : end];
      },
    },
  ];
}

const DAY = /^\d{4}-\d\d-\d\d$/;

function day(cell = ''): string | undefined {
  return DAY.test(cell) ? cell : undefined;
}

/** A facet of the values of one column; several in one cell are told apart by `;`. */
export function choiceFacet(
  columns: readonly BrowseColumn[],
  records: readonly BrowseRecord[],
  index: number,
): ChoiceFacet {
  const { header = '', label = { ja: '' }, values = [] } = columns[index] ?? {};
  const english = new Map(values);
  const valuesOf = ({ cells }: BrowseRecord): string[] => split(cells[index]);
  const counts = new Map<string, number>();
  for (const record of records)
    for (const value of valuesOf(record)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const options = [...counts]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([value]) => ({ value, label: said(value, english.get(value)) }));
  return { kind: 'choice', id: header, label, match: 'any', options, valuesOf };
}

/** The values of a cell: `a;b` are two. */
export function split(cell = ''): string[] {
  if (!/[;；]/.test(cell)) return cell.trim() === '' ? [] : [cell.trim()];
  return [...new Set(cell.split(/[;；]/).map((part) => part.trim()))].filter((part) => part !== '');
}

const WEEKDAYS: readonly (readonly [string, string])[] = [
  ['月', 'Monday'],
  ['火', 'Tuesday'],
  ['水', 'Wednesday'],
  ['木', 'Thursday'],
  ['金', 'Friday'],
  ['土', 'Saturday'],
  ['日', 'Sunday'],
];

function weekdayFacet(columns: readonly BrowseColumn[], index: number): ChoiceFacet {
  const { header = '', label = { ja: '' } } = columns[index] ?? {};
  return {
    kind: 'choice',
    id: header,
    label,
    match: 'all',
    options: WEEKDAYS.map(([value, en]) => ({ value, label: { ja: `${value}曜日`, en } })),
    valuesOf: ({ cells }) =>
      WEEKDAYS.map(([value]) => value).filter((value) => cells[index]?.includes(value)),
  };
}

/** What is there, as presence is written; everything else is no, or not said. */
const THERE: ReadonlySet<string> = new Set(['1', '有', 'あり', '有り', '○', '◯', '〇', '可']);

/** Whether a cell says that something is there. */
export function isThere(cell = ''): boolean {
  return THERE.has(cell);
}

/** What is not there, as absence is written. A blank cell does not say. */
const MISSING: ReadonlySet<string> = new Set(['0', '無', 'なし', '無し', '×', '✕', '不可']);

/** Whether a cell says that something is not there. */
export function isMissing(cell = ''): boolean {
  return MISSING.has(cell);
}

function flagFacet(columns: readonly BrowseColumn[], flags: readonly number[]): ChoiceFacet {
  return {
    kind: 'choice',
    id: '設備',
    label: { ja: '設備・対応', 'ja-simple': 'あるもの', en: 'What is there' },
    match: 'all',
    options: flags.flatMap((index) => {
      const column = columns[index];
      return column === undefined ? [] : [{ value: column.header, label: column.label }];
    }),
    valuesOf: ({ cells }) =>
      flags.flatMap((index) => (isThere(cells[index]) ? [columns[index]?.header ?? ''] : [])),
  };
}

const FREE = /無料|^[0０]\s*円?$/;

/** Whether a fee is none. What is blank does not say. */
function feeFacet(
  columns: readonly BrowseColumn[],
  records: readonly BrowseRecord[],
  index: number,
): ChoiceFacet {
  const { header = '', label = { ja: '' } } = columns[index] ?? {};
  const valueOf = ({ cells }: BrowseRecord): string => {
    const cell = cells[index] ?? '';
    return cell === '' ? '不明' : FREE.test(cell) ? '無料' : '有料';
  };
  const there = new Set(records.map(valueOf));
  return {
    kind: 'choice',
    id: header,
    label,
    match: 'any',
    options: [
      { value: '無料', label: { ja: '無料', en: 'Free' } },
      { value: '有料', label: { ja: '有料・その他', en: 'Paid or other' } },
      { value: '不明', label: { ja: '書いていない', en: 'Not stated' } },
    ].filter(({ value }) => there.has(value)),
    valuesOf: (record) => [valueOf(record)],
  };
}

function numberFacet(columns: readonly BrowseColumn[], index: number): RangeFacet {
  const { header = '', label = { ja: '' } } = columns[index] ?? {};
  return {
    kind: 'range',
    id: header,
    label,
    of: 'number',
    spanOf: ({ cells }) => {
      const text = cells[index]?.normalize('NFKC').replaceAll(',', '') ?? '';
      return text === '' || Number.isNaN(Number(text)) ? undefined : [text, text];
    },
  };
}

function said(value: string, en: string | undefined): Localized {
  return { ja: value, ...(en !== undefined && { en }) };
}

function filled(records: readonly BrowseRecord[], index: number): number {
  return records.reduce((sum, { cells }) => sum + (cells[index] === '' ? 0 : 1), 0);
}

/** Whether two columns say the same of every record. */
function isSame(records: readonly BrowseRecord[], one: number, other: number): boolean {
  return records.every(({ cells }) => cells[one] === cells[other]);
}

function isConstant(records: readonly BrowseRecord[], index: number): boolean {
  return records.every(({ cells }) => cells[index] === records[0]?.cells[index]);
}
