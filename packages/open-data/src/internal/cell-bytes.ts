import type { RecordScanner } from './records.ts';
import type { Units } from './units.ts';

const SPACE = 0x20;
const QUOTE = 0x22;

/** Whether a cell holds nothing but blanks, as `trim` understands them. Text is made only where bytes leave a doubt. */
export function isBlank(bytes: Uint8Array, from: number, to: number, units: Units): boolean {
  if (from === to) return true;
  return (
    mayBeBlank(bytes, from, units.utf8) && units.decode(bytes.subarray(from, to)).trim() === ''
  );
}

/** Where a cell begins and ends once the blanks around it are taken away. */
export function trimmed(
  bytes: Uint8Array,
  from: number,
  to: number,
  units: Units,
): readonly [from: number, to: number] {
  const sure = from < to && !mayBeBlank(bytes, from, units.utf8) && !mayEndBlank(bytes, from, to);
  if (from === to || sure) return [from, to];
  const text = units.decode(bytes.subarray(from, to));
  const inner = text.trim();
  if (inner === '') return [from, from];
  const before = text.slice(0, text.indexOf(inner));
  const behind = text.slice(before.length + inner.length);
  return [from + sizeOf(before, units.utf8), to - sizeOf(behind, units.utf8)];
}

/**
 * Writes the text of a cell as bytes to the beginning of `plain` where its borders alone do not give it: quotes doubled once,
 * the closing one left out. Tells how many bytes that are.
 */
export function plainBytes(
  plain: Uint8Array,
  bytes: Uint8Array,
  [from, close, to]: readonly [from: number, close: number, to: number],
): number {
  let size = 0;
  for (let at = from; at < close; at++) {
    plain[size++] = bytes[at] ?? 0;
    if (bytes[at] === QUOTE) at++;
  }
  for (let at = close + 1; at < to; at++) plain[size++] = bytes[at] ?? 0;
  return size;
}

/** The borders of one cell, as they are where no text has to be put together. */
export function cellRange(
  { bounds, count }: RecordScanner,
  index: number,
): readonly [from: number, to: number] {
  return index < count ? [bounds[2 * index] ?? 0, bounds[2 * index + 1] ?? 0] : [0, 0];
}

/**
 * Whether a blank may stand at `at`. In UTF-8 those beyond ASCII are C2 A0, E1 9A 80, E2 80 and E2 81, E3 80 80 and EF BB BF;
 * in CP932 there is 81 40, in EUC-JP A1 A1.
 */
export function mayBeBlank(bytes: Uint8Array, at: number, utf8: boolean): boolean {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return first <= SPACE;
  if (!utf8) return first === 0x81 || first === 0xa1;
  if (first === 0xe3) return bytes[at + 1] === 0x80 && bytes[at + 2] === 0x80;
  const second = bytes[at + 1] ?? 0;
  if (first === 0xe2) return second === 0x80 || second === 0x81;
  return (
    (first === 0xc2 && second === 0xa0) ||
    (first === 0xe1 && second === 0x9a) ||
    (first === 0xef && second === 0xbb)
  );
}

function mayEndBlank(bytes: Uint8Array, from: number, to: number): boolean {
  const last = bytes[to - 1] ?? 0;
  if (last <= 0x20) return true;
  if (to - from < 2 || (last < 0x80 && last !== 0x40)) return false;
  const third = to - from < 3 ? 0 : bytes[to - 3];
  const second = bytes[to - 2];
  if (second === 0xc2 || second === 0x81 || second === 0xa1) return true;
  if (third === 0xe3) return second === 0x80;
  return third === 0xe1 || third === 0xe2 || third === 0xef;
}

/** Blanks beyond ASCII have two bytes in the double-byte encodings. */
function sizeOf(blanks: string, utf8: boolean): number {
  if (utf8) return new TextEncoder().encode(blanks).length;
  return Array.from(blanks).reduce((size, blank) => size + (blank < '\x80' ? 1 : 2), 0);
}
