import { read } from '@yokoten/open-data/read';
import { codedError, type CodedError } from '../coded-error.ts';
import type { PlaceState } from './observed.ts';
import { readStates, type StateReading } from './read-states.ts';

/**
 * What the bytes of a source say about places; any file the reader of `@yokoten/open-data` knows, NGSI entities too.
 *
 * @throws Error where no row names a place, and what the reader throws
 */
export async function readReport(
  bytes: Uint8Array,
  file: string,
  reading: StateReading,
): Promise<readonly PlaceState[]> {
  const tables = await read(bytes, { file });
  const states = tables.flatMap((table) => readStates(table, reading));
  if (states.length === 0) throw new Error('no row has an id or a name');
  return states;
}

/** A source that could not be read this time. */
export function unreadable(url: string, cause: unknown): CodedError {
  return codedError(
    'disaster-map/state-unreadable',
    `the state of places at ${url} could not be read (${String(cause)}); what was known before stays with its age`,
  );
}
