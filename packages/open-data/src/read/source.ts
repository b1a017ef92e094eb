import type { OpenDataError } from '../error.ts';
import { piecesOf } from '../internal/pieces.ts';
import { type ReadLimits, megabytes } from './limits.ts';
import { refuse } from './refuse.ts';

/** Where bytes come from. A `URL` is fetched; a `File` is a Blob with a name. */
export type Source =
  | Uint8Array
  | ArrayBuffer
  | Blob
  | Response
  | URL
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>;

/** What fetching a source needs to know. */
export interface SourceSettings {
  readonly file: string;
  readonly limits: ReadLimits;
  readonly signal?: AbortSignal | undefined;
}

/** The name that problems mention: that of a File, the end of an address, else `file`. */
export function nameOf(source: Source): string {
  if (source instanceof URL) return addressName(source.href);
  if ('name' in source && typeof source.name === 'string' && source.name !== '') return source.name;
  if ('url' in source && source.url !== '') return addressName(source.url);
  return 'file';
}

function addressName(address: string): string {
  const path = address.replace(/[?#].*$/su, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last) || address;
  } catch (error) {
    if (error instanceof URIError) return last;
    throw error;
  }
}

/**
 * All bytes of a source.
 * @throws OpenDataError `open-data/file-too-large`, `open-data/cannot-fetch`; the signal's reason where it aborts
 */
export async function toBytes(source: Source, settings: SourceSettings): Promise<Uint8Array> {
  const { signal } = settings;
  signal?.throwIfAborted();
  if (source instanceof Uint8Array) return within(source, settings);
  if (source instanceof ArrayBuffer) return within(new Uint8Array(source), settings);
  if (source instanceof URL) return fetched(source, settings);
  if (source instanceof Response) return ofResponse(source, settings);
  if (source instanceof Blob) {
    if (source.size > settings.limits.bytes) throw tooLarge(settings);
    return new Uint8Array(await source.arrayBuffer());
  }
  return collected(source, settings);
}

function within(bytes: Uint8Array, settings: SourceSettings): Uint8Array {
  if (bytes.length > settings.limits.bytes) throw tooLarge(settings);
  return bytes;
}

function tooLarge({ file, limits }: SourceSettings): OpenDataError {
  return refuse('open-data/file-too-large', file, { expected: megabytes(limits.bytes) });
}

async function fetched(address: URL, settings: SourceSettings): Promise<Uint8Array> {
  const { file, signal } = settings;
  try {
    return await ofResponse(await fetch(address, signal === undefined ? {} : { signal }), settings);
  } catch (error) {
    // Servers that cannot be reached, and those that a browser may not read (CORS), are one TypeError.
    if (!(error instanceof TypeError)) throw error;
    throw refuse('open-data/cannot-fetch', file, { value: error.message });
  }
}

async function ofResponse(response: Response, settings: SourceSettings): Promise<Uint8Array> {
  if (!response.ok) {
    throw refuse('open-data/cannot-fetch', settings.file, { value: `HTTP ${response.status}` });
  }
  return response.body === null ? new Uint8Array() : collected(response.body, settings);
}

async function collected(
  stream: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>,
  settings: SourceSettings,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of Symbol.asyncIterator in stream ? stream : piecesOf(stream)) {
    settings.signal?.throwIfAborted();
    pieces.push(piece);
    length += piece.length;
    if (length > settings.limits.bytes) throw tooLarge(settings);
  }
  return joined(pieces, length);
}

/** Pieces in one stretch of memory. */
export function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
