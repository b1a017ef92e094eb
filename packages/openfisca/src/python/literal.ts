/** A Python number: `1_000`, `0x1F`, `1.5e3`. Complex numbers are not read. */
export function readNumber(text: string): { value: number; float: boolean } | undefined {
  const plain = text.replaceAll('_', '').toLowerCase();
  if (/^0[xob]/.test(plain)) return { value: Number(plain), float: false };
  if (/^\d+$/.test(plain)) return { value: Number(plain), float: false };
  const value = Number(plain);
  return Number.isNaN(value) ? undefined : { value, float: true };
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};

/** A Python string literal with its prefix and quotes; `undefined` for bytes. */
export function readString(text: string): string | undefined {
  const match = /^([a-zA-Z]*)('''|"""|'|")/.exec(text);
  if (match === null) return undefined;
  const [opening, prefix = '', quotes = ''] = match;
  if (/b/i.test(prefix)) return undefined;
  const inner = text.slice(opening.length, text.length - quotes.length);
  return /r/i.test(prefix) ? inner : unescapeText(inner);
}

/** The text between quotes with its escapes resolved. */
export function unescapeText(inner: string): string {
  return inner.replaceAll(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g,
    (whole: string, x?: string, u?: string, long?: string, one?: string) => {
      const hex = x ?? u ?? long;
      if (hex !== undefined) {
        const point = Number.parseInt(hex, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
      }
      return one !== undefined && Object.hasOwn(ESCAPES, one) ? (ESCAPES[one] ?? whole) : whole;
    },
  );
}
