import type { Facet } from './facets.ts';
import { fold, searchWords } from './fold.ts';
import type { BrowseColumn, BrowseRecord } from './record.ts';

/** From one end to the other; either may be open. */
export interface Span {
  readonly from?: string;
  readonly to?: string;
}

/** Everything that narrows a list. */
export interface Selection {
  /** The words that were typed; all of them must be found. */
  readonly query: string;
  /** What was ticked, by id of the facet. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  /** What was set, by id of the facet. */
  readonly spans: ReadonlyMap<string, Span>;
}

/** Nothing is narrowed. */
export const EVERYTHING: Selection = { query: '', choices: new Map(), spans: new Map() };

/** What is left of a list, and what each choice would leave. */
export interface Browsed {
  /** In the order in which they were given. */
  readonly found: readonly BrowseRecord[];
  /** By id of a choice facet: how many records have a value, of those that all other facets leave. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/**
 * Narrows records by words and facets.
 *
 * @param keyOf what is searched in one record, folded; see `searchKeys`
 */
export function browse(
  records: readonly BrowseRecord[],
  facets: readonly Facet[],
  selection: Selection,
  keyOf: (record: BrowseRecord) => string,
): Browsed {
  const words = searchWords(selection.query);
  const tests = facets.map((facet) => testOf(facet, selection));
  const counts = new Map<string, Map<string, number>>();
  for (const { kind, id } of facets) if (kind === 'choice') counts.set(id, new Map());
  const found: BrowseRecord[] = [];
  for (const record of records) {
    if (words.length > 0 && !containsAll(keyOf(record), words)) continue;
    const failed = tests.findIndex((test) => !test(record));
    if (failed === -1) found.push(record);
    else if (tests.some((test, index) => index > failed && !test(record))) continue;
    for (const [index, facet] of facets.entries()) {
      if (facet.kind !== 'choice' || (failed !== -1 && failed !== index)) continue;
      // A value that is wanted besides the chosen ones only helps where those are there too.
      if (facet.match === 'all' && failed !== -1) continue;
      const tally = counts.get(facet.id);
      for (const value of facet.valuesOf(record)) tally?.set(value, (tally.get(value) ?? 0) + 1);
    }
  }
  return { found, counts };
}

function containsAll(key: string, words: readonly string[]): boolean {
  return words.every((word) => key.includes(word));
}

function testOf(facet: Facet, { choices, spans }: Selection): (record: BrowseRecord) => boolean {
  if (facet.kind === 'choice') {
    const chosen = choices.get(facet.id) ?? [];
    if (chosen.length === 0) return () => true;
    return (record) => {
      const values = facet.valuesOf(record);
      return facet.match === 'any'
        ? chosen.some((value) => values.includes(value))
        : chosen.every((value) => values.includes(value));
    };
  }
  const { from = '', to = '' } = spans.get(facet.id) ?? {};
  if (from === '' && to === '') return () => true;
  const isBefore = (a: string, b: string): boolean =>
    facet.of === 'date' ? a < b : Number(a) < Number(b);
  return (record) => {
    const span = facet.spanOf(record);
    if (span === undefined) return false;
    return !(from !== '' && isBefore(span[1], from)) && !(to !== '' && isBefore(to, span[0]));
  };
}

/** Folds what can be searched in a record: all its cells but codes and addresses of pages. Made with the first search, and kept. */
export function searchKeys(columns: readonly BrowseColumn[]): (record: BrowseRecord) => string {
  const searched = columns.flatMap(({ kind }, index) =>
    kind === 'minor' || kind === 'url' ? [] : [index],
  );
  const keys = new WeakMap<BrowseRecord, string>();
  return (record) => {
    const known = keys.get(record);
    if (known !== undefined) return known;
    const texts = [record.name, ...searched.map((index) => record.cells[index] ?? '')];
    // Folded at once, which is much faster; folding leaves this sign, and nobody types it.
    const key = fold(texts.join('\0'));
    keys.set(record, key);
    return key;
  };
}

/** How a list can be ordered: as the file has it, by name, or by day. */
export type Order = 'file' | 'name' | 'date';

/** The orders that make sense for a table, the usual one first: what has days is in the order of days. */
export function ordersOf(facets: readonly Facet[]): readonly Order[] {
  return facets.some(isDates) ? ['date', 'name', 'file'] : ['file', 'name'];
}

/**
 * Records in another order. By name means by its reading, where there is one. By day means what is still to come first, the next
 * one at the top, then what is over, the last one first, then what has no day.
 *
 * @param today `YYYY-MM-DD` in Japan
 */
export function ordered(
  records: readonly BrowseRecord[],
  order: Order,
  { columns, facets, today }: OrderContext,
): readonly BrowseRecord[] {
  if (order === 'file') return records;
  if (order === 'name') return byName(records, columns);
  const dates = facets.find(isDates);
  if (dates === undefined) return records;
  const keyed = records.map((record) => {
    const [first, last] = dates.spanOf(record) ?? [];
    const group = first === undefined ? 2 : (last ?? first) < today ? 1 : 0;
    return { record, group, first: first ?? '' };
  });
  keyed.sort((a, b) => {
    if (a.group !== b.group) return a.group - b.group;
    const byDay = a.first < b.first ? -1 : a.first > b.first ? 1 : 0;
    return a.group === 1 ? -byDay : byDay;
  });
  return keyed.map(({ record }) => record);
}

/** What an order is worked out from. */
export interface OrderContext {
  readonly columns: readonly BrowseColumn[];
  readonly facets: readonly Facet[];
  readonly today: string;
}

function isDates(facet: Facet): facet is Extract<Facet, { kind: 'range' }> {
  return facet.kind === 'range' && facet.of === 'date';
}

function byName(
  records: readonly BrowseRecord[],
  columns: readonly BrowseColumn[],
): readonly BrowseRecord[] {
  const reading = columns.findIndex(({ kind }) => kind === 'reading');
  const { compare } = new Intl.Collator('ja');
  return records
    .map((record) => ({ record, key: record.cells[reading] || record.name }))
    .toSorted((a, b) => compare(a.key, b.key))
    .map(({ record }) => record);
}
