import { decodeBytes, type Encoding } from '../encoding.ts';
import { OpenDataError } from '../error.ts';
import { readTable, type Table } from '../table.ts';
import type { ByteReader } from './byte-source.ts';

const LF = 0x0a;
const CR = 0x0d;
const FIRST_LOOK = 1 << 16;
/** A header stands above the first fifty records, and their cells help to understand it. */
const ENOUGH_ROWS = 100;
/** So far we look for these rows, and so far for a header below blank rows. */
const LAST_LOOK_FOR_ROWS = 1 << 20;
const LAST_LOOK = 1 << 24;

/** The beginning of a file, read as a table: it tells the encoding, the separator, the header and what its columns mean. */
export interface FileHead {
  readonly table: Table;
  /** The bytes `table` was read from, whole records of them. */
  readonly bytes: Uint8Array;
  /** Whether that is the whole file. */
  readonly whole: boolean;
}

/** @throws OpenDataError as `readTable` does */
export async function readHead(reader: ByteReader, file: string): Promise<FileHead> {
  for (let size = FIRST_LOOK; ; size *= 4) {
    const ahead = await reader.peek(size);
    const whole = reader.ended && ahead.length <= size;
    // A source may hand over more than was asked for, up to all it has.
    const asked = ahead.subarray(0, size);
    const bytes = whole ? ahead : asked.subarray(0, lastLineEnd(asked));
    try {
      const table = readTable(bytes, { file });
      if (whole) return { table, bytes, whole };
      const text = table.kind === 'json' || table.kind === 'geojson';
      if (text) size = Infinity;
      else if (table.rows.length >= ENOUGH_ROWS || size >= LAST_LOOK_FOR_ROWS)
        return { table, bytes, whole };
    } catch (error) {
      if (whole || !(error instanceof OpenDataError)) throw error;
      if (error.code === 'open-data/broken-json') size = Infinity;
      else if (!mayChange(error.code) || size >= LAST_LOOK) throw error;
    }
  }
}

/** Whether more of the file can make it readable. */
function mayChange(code: string): boolean {
  return code === 'open-data/empty-file' || code === 'open-data/no-header';
}

/** Behind the last record that is surely whole; in UTF-16 a line end has a second byte. */
function lastLineEnd(bytes: Uint8Array): number {
  const at = Math.max(bytes.lastIndexOf(LF), bytes.subarray(0, -2).lastIndexOf(CR));
  const end = at + 1;
  return end % 2 === 1 && bytes[end] === 0 ? end + 1 : end;
}

/** The encoding of the first bytes beyond ASCII, where a file begins with nothing but ASCII. */
export function lateEncoding(bytes: Uint8Array, final: boolean): Encoding {
  const end = final ? bytes.length : lastLineEnd(bytes);
  try {
    return decodeBytes(bytes.subarray(0, end === 0 ? bytes.length : end), '').encoding;
  } catch (error) {
    if (error instanceof OpenDataError) return 'utf-8';
    throw error;
  }
}

export function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}
