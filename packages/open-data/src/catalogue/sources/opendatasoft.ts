import { failure } from '../catalogue-error.ts';
import type { CatalogueEntry, SourceLabel } from '../entry.ts';
import { readJson } from '../fetch/read-json.ts';
import { count, firstText, list, record, text } from '../hostile-json.ts';
import { makeEntry } from '../make-entry.ts';
import {
  nextTerm,
  type SourceWork,
  type Position,
  type Reach,
  type SourcePage,
  type SourceQuery,
} from '../source.ts';

/** A portal by Opendatasoft. */
export interface OpendatasoftOptions extends SourceLabel {
  /** Without path, e.g. `https://public.opendatasoft.com`. */
  readonly url: string;
}

const ROWS = 100;
/** Explore API 2.1 goes no further than this. */
const WINDOW = 10_000;

/** A source over the Explore API 2.1. Every dataset can be had as CSV, GeoJSON and JSON. */
export function openOpendatasoft({ id, url }: OpendatasoftOptions): SourceWork {
  const api = `${url.replace(/(?<!\/)\/+$/u, '')}/api/explore/v2.1/catalog/datasets`;

  async function page(query: SourceQuery, position: Position, reach: Reach): Promise<SourcePage> {
    const { municipality, terms } = query;
    const words = [...(terms[position.term] ?? []), ...(municipality ? [municipality.name] : [])];
    const where = words.map((word) => `search("${word.replace(/["\\]/gu, ' ')}")`).join(' and ');
    const params = new URLSearchParams({
      limit: String(ROWS),
      offset: String(position.start),
      ...(where !== '' && { where }),
    });
    const address = `${api}?${params}`;
    const answer = record(await readJson(reach.fetcher, address, { signal: reach.signal }));
    const results = list(answer.get('results'));
    const total = count(answer.get('total_count'));
    const start = position.start + results.length;
    const more = results.length > 0 && start < (total ?? 0);
    if (more && start + ROWS > WINDOW) {
      const facts = { url: address, value: `${start} / ${total}` };
      throw await failure('open-data/catalogue-error', facts);
    }
    const next = more ? { term: position.term, start } : nextTerm(query, position);
    return {
      entries: await Promise.all(results.map((one) => entryOf(record(one)))),
      ...(next && { next }),
      ...(total !== undefined && { total }),
    };
  }

  async function entryOf(one: ReadonlyMap<string, unknown>): Promise<CatalogueEntry> {
    const name = text(one.get('dataset_id')) ?? '';
    const metas = record(record(one.get('metas')).get('default'));
    const exports = `${api}/${encodeURIComponent(name)}/exports`;
    const has = one.get('has_records') !== false;
    return await makeEntry({
      id: name,
      source: id,
      base: url,
      title: firstText(metas, 'title'),
      page: `${url}/explore/dataset/${encodeURIComponent(name)}/`,
      description: metas.get('description'),
      publisher: firstText(metas, 'publisher', 'attributions'),
      tags: list(metas.get('keyword')),
      frequency: metas.get('update_frequency'),
      licence: [undefined, text(metas.get('license')), text(metas.get('license_url'))],
      updated: metas.get('modified'),
      resources: has
        ? [
            // Its own CSV has semicolons.
            { url: `${exports}/csv?delimiter=%2C&with_bom=true`, format: 'CSV' },
            { url: `${exports}/geojson`, format: 'GeoJSON' },
            { url: `${exports}/json`, format: 'JSON' },
          ]
        : [],
    });
  }

  return { page };
}
