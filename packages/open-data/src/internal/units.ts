import type { Encoding } from '../encoding.ts';

/** How characters beyond ASCII are built from bytes. In none of these encodings is a separator part of one. */
export interface Units {
  readonly encoding: Encoding;
  readonly utf8: boolean;
  /** One entry per byte: whether it begins a character of several bytes. */
  readonly wide: Uint8Array;
  /**
   * One entry per first two bytes: how many bytes the character has (of three, the last is still to be looked at), or
   * 0 where the pair is damaged, a C1 control, longer or not looked up yet.
   */
  readonly pairs: Uint8Array;
  /** The length of the character at `at` where `pairs` holds 0; 0 where it is damaged or a C1 control. */
  readonly slowLength: (bytes: Uint8Array, at: number) => number;
  readonly decode: (bytes: Uint8Array) => string;
}

/** Takes over another encoding, which is right only as long as no character beyond ASCII was met. */
export function turnInto(units: Units, other: Units): void {
  Object.assign(units, other);
}

/** Other encodings have become UTF-8 before bytes are looked at. */
export function unitsOf(encoding: Encoding, decode: (bytes: Uint8Array) => string): Units {
  return encoding === 'cp932' || encoding === 'euc-jp'
    ? doubleByte(encoding, decode)
    : utf8Units(decode);
}

function utf8Units(decode: (bytes: Uint8Array) => string): Units {
  const wide = new Uint8Array(256).fill(1, 0x80);
  const pairs = new Uint8Array(1 << 16);
  const allow = (first: number, low: number, high: number, length: number): void => {
    pairs.fill(length, (first << 8) | low, ((first << 8) | high) + 1);
  };
  for (let first = 0xc2; first <= 0xdf; first++)
    allow(first, first === 0xc2 ? 0xa0 : 0x80, 0xbf, 2);
  for (let first = 0xe0; first <= 0xef; first++) {
    // Overlong forms, surrogates, and what ends in U+FFFD are left to `slowLength`.
    allow(
      first,
      first === 0xe0 ? 0xa0 : 0x80,
      first === 0xed ? 0x9f : first === 0xef ? 0xbe : 0xbf,
      3,
    );
  }
  return {
    encoding: 'utf-8',
    utf8: true,
    wide,
    pairs,
    decode,
    slowLength: (bytes, at) => undamaged(decode, bytes, at, [3, 4]),
  };
}

function doubleByte(encoding: 'cp932' | 'euc-jp', decode: (bytes: Uint8Array) => string): Units {
  const wide = new Uint8Array(256).fill(1, 0x80);
  // Half-width katakana, one byte each.
  if (encoding === 'cp932') wide.fill(0, 0xa1, 0xe0);
  const pairs = new Uint8Array(1 << 16);
  const slowLength = (bytes: Uint8Array, at: number): number => {
    const length = undamaged(decode, bytes, at, encoding === 'cp932' ? [2] : [2, 3]);
    if (length === 2) pairs[((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)] = 2;
    return length;
  };
  return { encoding, utf8: false, wide, pairs, decode, slowLength };
}

/** The first of the lengths at which the bytes are exactly one sound character. */
function undamaged(
  decode: (bytes: Uint8Array) => string,
  bytes: Uint8Array,
  at: number,
  lengths: readonly number[],
): number {
  for (const length of lengths) {
    const text = decode(bytes.subarray(at, at + length));
    const code = text.codePointAt(0) ?? 0xfffd;
    const single = text.length === (code > 0xffff ? 2 : 1);
    if (single && code > 0x9f && code !== 0xfffd) return length;
  }
  return 0;
}
