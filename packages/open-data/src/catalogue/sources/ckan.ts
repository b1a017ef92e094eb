import { CatalogueError, failure } from '../catalogue-error.ts';
import type { CatalogueEntry, SourceLabel } from '../entry.ts';
import { readJson } from '../fetch/read-json.ts';
import { count, firstText, list, record, text } from '../hostile-json.ts';
import { makeEntry } from '../make-entry.ts';
import {
  nextTerm,
  type SourceWork,
  type Position,
  type Reach,
  type SoughtMunicipality,
  type SourcePage,
  type SourceQuery,
} from '../source.ts';
import { findCkan } from './ckan-address.ts';

/** A CKAN catalogue. */
export interface CkanOptions extends SourceLabel {
  /** The portal, or any page of it; where its API is, is found out (`/api/3/action`, `/data/…`, `/ckan/…`). */
  readonly url: string;
  /** The API itself, up to what stands before `/package_search`, where it is known. */
  readonly api?: string;
  /** The name that this portal gives a municipality's organization, e.g. `t{code}`. Else it is looked up by title. */
  readonly organization?: string;
  /** The portal's dates of update say nothing. */
  readonly datesUnreliable?: boolean;
}

/** Rows asked for at once. Portals give fewer where they cap, so paging goes by what came. */
const ROWS = 100;
/** Suggestions asked for; when as many come, the one that fits may be among the rest. */
const SUGGESTIONS = 20;

/**
 * A source over CKAN's action API (version 3). Words are looked for in titles, because a free search hits every
 * description; alternatives are asked one after the other, because portals pass over `OR`.
 */
export function openCkan(options: CkanOptions): SourceWork & Required<Pick<SourceWork, 'entry'>> {
  const { id } = options;
  let api: Promise<string> | undefined = options.api ? Promise.resolve(options.api) : undefined;
  let titleField: TitleField = 'title';
  let organizations: Promise<readonly Organization[]> | undefined;

  async function ask(
    action: string,
    params: Record<string, string>,
    reach: Reach,
  ): Promise<unknown> {
    api ??= findCkan(options.url, reach);
    const base = await api.catch((error: unknown) => {
      api = undefined;
      throw error;
    });
    const url = `${base}/${action}?${new URLSearchParams(params)}`;
    const answer = record(
      await readJson(reach.fetcher, url, { accepts: [409], signal: reach.signal }),
    );
    if (answer.has('result') && answer.get('success') !== false) return answer.get('result');
    const error = record(answer.get('error'));
    const said = [...error].map(([key, why]) => `${key}: ${list(why).join(' ') || text(why)}`);
    const value = firstText(error, 'message') ?? said.join(', ');
    throw await failure('open-data/catalogue-error', { url, value });
  }

  /** `fq` of a municipality's organization, or `undefined` where the portal has none for it. */
  async function organizationOf(
    sought: SoughtMunicipality,
    reach: Reach,
  ): Promise<string | undefined> {
    if (options.organization !== undefined)
      return options.organization.replace('{code}', sought.code);
    const suggested = await suggestedOrganizations(sought, reach);
    const fitting = suggested && theirs(suggested, sought);
    if (suggested !== undefined && (fitting !== undefined || suggested.length < SUGGESTIONS))
      return fitting?.name;
    organizations ??= allOrganizations((params) => ask('organization_list', params, reach));
    const all = await organizations.catch((error: unknown) => {
      organizations = undefined;
      throw error;
    });
    return theirs(all, sought)?.name;
  }

  /** What the portal suggests for name and code, or `undefined` where it suggests nothing to anybody. */
  async function suggestedOrganizations(
    { name, code }: SoughtMunicipality,
    reach: Reach,
  ): Promise<readonly Organization[] | undefined> {
    try {
      for (const q of [name, code]) {
        const params = { q, limit: String(SUGGESTIONS) };
        const found = organizationsIn(await ask('organization_autocomplete', params, reach));
        if (found.length > 0) return found;
      }
      return [];
    } catch (error) {
      if (error instanceof CatalogueError && !error.passing) return undefined;
      throw error;
    }
  }

  async function page(query: SourceQuery, position: Position, reach: Reach): Promise<SourcePage> {
    const { municipality } = query;
    const words = query.terms[position.term] ?? [];
    const organization = municipality && (await organizationOf(municipality, reach));
    const around = municipality && organization === undefined ? [phrase(municipality.name)] : [];
    const search = async (field: TitleField): Promise<ReadonlyMap<string, unknown>> =>
      record(
        await ask(
          'package_search',
          {
            q: [...words.map((word) => titled(field, word)), ...around].join(' ') || '*:*',
            ...(organization !== undefined && { fq: `organization:${phrase(organization)}` }),
            rows: String(ROWS),
            start: String(position.start),
            sort: 'name asc',
          },
          reach,
        ),
      );
    let result = await search(titleField);
    if (count(result.get('count')) === 0 && words.length > 0) {
      const other: TitleField = titleField === 'title' ? 'title_ngram' : 'title';
      result = await search(other);
      if (count(result.get('count'))) titleField = other;
    }
    const packages = list(result.get('results'));
    const total = count(result.get('count'));
    const start = position.start + packages.length;
    const more = packages.length > 0 && total !== undefined && start < total;
    const next = more ? { term: position.term, start } : nextTerm(query, position);
    const site = await siteOf();
    return {
      entries: await Promise.all(packages.map((one) => entryOf(record(one), site))),
      ...(next && { next }),
      ...(total !== undefined && { total }),
    };
  }

  async function entry(name: string, reach: Reach): Promise<CatalogueEntry> {
    const result = await ask('package_show', { id: name }, reach);
    return await entryOf(record(result), await siteOf());
  }

  async function siteOf(): Promise<string> {
    return (await api)?.replace(/\/api\/3\/action$/u, '') ?? options.url;
  }

  async function entryOf(one: ReadonlyMap<string, unknown>, site: string): Promise<CatalogueEntry> {
    const organization = record(one.get('organization'));
    const name = firstText(one, 'name', 'xckan_id', 'id') ?? '';
    const extras = new Map(
      list(one.get('extras')).map((extra) => [
        text(record(extra).get('key')) ?? '',
        record(extra).get('value'),
      ]),
    );
    return await makeEntry({
      id: name,
      source: id,
      base: site,
      title: firstText(one, 'xckan_title', 'title', 'title_ja'),
      page: firstText(one, 'xckan_site_url') ?? `${site}/dataset/${encodeURIComponent(name)}`,
      description: firstText(one, 'notes', 'xckan_description'),
      publisher:
        firstText(organization, 'title', 'display_name') ?? firstText(one, 'author', 'maintainer'),
      signs: { publisherId: text(organization.get('name')) },
      tags: list(one.get('tags')).map((tag) => firstText(record(tag), 'display_name', 'name')),
      frequency:
        firstText(one, 'frequency', 'frequency_of_update', 'update_frequency') ??
        firstText(extras, '更新頻度', 'frequency_of_update', 'update_frequency', 'frequency'),
      licence: [
        text(one.get('license_id')),
        text(one.get('license_title')),
        text(one.get('license_url')),
      ],
      updated: firstText(one, 'metadata_modified', 'updated'),
      quirks: options.datesUnreliable ? [{ code: 'open-data/date-unreliable', facts: {} }] : [],
      resources: list(one.get('resources')).map((resource) => {
        const of = record(resource);
        return {
          url: of.get('url'),
          title: firstText(of, 'name', 'description'),
          format: of.get('format'),
          size: of.get('size'),
          updated: firstText(of, 'last_modified', 'metadata_modified', 'created'),
        };
      }),
    });
  }

  return { page, entry };
}

interface Organization {
  readonly name: string;
  readonly title: string;
}

function organizationsIn(answer: unknown): readonly Organization[] {
  return list(answer).flatMap((one) => {
    const name = text(record(one).get('name'));
    const title = firstText(record(one), 'title', 'display_name') ?? '';
    return name === undefined ? [] : [{ name, title }];
  });
}

/** By its code, else with its prefecture, else by a name that another prefecture may have too. */
function theirs(
  all: readonly Organization[],
  { code, name, prefecture }: SoughtMunicipality,
): Organization | undefined {
  return (
    all.find((one) => one.name.includes(code)) ??
    all.find(({ title }) => title === prefecture + name) ??
    all.find(({ title }) => title === name)
  );
}

/** Japan has 1,788 municipalities and prefectures; a list that never ends is not read for ever. */
const MOST_ORGANIZATIONS = 20_000;

/** With all fields a portal gives 25 at a time whatever is asked for, so it is asked until nothing more comes. */
async function allOrganizations(
  ask: (params: Record<string, string>) => Promise<unknown>,
): Promise<readonly Organization[]> {
  const all = new Map<string, Organization>();
  for (let offset = 0; ;) {
    const some = list(await ask({ all_fields: 'true', limit: '1000', offset: String(offset) }));
    const before = all.size;
    for (const one of organizationsIn(some)) all.set(one.name, one);
    // A portal that passes over the offset gives the same ones again.
    if (all.size === before || all.size > MOST_ORGANIZATIONS) return [...all.values()];
    offset += some.length;
  }
}

/**
 * A portal that was set up for Japanese finds words inside a title. CKAN as it comes takes a Japanese title for one
 * word; there, its other field finds parts of two to ten letters.
 */
type TitleField = 'title' | 'title_ngram';

function titled(field: TitleField, word: string): string {
  return `${field}:${phrase(field === 'title' ? word : word.slice(0, 10))}`;
}

/** Words as Solr takes them literally. */
function phrase(words: string): string {
  return `"${words.replace(/["\\]/gu, String.raw`\$&`)}"`;
}
