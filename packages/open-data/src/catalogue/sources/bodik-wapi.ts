import { failure } from '../catalogue-error.ts';
import type { CatalogueEntry, CatalogueResource, SourceLabel } from '../entry.ts';
import { readJson } from '../fetch/read-json.ts';
import { count, firstText, list, record, text } from '../hostile-json.ts';
import { makeEntry } from '../make-entry.ts';
import { codeIn } from '../publisher.ts';
import type { SourceWork, Position, Reach, RowPage, SourcePage, SourceQuery } from '../source.ts';

/** An interface in the manner of BODIK's WAPI. */
export interface BodikWapiOptions extends SourceLabel {
  /** Without path, e.g. `https://wapi.bodik.jp`. */
  readonly url: string;
}

/** The most rows that are asked for at once, which is also the most its search engine gives. */
const MOST = 10_000;

/**
 * A source over BODIK WAPI: one interface per standard dataset, and per interface a list of the municipalities whose
 * data is behind it. Its rows come as features.
 */
export function openBodikWapi({
  id,
  url,
}: BodikWapiOptions): SourceWork & Required<Pick<SourceWork, 'rows'>> {
  const root = url.replace(/(?<!\/)\/+$/u, '');

  async function page(query: SourceQuery, _: Position, reach: Reach): Promise<SourcePage> {
    if (query.dataset === undefined) throw await failure('open-data/dataset-needed', { url });
    const api = await interfaceOf(query, reach);
    if (api === undefined) return { entries: [] };
    const answer = await readJson(
      reach.fetcher,
      `${root}/${encodeURIComponent(api.name)}/organization`,
      { signal: reach.signal },
    );
    const holders = list(answer)
      .map(record)
      .filter((one) => {
        const code = text(one.get('organ_code'));
        return !query.municipality || codeIn(code) === query.municipality.code;
      });
    return {
      entries: await Promise.all(holders.map((one) => entryOf(api, one))),
      total: holders.length,
    };
  }

  /** By the standard's name of the dataset, else by the words of its description. */
  async function interfaceOf(
    { dataset, terms }: SourceQuery,
    reach: Reach,
  ): Promise<{ readonly name: string; readonly description: string } | undefined> {
    const all = list(
      await readJson(reach.fetcher, `${root}/api/list`, { signal: reach.signal }),
    ).map((one) => ({
      name: text(record(one).get('apiname')) ?? '',
      description: firstText(record(one), 'description', 'display_name') ?? '',
    }));
    return (
      all.find(({ name }) => name === dataset) ??
      all.find(
        ({ name, description }) =>
          name !== '' && terms.some((term) => term.every((word) => description.includes(word))),
      )
    );
  }

  async function entryOf(
    { name, description }: { readonly name: string; readonly description: string },
    one: ReadonlyMap<string, unknown>,
  ): Promise<CatalogueEntry> {
    const code = text(one.get('organ_code')) ?? '';
    const params = new URLSearchParams({ select_type: 'data', municipalityCode: code });
    return await makeEntry({
      id: `${name}/${code}`,
      source: id,
      base: root,
      title: description || name,
      publisher: firstText(one, 'organ_name', 'municipalityName'),
      signs: { publisherId: code },
      resources: [
        {
          url: `${root}/${encodeURIComponent(name)}?${params}`,
          format: 'JSON',
          api: 'bodik-wapi',
        },
      ],
    });
  }

  return { page, rows };
}

async function rows(resource: CatalogueResource, _: Position, reach: Reach): Promise<RowPage> {
  const at = `${resource.url}&maxResults=${MOST}`;
  const answer = record(await readJson(reach.fetcher, at, { signal: reach.signal }));
  const results = record(answer.get('resultsets') ?? answer.get('resultset'));
  const features = list(results.get('features') ?? answer.get('features'));
  const total = count(record(answer.get('metadata')).get('totalCount'));
  if (total !== undefined && total > features.length) {
    const facts = { url: at, value: `${features.length} / ${total}` };
    throw await failure('open-data/catalogue-error', facts);
  }
  return {
    rows: features.map((one) => Object.fromEntries(record(record(one).get('properties')))),
    ...(total !== undefined && { total }),
  };
}
