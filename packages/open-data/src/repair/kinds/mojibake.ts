import { bytesOfCp932 } from '../internal/cp932.ts';
import { plainKind, type CellKind } from '../kind.ts';

/** C1 controls, and what windows-1252 has in their place: no text of a municipality holds two of them. */
const AS_LATIN = /[\u0080-\u009f€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu;
/** UTF-8 of kana begins with the bytes E3 81–83, which CP932 reads as these; half-width kana are the bytes between. */
const AS_CP932 = /[縺繧繝]|[\u4e00-\u9fff][\uff61-\uff9f]/u;
const CONTROL = /[\u0080-\u009f]/u;
const HIGH = /[\u0080-\u00ff]/u;
const ASCII = /^[\t\n\r -~]*$/u;
const JAPANESE = /[ぁ-んァ-ヶ一-龠]/u;
/** What Japanese text has besides: full-width signs, digits and letters. */
const WIDE = /[　-〿ぁ-ヿ一-鿿！-～]/u;
/** Japanese text and nothing that only wrong bytes give. */
const CLEAN =
  /^[\t\n\r -~　-〿ぁ-ヿ㈀-㏿一-鿿！-～￠-￥豈-﫿Ⅰ-ↂ①-⓿←-⇿∀-⋿─-◿☀-♯×÷°±´¨¶§Α-Ωα-ωА-яё–—‐-―‘-”…‥※°′″℃№℡]*$/u;

const windows1252 = new Map<string, number>();

/** How a text came to be garbled. */
export type Route = 'latin' | 'cp932';

/**
 * Text that was read in the wrong encoding and saved like that, where the way back is exact: UTF-8 or CP932 bytes read
 * as Latin-1 or windows-1252, and UTF-8 bytes read as CP932. Every byte has to be there, and what comes out has to be
 * Japanese. Where the file has such cells, `routes` says how they came about, and cells that alone would prove nothing follow.
 */
export function mojibake(routes: ReadonlySet<Route>): CellKind {
  return plainKind('open-data/mojibake', (text) => {
    const after = ungarbled(text, 'latin', routes) ?? ungarbled(text, 'cp932', routes);
    return after === undefined ? undefined : { after, confidence: 1 };
  });
}

/** The routes by which some of the texts were garbled beyond doubt. */
export function routesOf(texts: Iterable<string>): Set<Route> {
  const routes = new Set<Route>();
  for (const text of texts) {
    for (const route of ['latin', 'cp932'] as const) {
      if (!routes.has(route) && ungarbled(text, route, NONE) !== undefined) routes.add(route);
    }
  }
  return routes;
}

const NONE: ReadonlySet<Route> = new Set();

function ungarbled(text: string, route: Route, routes: ReadonlySet<Route>): string | undefined {
  const known = routes.has(route);
  if (route === 'cp932') {
    if (known ? ASCII.test(text) : !AS_CP932.test(text)) return undefined;
    const bytes = bytesOfCp932(text);
    return bytes === undefined ? undefined : restored(bytes, ['utf-8'], known);
  }
  const odd = text.match(AS_LATIN)?.length ?? 0;
  if (known ? !HIGH.test(text) : odd === 0) return undefined;
  const bytes = bytesOfLatin(text);
  if (bytes === undefined) return undefined;
  // Without a control character it can be a text with curly quotes or dashes: most of it has to be wrong then.
  const sure = known || CONTROL.test(text) || (odd > 1 && highShare(bytes) >= 0.5);
  return sure ? restored(bytes, ['utf-8', 'shift_jis'], known) : undefined;
}

function restored(
  bytes: Uint8Array,
  encodings: readonly string[],
  known: boolean,
): string | undefined {
  const wanted = known ? WIDE : JAPANESE;
  for (const encoding of encodings) {
    const after = decode(bytes, encoding);
    if (after !== undefined && wanted.test(after) && CLEAN.test(after)) return after;
  }
  return undefined;
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // These bytes are no text in that encoding: the next one, or none, is right.
  }
}

function highShare(bytes: Uint8Array): number {
  return bytes.filter((byte) => byte >= 0x80).length / bytes.length;
}

/** The bytes that Latin-1 or windows-1252 shows as this text. */
function bytesOfLatin(text: string): Uint8Array | undefined {
  if (windows1252.size === 0) {
    const bytes = Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at);
    for (const [at, letter] of Array.from(
      new TextDecoder('windows-1252').decode(bytes),
    ).entries()) {
      windows1252.set(letter, 0x80 + at);
    }
  }
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const byte = unit < 0x100 ? unit : windows1252.get(text.charAt(at));
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return bytes;
}
