import type { CatalogueEntry, SourceLabel } from '../entry.ts';
import { readJson } from '../fetch/read-json.ts';
import { list, record, text } from '../hostile-json.ts';
import { readLicence, type LicenceParts } from '../licence.ts';
import { makeEntry } from '../make-entry.ts';
import type { SourceWork, Position, Reach, SourcePage, SourceQuery } from '../source.ts';
import { fieldsOf, graphOf, localized, type Graph, type Node } from './dcat-graph.ts';

/** A catalogue as one JSON document. */
export interface DcatOptions extends SourceLabel {
  /** The document: `…/data.json`, `…/catalog.jsonld`. */
  readonly url: string;
}

/** Pages of one catalogue that are read at most. */
const MOST_PAGES = 200;

/**
 * A source over DCAT in JSON: the `data.json` of Project Open Data, and JSON-LD in any of its spellings (prefixes or
 * whole IRIs, nested or as `@graph`, one value or several, texts with languages), in pages by Hydra.
 */
export function openDcat({ id, url }: DcatOptions): SourceWork {
  async function page(_: SourceQuery, __: Position, reach: Reach): Promise<SourcePage> {
    const entries = new Map<string, CatalogueEntry>();
    const visited = new Set<string>();
    for (let at: string | undefined = url; at !== undefined && visited.size < MOST_PAGES;) {
      visited.add(at);
      const graph = graphOf(await readJson(reach.fetcher, at, { signal: reach.signal }));
      for (const node of graph.datasets) {
        const entry = await entryOf(node, graph, entries.size);
        entries.set(entry.id, entry);
      }
      const next: string | undefined = graph.next && new URL(graph.next, at).href;
      at = next !== undefined && !visited.has(next) ? next : undefined;
    }
    return { entries: [...entries.values()], total: entries.size };
  }

  async function entryOf(node: Node, graph: Graph, index: number): Promise<CatalogueEntry> {
    const one = (key: string): string | undefined => localized(node.get(key));
    const publisher = graph.follow(node.get('publisher'));
    return await makeEntry({
      id: one('identifier') ?? one('@id') ?? String(index),
      source: id,
      base: url,
      title: one('title'),
      page: one('landingpage'),
      description: one('description'),
      publisher:
        localized(publisher?.get('name')) ??
        localized(publisher?.get('preflabel')) ??
        one('publisher'),
      tags: list(node.get('keyword')).map((word) => localized(word)),
      frequency: one('accrualperiodicity'),
      licence: licenceOf(node, graph),
      updated: one('modified') ?? one('issued'),
      resources: list(node.get('distribution')).map((reference) => {
        const file = graph.follow(reference) ?? fieldsOf(record(reference));
        const value = (key: string): string | undefined => localized(file.get(key));
        return {
          url: value('downloadurl') ?? value('accessurl'),
          title: value('title'),
          format: value('format') ?? value('mediatype'),
          size: text(value('bytesize')),
          updated: value('modified'),
          licence: file.has('license') ? readLicence(...licenceOf(file, graph)) : undefined,
        };
      }),
    });
  }

  return { page };
}

function licenceOf(node: Node, graph: Graph): LicenceParts {
  const value = node.get('license') ?? node.get('rights');
  const target = graph.follow(value);
  const written = localized(value);
  const label = localized(target?.get('title')) ?? localized(target?.get('label'));
  return written !== undefined && /^https?:/u.test(written)
    ? [undefined, label, written]
    : [undefined, label ?? written, undefined];
}
