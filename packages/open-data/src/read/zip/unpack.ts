import { piecesOf } from '../../internal/pieces.ts';
import { refuse } from '../refuse.ts';
import { joined } from '../source.ts';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './directory.ts';

const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * The content of an entry, piece by piece. It never gives more than the directory says, so that a small entry
 * that unpacks to gigabytes is refused at the first byte too many.
 * @throws OpenDataError `open-data/broken-archive`, `open-data/encrypted-file`
 */
export async function* unpack(
  archive: Uint8Array,
  entry: ZipEntry,
  file: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (entry.encrypted) throw refuse('open-data/encrypted-file', file);
  const broken = (): Error => refuse('open-data/broken-archive', file, { value: entry.name });
  const packed = packedBytes(archive, entry);
  if (packed === undefined || (entry.method !== STORED && entry.method !== DEFLATED)) {
    throw broken();
  }
  let length = 0;
  let crc = 0;
  try {
    for await (const piece of entry.method === STORED ? [packed] : inflate(packed)) {
      length += piece.length;
      if (length > entry.unpacked) throw broken();
      crc = crc32(crc, piece);
      yield piece;
    }
  } catch (error) {
    // What DecompressionStream throws at damaged data.
    if (error instanceof TypeError || isZlibError(error)) throw broken();
    throw error;
  }
  if (length !== entry.unpacked || crc !== entry.crc) throw broken();
}

/** The same in one piece. */
export async function unpackWhole(
  archive: Uint8Array,
  entry: ZipEntry,
  file: string,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of unpack(archive, entry, file)) {
    pieces.push(piece);
    length += piece.length;
  }
  return joined(pieces, length);
}

function packedBytes(archive: Uint8Array, { offset, packed }: ZipEntry): Uint8Array | undefined {
  if (offset + 30 > archive.length) return undefined;
  const view = new DataView(archive.buffer, archive.byteOffset + offset, 30);
  if (view.getUint32(0, true) !== LOCAL) return undefined;
  const start = offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  return start + packed > archive.length ? undefined : archive.subarray(start, start + packed);
}

/** A failure to write is a failure to read too, and is thrown there. */
function ignore(): void {}

async function* inflate(packed: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  writer.write(new Uint8Array(packed)).catch(ignore);
  writer.close().catch(ignore);
  yield* piecesOf(readable);
}

/** Node gives its zlib's own error in place of a TypeError. */
function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
