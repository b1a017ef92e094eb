import { decodeBytes } from '../../encoding.ts';
import { OpenDataError } from '../../error.ts';
import { refuse } from '../refuse.ts';

/** One file in a zip archive, as its central directory describes it (APPNOTE 4.3.12). */
export interface ZipEntry {
  /** As the archive writes it: never used as a path. */
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its local header stands in the archive. */
  readonly offset: number;
}

const END = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const FULL16 = 0xffff;
const FULL32 = 0xffffffff;

/**
 * The entries of an archive in the directory's order, zip64 included; folders are left out.
 * @param most how many entries are read before the archive is refused
 * @throws OpenDataError `open-data/broken-archive`, `open-data/archive-too-large`
 */
export function readDirectory(bytes: Uint8Array, file: string, most = 1e6): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return entriesOf(view, bytes, file, most);
  } catch (error) {
    // A pointer past the end is a RangeError of DataView.
    if (error instanceof RangeError) throw broken(file, 'zip');
    throw error;
  }
}

function broken(file: string, value: string): OpenDataError {
  return refuse('open-data/broken-archive', file, { value });
}

function entriesOf(view: DataView, bytes: Uint8Array, file: string, most: number): ZipEntry[] {
  const { count, start } = findEnd(view, file);
  if (count > most) {
    const detail = { value: String(count), expected: String(most) };
    throw refuse('open-data/archive-too-large', file, detail);
  }
  const entries: ZipEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== CENTRAL) throw broken(file, 'zip');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    if (name.length < nameLength) throw broken(file, 'zip');
    const entry = readEntry(view, at, decodeName(name), at + 46 + nameLength, extraLength);
    if (!entry.name.endsWith('/')) entries.push(entry);
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView, file: string): { count: number; start: number } {
  const lowest = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    const isLarge = count === FULL16 || start === FULL32;
    return (isLarge ? findEnd64(view, at) : undefined) ?? { count, start };
  }
  throw broken(file, 'zip');
}

function findEnd64(view: DataView, end: number): { count: number; start: number } | undefined {
  if (end < 20 || view.getUint32(end - 20, true) !== END64_LOCATOR) return undefined;
  const at = Number(view.getBigUint64(end - 12, true));
  if (view.getUint32(at, true) !== END64) return undefined;
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    start: Number(view.getBigUint64(at + 48, true)),
  };
}

function readEntry(
  view: DataView,
  at: number,
  name: string,
  extra: number,
  extraLength: number,
): ZipEntry {
  const sizes = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ];
  const large = sizes.includes(FULL32) ? findExtra(view, 1, extra, extraLength) : undefined;
  if (large !== undefined) {
    let next = large;
    for (const [index, size] of sizes.entries()) {
      if (size !== FULL32) continue;
      sizes[index] = Number(view.getBigUint64(next, true));
      next += 8;
    }
  }
  const [unpacked = 0, packed = 0, offset = 0] = sizes;
  return {
    name,
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    packed,
    unpacked,
    offset,
  };
}

/** Where the body of an extra field of one kind starts. */
function findExtra(view: DataView, kind: number, from: number, length: number): number | undefined {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === kind) return at + 4;
  }
  return undefined;
}

/** Windows writes names in CP932 and says nothing; others write UTF-8 and forget to say it. */
function decodeName(name: Uint8Array): string {
  try {
    const { decode, bytes } = decodeBytes(name, '');
    return decode(bytes);
  } catch (error) {
    if (error instanceof OpenDataError) return new TextDecoder('latin1').decode(name);
    throw error;
  }
}
