import type { CatalogueEntry, CatalogueResource, SourceLabel } from './entry.ts';
import type { Fetcher } from './fetch/fetcher.ts';

/** The municipality that is searched for. */
export interface SoughtMunicipality {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  readonly prefecture: string;
}

/** A search as the sources get it: names resolved, words split. */
export interface SourceQuery {
  readonly municipality?: SoughtMunicipality;
  /** Id of the dataset with `_`, as file names and interfaces of municipalities write it: `public_toilet`. */
  readonly dataset?: string;
  /**
   * Alternatives, each a list of words that all have to be there. Sources that know no OR are asked once for each.
   * Never empty; one empty list asks for everything.
   */
  readonly terms: readonly (readonly string[])[];
}

/** How far a search or a reading is; part of a cursor that can be stored. */
export interface Position {
  /** Which alternative of the terms, 0-based. */
  readonly term: number;
  /** How many were passed over already, or which page: the source's own count. */
  readonly start: number;
}

/** What a source works with. */
export interface Reach {
  readonly fetcher: Fetcher;
  readonly signal?: AbortSignal | undefined;
}

/** A page of a search. */
export interface SourcePage {
  readonly entries: readonly CatalogueEntry[];
  /** Where to go on; absent after the last page. */
  readonly next?: Position;
  /** How many there are for the term, where the catalogue says. */
  readonly total?: number;
}

/** A page of rows of an interface, keyed by column as the interface writes them. */
export interface RowPage {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly next?: Position;
  readonly total?: number;
}

/** What a source can do. */
export interface SourceWork {
  /**
   * One page of what fits. More than what fits may be in it: `createCatalogue` sorts that out.
   * @throws CatalogueError
   */
  readonly page: (query: SourceQuery, position: Position, reach: Reach) => Promise<SourcePage>;
  /**
   * One entry by its id, as it is now.
   * @throws CatalogueError `open-data/catalogue-error`, `open-data/http-error` where there is none.
   */
  readonly entry?: (id: string, reach: Reach) => Promise<CatalogueEntry>;
  /** One page of the rows behind a resource with `api`. */
  readonly rows?: (
    resource: CatalogueResource,
    position: Position,
    reach: Reach,
  ) => Promise<RowPage>;
}

/** One catalogue. The sources of this package are made by `ckan`, `bodikWapi`, `tokyoApi`, `dcat`, `opendatasoft`, `urlList`. */
export type CatalogueSource = SourceLabel & SourceWork;

/** Where every search begins. */
export const firstPosition: Position = { term: 0, start: 0 };

/** The same entry counts once: other terms find it again. */
export function nextTerm({ terms }: SourceQuery, { term }: Position): Position | undefined {
  return term + 1 < terms.length ? { term: term + 1, start: 0 } : undefined;
}
