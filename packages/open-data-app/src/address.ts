import {
  EVERYTHING,
  type Facet,
  type Order,
  type Selection,
  type Span,
} from '@yokoten/open-data/browse';

/** What of a page stands in its address. */
export interface Place {
  readonly selection: Selection;
  /** `undefined`: the usual one. */
  readonly order: Order | undefined;
  /** Id of the record whose page this is. */
  readonly record: string | undefined;
  readonly language: string | undefined;
}

/** The page that opens any record, where there are too many for a page each; it lies in a folder, as the others do. */
const RECORD_PAGE = 'records/';
const ORDERS: readonly Order[] = ['file', 'name', 'date'];
const RECORD = /^records\/([a-z0-9_-]{1,60})\.html$/;
const ONE_PAGE = /^records\/(index\.html)?$/;
/** Longer ones were not typed by anybody. */
const LONGEST = 200;

/** Reads an address: unknown facets and values that nothing has are left out, whoever made the link. */
export function readAddress(address: URL, root: URL, facets: readonly Facet[]): Place {
  const { searchParams: given } = address;
  const choices = new Map<string, readonly string[]>();
  const spans = new Map<string, Span>();
  for (const facet of facets) {
    if (facet.kind === 'choice') {
      const known = new Set(facet.options.map(({ value }) => value));
      const chosen = given.getAll(`f.${facet.id}`).filter((value) => known.has(value));
      if (chosen.length > 0) choices.set(facet.id, [...new Set(chosen)]);
    } else {
      const [from, to] = ['from', 'to'].map((end) =>
        formed(facet.of, given.get(`${end}.${facet.id}`)),
      );
      if (from || to) spans.set(facet.id, { ...(from && { from }), ...(to && { to }) });
    }
  }
  const path = address.pathname.startsWith(root.pathname)
    ? address.pathname.slice(root.pathname.length)
    : '';
  const order = ORDERS.find((one) => one === given.get('sort'));
  return {
    selection: { query: (given.get('q') ?? '').slice(0, LONGEST), choices, spans },
    order,
    record: recordIn(path, given),
    language: given.get('lang') ?? undefined,
  };
}

function recordIn(path: string, given: URLSearchParams): string | undefined {
  if (ONE_PAGE.test(path)) return given.get('id') ?? undefined;
  return RECORD.exec(path)?.[1];
}

function formed(of: 'date' | 'number', text: string | null): string | undefined {
  const form = of === 'date' ? /^\d{4}-\d\d-\d\d$/ : /^-?\d{1,15}(\.\d{1,10})?$/;
  return text !== null && form.test(text) ? text : undefined;
}

/** The address of a place of the page, relative to the site's base. */
export function writeAddress(
  { selection, order, record, language }: Place,
  hasPages: boolean,
): string {
  const said = new URLSearchParams();
  if (record !== undefined && !hasPages) said.set('id', record);
  // A link to a record is about the record alone.
  const { query, choices, spans } = record === undefined ? selection : EVERYTHING;
  if (query !== '') said.set('q', query);
  for (const [id, values] of choices) for (const value of values) said.append(`f.${id}`, value);
  for (const [id, { from = '', to = '' }] of spans) {
    if (from !== '') said.set(`from.${id}`, from);
    if (to !== '') said.set(`to.${id}`, to);
  }
  if (order !== undefined && record === undefined) said.set('sort', order);
  if (language !== undefined) said.set('lang', language);
  const path = record === undefined ? './' : hasPages ? `records/${record}.html` : RECORD_PAGE;
  return said.size === 0 ? path : `${path}?${said.toString()}`;
}
