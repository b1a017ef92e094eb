import { failure } from './catalogue-error.ts';
import { count, list, record, text } from './hostile-json.ts';
import type { CatalogueQuery } from './query.ts';
import type { Position } from './source.ts';

/** Where a search stands: which source, and how far in it. */
export interface SearchState {
  readonly source: string;
  readonly position: Position;
}

/** A cursor that can be stored as text and belongs to one query. */
export function writeCursor(query: CatalogueQuery, { source, position }: SearchState): string {
  return JSON.stringify([1, fingerprint(query), source, position.term, position.start]);
}

/**
 * The state in a cursor.
 * @throws CatalogueError `open-data/bad-cursor` where it is damaged or of another query.
 */
export async function readCursor(query: CatalogueQuery, cursor: string): Promise<SearchState> {
  const [version, of, source, term, start] = list(parsed(cursor));
  const state = { source: text(source), term: count(term), start: count(start) };
  if (version === 1 && of === fingerprint(query) && state.source !== undefined)
    if (state.term !== undefined && state.start !== undefined)
      return { source: state.source, position: { term: state.term, start: state.start } };
  throw await failure('open-data/bad-cursor', { value: cursor.slice(0, 80) });
}

function fingerprint({ municipality, dataset, text: words, format }: CatalogueQuery): string {
  return JSON.stringify([municipality ?? '', dataset ?? '', words ?? '', format ?? '']);
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(cursor);
  } catch {
    // Read as no cursor at all, which the caller complains about.
    return record(undefined);
  }
}
