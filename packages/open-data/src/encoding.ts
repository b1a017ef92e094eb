import { refusal } from './internal/finding.ts';

/** Character encodings these files come in. `cp932` is Microsoft's Shift_JIS, the WHATWG label `shift_jis`. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp932' | 'euc-jp';

/** Bytes whose separators stand as single ASCII bytes, and how to turn stretches of them into text. */
export interface Decoded {
  readonly encoding: Encoding;
  /** Whether the file began with a byte order mark. */
  readonly bom: boolean;
  /** Without byte order mark; UTF-16 is carried over to UTF-8. */
  readonly bytes: Uint8Array;
  readonly decode: (bytes: Uint8Array) => string;
}

const CHUNK = 1 << 18;
/**
 * In UTF-16 every second byte of a comma, a digit or a line end is zero, always on the same side: half the bytes of an
 * English file, which is valid UTF-8 too, and at least one in a hundred of a Japanese one, which is not.
 */
const ZEROS_IN_ASCII = 0.2;
const ZEROS_IN_JAPANESE = 0.01;
/** How many characters of a damaged file may be undecodable before we say that we do not know its encoding. */
const DAMAGED_LETTERS = 3;
const DAMAGED_SHARE = 0.01;

/**
 * Finds the encoding: byte order mark, then strict UTF-8, then the more plausible of CP932 and EUC-JP.
 * @throws OpenDataError `open-data/unknown-encoding`, `open-data/not-text`
 */
export function decodeBytes(bytes: Uint8Array, file: string): Decoded {
  const [b0, b1, b2] = bytes;
  if (b0 === 0xef && b1 === 0xbb && b2 === 0xbf) return asIs('utf-8', true, bytes.subarray(3));
  if (b0 === 0xff && b1 === 0xfe) return fromUtf16('utf-16le', true, bytes.subarray(2));
  if (b0 === 0xfe && b1 === 0xff) return fromUtf16('utf-16be', true, bytes.subarray(2));
  const { even, odd, share } = zeroBytes(bytes.subarray(0, 4096));
  if (share < ZEROS_IN_ASCII && oddness(bytes, 'utf-8') !== Infinity)
    return asIs('utf-8', false, bytes);
  if (share > ZEROS_IN_JAPANESE) {
    if (even === 0) return fromUtf16('utf-16le', false, bytes);
    if (odd === 0) return fromUtf16('utf-16be', false, bytes);
    throw refusal('open-data/not-text', file);
  }
  const cp932 = oddness(bytes, 'cp932');
  const eucJp = oddness(bytes, 'euc-jp');
  if (Math.min(cp932, eucJp) !== Infinity) {
    return asIs(eucJp < cp932 ? 'euc-jp' : 'cp932', false, bytes);
  }
  return leastDamaged(bytes, file);
}

const label = (encoding: Encoding): string => (encoding === 'cp932' ? 'shift_jis' : encoding);

function asIs(encoding: Encoding, bom: boolean, bytes: Uint8Array): Decoded {
  const decoder = new TextDecoder(label(encoding), { ignoreBOM: true });
  return { encoding, bom, bytes, decode: (part) => decoder.decode(part) };
}

function fromUtf16(encoding: Encoding, bom: boolean, bytes: Uint8Array): Decoded {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { ...asIs('utf-8', bom, new TextEncoder().encode(text)), encoding };
}

function zeroBytes(head: Uint8Array): { even: number; odd: number; share: number } {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  return { even, odd, share: (even + odd) / Math.max(1, head.length) };
}

/**
 * Share of letters a Japanese table seldom holds: half-width kana and private use.
 * Infinity where the bytes are not valid in that encoding.
 */
function oddness(bytes: Uint8Array, encoding: Encoding): number {
  const decoder = new TextDecoder(label(encoding), { fatal: true });
  let odd = 0;
  let beyondAscii = 1;
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      const text = decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
      if (encoding === 'utf-8') continue;
      odd += text.match(/[\uff61-\uff9f\ue000-\uf8ff]/gu)?.length ?? 0;
      beyondAscii += text.match(/[^\0-\x7f]/gu)?.length ?? 0;
    }
    decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) return Infinity;
    throw error;
  }
  return odd / beyondAscii;
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
