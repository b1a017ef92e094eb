import { failure } from '../catalogue-error.ts';
import type { CatalogueResource, SourceLabel } from '../entry.ts';
import { readJson } from '../fetch/read-json.ts';
import { count, list, record } from '../hostile-json.ts';
import { makeEntry } from '../make-entry.ts';
import {
  nextTerm,
  type SourceWork,
  type Position,
  type Reach,
  type RowPage,
  type SourcePage,
  type SourceQuery,
} from '../source.ts';

/** Interfaces made out of the files of a catalogue, in the manner of TOKYO OPEN DATA. */
export interface TokyoApiOptions extends SourceLabel {
  /** Where the pages about the interfaces are, without path: `https://spec.api.metro.tokyo.lg.jp`. */
  readonly spec: string;
  /** Where the interfaces answer, without path: `https://service.api.metro.tokyo.lg.jp`. */
  readonly service: string;
}

/** Publisher, dataset, hash of the content, number of the file. */
const API_ID = /^[a-z]\d{6}d\d{10}-[\da-f]{32}-\d{1,4}$/u;
const ROWS = 1000;

/**
 * A source over the search pages of the interfaces, which exist as HTML only. An id ends in a hash of the content, so
 * an address holds until the file is next updated.
 */
export function openTokyoApi({
  id,
  spec,
  service,
}: TokyoApiOptions): SourceWork & Required<Pick<SourceWork, 'rows'>> {
  async function page(query: SourceQuery, position: Position, reach: Reach): Promise<SourcePage> {
    const { municipality, terms } = query;
    const words = [...(municipality ? [municipality.name] : []), ...(terms[position.term] ?? [])];
    const number = position.start + 1;
    const params = new URLSearchParams({ q: words.join(' '), page: String(number) });
    const address = `${spec}/spec/search?${params}`;
    const { bytes } = await reach.fetcher.read(address, { signal: reach.signal });
    const html = new TextDecoder().decode(bytes);
    const found = linksOf(html, spec);
    const more = found.size > 0 && html.includes(`page=${number + 1}`);
    const next = more ? { term: position.term, start: number } : nextTerm(query, position);
    const entries = [...found].map(([api, name]) =>
      makeEntry({
        id: api,
        source: id,
        base: spec,
        title: name || api,
        page: `${spec}/spec/${api}`,
        resources: [{ url: `${service}/api/${api}/json`, format: 'JSON', api: 'tokyo-api' }],
        quirks: [{ code: 'open-data/changing-id', facts: {} }],
      }),
    );
    return { entries: await Promise.all(entries), ...(next && { next }) };
  }

  return { page, rows };
}

async function rows(
  { url }: CatalogueResource,
  { term, start }: Position,
  reach: Reach,
): Promise<RowPage> {
  // In the body, `limit` and `offset` would be taken for columns and answered with 400.
  const address = `${url}?limit=${ROWS}&offset=${start}`;
  const answer = record(
    await readJson(reach.fetcher, address, {
      method: 'POST',
      body: '{}',
      headers: () => ({ 'content-type': 'application/json' }),
      signal: reach.signal,
    }),
  );
  if (!Array.isArray(answer.get('hits')))
    throw await failure('open-data/catalogue-error', { url: address, value: 'hits' });
  const hits = list(answer.get('hits'));
  const total = count(answer.get('total'));
  const at = start + hits.length;
  return {
    rows: hits.map((hit) => {
      const row = new Map(record(hit));
      row.delete('row');
      return Object.fromEntries(row);
    }),
    ...(hits.length > 0 && at < (total ?? 0) && { next: { term, start: at } }),
    ...(total !== undefined && { total }),
  };
}

/** Ids of interfaces that a page links to, with the words of the link. */
function linksOf(html: string, spec: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const link of html.matchAll(/\shref="([^"<>]{1,300})"/gu)) {
    const href = (link[1] ?? '').replaceAll('&amp;', '&');
    const path = URL.canParse(href, spec) ? new URL(href, spec).pathname : '';
    const api = /^\/spec\/([^/]{1,80})$/u.exec(path)?.[1] ?? '';
    if (!API_ID.test(api)) continue;
    const after = html.slice(link.index + link[0].length, link.index + link[0].length + 2000);
    const [begin, end] = [after.indexOf('>'), after.indexOf('</a>')];
    const words = begin < 0 || end < begin ? '' : plainText(after.slice(begin + 1, end));
    if ((found.get(api) ?? '') === '') found.set(api, words);
  }
  return found;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&nbsp;', ' '],
]);

function plainText(html: string): string {
  return html
    .replace(/<[^<>]{0,500}>/gu, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp);/gu, (entity) => ENTITIES.get(entity) ?? entity)
    .replace(/\s+/gu, ' ')
    .trim();
}
