import { CatalogueError, failure } from './catalogue-error.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { CatalogueEntry, CatalogueResource } from './entry.ts';
import { createFetcher, type Fetcher } from './fetch/fetcher.ts';
import { politeDelays } from './known-catalogues.ts';
import { withSharedUrls } from './shared-urls.ts';
import type { CatalogueQuery } from './query.ts';
import {
  firstPosition,
  type CatalogueSource,
  type RowPage,
  type SourceQuery,
  type SourcePage,
} from './source.ts';

/** How far a search is. */
export interface FindProgress {
  readonly source: string;
  /** Entries looked at in this source so far, and how many it has for the term it is at. */
  readonly seen: number;
  readonly total?: number;
  /** Entries that fit, of all sources. */
  readonly found: number;
}

/** Which catalogues are searched, and how. */
export interface CatalogueOptions {
  /** Searched in this order. */
  readonly sources: readonly CatalogueSource[];
  /** Default: `createFetcher` with the pauses of the known catalogues; in Node rather `nodeFetcher` of `./pull`. */
  readonly fetcher?: Fetcher;
}

/** How a search is run. */
export interface FindOptions {
  readonly signal?: AbortSignal;
  /** Where an earlier search stopped. */
  readonly cursor?: string;
  /** At most so many entries, default 1000. */
  readonly limit?: number;
  readonly onProgress?: (progress: FindProgress) => void;
}

/** What became of one source: a silent or refusing catalogue does not end the search. */
export interface SourceReport {
  readonly source: string;
  /** `partial`: the limit was reached. `untouched`: not read this time. */
  readonly status: 'complete' | 'partial' | 'failed' | 'untouched';
  readonly seen: number;
  readonly found: number;
  readonly error?: CatalogueError;
  /** A cursor to try the failed page again. */
  readonly retry?: string;
}

/** What was found. */
export interface FindResult {
  readonly entries: readonly CatalogueEntry[];
  readonly sources: readonly SourceReport[];
  /** Where to go on; absent when every source was read to its end or failed. */
  readonly cursor?: string;
}

/** A page of results of one source. */
export interface FoundPage {
  readonly source: string;
  readonly entries: readonly CatalogueEntry[];
  readonly seen: number;
  readonly total?: number;
  /** Whether the source has no further page. */
  readonly last: boolean;
  /** To store before the next page is asked for; absent after the last page of the last source. */
  readonly cursor?: string;
  /** The source could not be read further; the search goes on with the next one. */
  readonly error?: CatalogueError;
  /** Where to try again after an error. */
  readonly retry?: string;
}

/** Several catalogues behind one search. */
export interface Catalogue {
  /**
   * Everything that fits, each entry once per source.
   * @throws CatalogueError `open-data/unknown-municipality`, `open-data/ambiguous-municipality`, `open-data/bad-cursor`
   */
  readonly find: (query: CatalogueQuery, options?: FindOptions) => Promise<FindResult>;
  /** The same, page by page as the catalogues give them. */
  readonly pages: (query: CatalogueQuery, options?: FindOptions) => AsyncGenerator<FoundPage>;
  /**
   * One entry by its source and id, as it is now. Sources without a way to ask for one answer `undefined`.
   * @throws CatalogueError `open-data/catalogue-error`, `open-data/http-error` where there is none.
   */
  readonly entry: (
    source: string,
    id: string,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<CatalogueEntry | undefined>;
  /**
   * The rows behind a resource with `api`, page by page.
   * @throws CatalogueError
   */
  readonly rows: (
    entry: CatalogueEntry,
    resource: CatalogueResource,
    options?: { readonly signal?: AbortSignal },
  ) => AsyncGenerator<RowPage>;
}

/**
 * One search over several catalogues of any kind.
 *
 * ```js
 * const catalogue = createCatalogue({ sources: knownCatalogues.map(sourceOf) });
 * const { entries } = await catalogue.find({ municipality: '132012', dataset: 'public-toilet' });
 * ```
 */
export function createCatalogue({ sources, fetcher: given }: CatalogueOptions): Catalogue {
  const fetcher = given ?? createFetcher({ delays: politeDelays });

  async function* pages(
    query: CatalogueQuery,
    { signal, cursor }: FindOptions = {},
  ): AsyncGenerator<FoundPage> {
    const [{ resolveQuery }, { fitting }] = await Promise.all([
      import('./query.ts'),
      import('./matching.ts'),
    ]);
    const resolved = await resolveQuery(query);
    const start = cursor === undefined ? undefined : await readCursor(query, cursor);
    const from = start === undefined ? 0 : sources.findIndex(({ id }) => id === start.source);
    if (from < 0) throw await failure('open-data/bad-cursor', { value: start?.source ?? '' });
    const reach = { fetcher, signal };
    for (const [index, source] of sources.entries()) {
      if (index < from) continue;
      const known = new Set<string>();
      let position = index === from ? (start?.position ?? firstPosition) : firstPosition;
      for (let more = true, number = 0; more; number++) {
        signal?.throwIfAborted();
        const at = position;
        const { entries, next, total, error } = isElsewhere(source, resolved)
          ? { entries: [] }
          : await pageOrError(() => pageAt(source, number, resolved, at, reach));
        const fresh = entries.filter(({ id }) => !known.has(id));
        for (const { id } of fresh) known.add(id);
        const following = sources[index + 1]?.id;
        const after =
          next !== undefined
            ? { source: source.id, position: next }
            : following !== undefined && { source: following, position: firstPosition };
        yield {
          source: source.id,
          entries: fresh.flatMap((entry) => fitting(entry, resolved, query.format) ?? []),
          seen: fresh.length,
          last: next === undefined,
          ...(total !== undefined && { total }),
          ...(after && { cursor: writeCursor(query, after) }),
          ...(error && { error, retry: writeCursor(query, { source: source.id, position: at }) }),
        };
        more = next !== undefined;
        position = next ?? position;
      }
    }
  }

  async function find(query: CatalogueQuery, options: FindOptions = {}): Promise<FindResult> {
    const { limit = 1000, onProgress } = options;
    const entries: CatalogueEntry[] = [];
    const reports = new Map<string, SourceReport>();
    let cursor: string | undefined;
    for await (const page of pages(query, options)) {
      const { source, error, retry, total, last } = page;
      const before = reports.get(source);
      const seen = (before?.seen ?? 0) + page.seen;
      entries.push(...page.entries);
      cursor = page.cursor;
      const status = error ? 'failed' : last ? 'complete' : 'partial';
      const found = (before?.found ?? 0) + page.entries.length;
      const failed = { ...(error && { error }), ...(retry !== undefined && { retry }) };
      reports.set(source, { source, status, seen, found, ...failed });
      onProgress?.({ source, seen, found: entries.length, ...(total !== undefined && { total }) });
      if (entries.length >= limit) break;
    }
    const untouched = { status: 'untouched', seen: 0, found: 0 } as const;
    return {
      entries: withSharedUrls(entries),
      sources: sources.map(({ id }) => reports.get(id) ?? { source: id, ...untouched }),
      ...(cursor !== undefined && { cursor }),
    };
  }

  async function* rows(
    entry: CatalogueEntry,
    resource: CatalogueResource,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): AsyncGenerator<RowPage> {
    const source = sources.find(({ id }) => id === entry.source);
    if (source?.rows === undefined || resource.api === undefined)
      throw await failure('open-data/catalogue-error', { url: resource.url, value: 'no rows' });
    for (let position = firstPosition; ;) {
      const page = await source.rows(resource, position, { fetcher, signal });
      yield page;
      if (page.next === undefined) return;
      position = page.next;
    }
  }

  const entry: Catalogue['entry'] = async (name, id, { signal } = {}) =>
    await sources.find((one) => one.id === name)?.entry?.(id, { fetcher, signal });

  return { find, pages, entry, rows };
}

/** More pages than any catalogue has: one that never ends is not followed for ever. */
const MOST_PAGES = 5000;

async function pageAt(
  source: CatalogueSource,
  number: number,
  ...asked: Parameters<CatalogueSource['page']>
): Promise<SourcePage> {
  if (number < MOST_PAGES) return await source.page(...asked);
  throw await failure('open-data/catalogue-error', {
    url: source.id,
    value: `> ${MOST_PAGES} pages`,
  });
}

/** A catalogue of one prefecture has nothing of another's municipality. */
function isElsewhere({ prefecture }: CatalogueSource, { municipality }: SourceQuery): boolean {
  return (
    prefecture !== undefined &&
    municipality !== undefined &&
    !municipality.code.startsWith(prefecture)
  );
}

/** What is wrong with one catalogue becomes part of the answer; anything else is thrown on. */
async function pageOrError(
  ask: () => Promise<SourcePage>,
): Promise<SourcePage & { readonly error?: CatalogueError }> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof CatalogueError) return { entries: [], error };
    throw error;
  }
}
