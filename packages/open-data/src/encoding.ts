import { refusal } from './internal/finding.ts';
import { plausibility } from './internal/plausibility.ts';

/**
 * Character encodings these files come in, all of the WHATWG Encoding Standard. `cp932` is Microsoft's Shift_JIS,
 * the label `shift_jis` there.
 */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp932' | 'euc-jp' | 'iso-2022-jp';

/** Bytes whose separators stand as single ASCII bytes, and how to turn stretches of them into text. */
export interface Decoded {
  readonly encoding: Encoding;
  /** Whether the file began with a byte order mark. */
  readonly bom: boolean;
  /** Without byte order mark; UTF-16 and ISO-2022-JP are carried over to UTF-8. */
  readonly bytes: Uint8Array;
  readonly decode: (bytes: Uint8Array) => string;
}

const CHUNK = 1 << 18;
/** As many bytes as tell UTF-16 and the Japanese encodings apart. */
const SAMPLE = 1 << 16;
/** In UTF-16 every second byte of a comma, a digit or a line end is zero: at least one in a hundred of any table. */
const ZEROS_IN_UTF16 = 0.01;
/** What no file of text reaches that is not UTF-16. */
const ZEROS_IN_BINARY = 0.2;
/** What UTF-16 read the right way round reaches and binary data does not. */
const READABLE = 0.5;
/** How many characters of a damaged file may be undecodable before we say that we do not know its encoding. */
const DAMAGED_LETTERS = 3;
const DAMAGED_SHARE = 0.01;

/**
 * Finds the encoding: byte order mark, then strict UTF-8 (ISO-2022-JP by its escapes), then UTF-16 by its zero bytes,
 * then the more plausible of CP932 and EUC-JP.
 * @throws OpenDataError `open-data/unknown-encoding`, `open-data/not-text`
 */
export function decodeBytes(bytes: Uint8Array, file: string): Decoded {
  const [b0, b1, b2] = bytes;
  if (b0 === 0xef && b1 === 0xbb && b2 === 0xbf) return asIs('utf-8', true, bytes.subarray(3));
  if (b0 === 0xff && b1 === 0xfe) return carriedOver('utf-16le', true, bytes.subarray(2));
  if (b0 === 0xfe && b1 === 0xff) return carriedOver('utf-16be', true, bytes.subarray(2));
  const zeros = zeroShare(bytes.subarray(0, 4096));
  const order = zeros > ZEROS_IN_UTF16 ? utf16Order(bytes) : undefined;
  if (order !== undefined) return carriedOver(order, false, bytes);
  if (zeros < ZEROS_IN_BINARY && isValid(bytes, 'utf-8')) {
    const escapes = bytes.includes(0x1b) && isIso2022(bytes);
    return escapes ? carriedOver('iso-2022-jp', false, bytes) : asIs('utf-8', false, bytes);
  }
  if (zeros > ZEROS_IN_UTF16) throw refusal('open-data/not-text', file);
  const cp932 = score(bytes, 'cp932');
  const eucJp = score(bytes, 'euc-jp');
  if (Math.max(cp932, eucJp) !== -Infinity) {
    return asIs(eucJp > cp932 ? 'euc-jp' : 'cp932', false, bytes);
  }
  return leastDamaged(bytes, file);
}

const label = (encoding: Encoding): string => (encoding === 'cp932' ? 'shift_jis' : encoding);

function asIs(encoding: Encoding, bom: boolean, bytes: Uint8Array): Decoded {
  const decoder = new TextDecoder(label(encoding), { ignoreBOM: true });
  return { encoding, bom, bytes, decode: (part) => decoder.decode(part) };
}

function carriedOver(encoding: Encoding, bom: boolean, bytes: Uint8Array): Decoded {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { ...asIs('utf-8', bom, new TextEncoder().encode(text)), encoding };
}

function zeroShare(head: Uint8Array): number {
  let zeros = 0;
  for (const byte of head) if (byte === 0) zeros++;
  return zeros / Math.max(1, head.length);
}

/**
 * The byte order in which the text is readable. Where the zero bytes stand does not tell: 一 (U+4E00) and the wide
 * blank (U+3000) have theirs on the other side than a comma. `undefined` where neither way is readable.
 */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, SAMPLE);
  const le = plausibility(new TextDecoder('utf-16le').decode(head));
  const be = plausibility(new TextDecoder('utf-16be').decode(head));
  if (Math.max(le, be) < READABLE) return undefined;
  return be > le ? 'utf-16be' : 'utf-16le';
}

/** An escape to a Japanese set: `ESC $ @`, `ESC $ B` (RFC 1468). */
function isIso2022(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b);
  return bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x40 || bytes[at + 2] === 0x42);
}

function isValid(bytes: Uint8Array, encoding: Encoding): boolean {
  const decoder = new TextDecoder(label(encoding), { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** How much the beginning reads like a Japanese table; -Infinity where the bytes are not valid in that encoding. */
function score(bytes: Uint8Array, encoding: Encoding): number {
  if (!isValid(bytes, encoding)) return -Infinity;
  const head = bytes.subarray(firstBeyondAscii(bytes)).subarray(0, SAMPLE);
  return plausibility(new TextDecoder(label(encoding)).decode(head));
}

/** A long file may have its first Japanese letter late. */
function firstBeyondAscii(bytes: Uint8Array): number {
  return Math.max(
    0,
    bytes.findIndex((byte) => byte > 0x7f),
  );
}

/** A few broken bytes in an otherwise readable file become U+FFFD, which the cells' problems then name. */
function leastDamaged(bytes: Uint8Array, file: string): Decoded {
  const sample = bytes.subarray(0, 1 << 20);
  const candidates = (['utf-8', 'cp932', 'euc-jp'] as const).map((encoding) => {
    const text = new TextDecoder(label(encoding)).decode(sample);
    return { encoding, size: text.length, damage: text.match(/\ufffd/gu)?.length ?? 0 };
  });
  const best = candidates.reduce((one, other) => (other.damage < one.damage ? other : one));
  if (best.damage > Math.max(DAMAGED_LETTERS, best.size * DAMAGED_SHARE)) {
    throw refusal('open-data/unknown-encoding', file);
  }
  return asIs(best.encoding, false, bytes);
}
