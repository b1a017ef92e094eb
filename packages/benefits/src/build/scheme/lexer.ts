import { halfWidth } from './fields.ts';
import { type Measure, measureOf } from './measure.ts';

/** A piece of a calculation; `at` counts characters from its start. */
export type Token = { readonly at: number; readonly text: string } & (
  | {
      readonly kind: 'number';
      readonly top: number;
      readonly bottom: number;
      readonly measure?: Measure;
    }
  | { readonly kind: 'name' | 'sign' | 'word' | 'odd' }
);

/** Words that compare, and stand behind a value. */
const COMPARING = ['以上', '以下', '未満', 'を超える', 'より大きい'];

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['×', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['〜', '~'],
  ['、', ','],
  ['（', '('],
  ['）', ')'],
]);

const UNITS = /^(?:円|歳|か月|ヶ月|カ月|月|人|回|日|年|番目|級|点|枚|冊|個|時間)/;

/** Reads a name up to the next sign, word that compares, or blank; a known name goes first, as long as it can be. */
export function tokenise(text: string, names: ReadonlySet<string>): Token[] {
  const plain = halfWidth(text).replace(/[×÷−〜、]/gu, (char) => SIGNS.get(char) ?? char);
  // A name without a letter would stand everywhere, and the text would never end.
  const longest = [...names].filter((name) => name !== '').sort((a, b) => b.length - a.length);
  const tokens: Token[] = [];
  let at = 0;
  while (at < plain.length) {
    const rest = plain.slice(at);
    if (/^\s/.test(rest)) {
      at++;
      continue;
    }
    const token = readNumber(rest, at) ?? readName(text.slice(at), rest, at, longest);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function readNumber(rest: string, at: number): Token | undefined {
  const match = /^(\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,15})(?:\.(\d{1,9}))?/.exec(rest);
  if (match === null) return undefined;
  const [digits, fraction = ''] = [(match[1] ?? '').replaceAll(',', ''), match[2]];
  let bottom = 10 ** fraction.length;
  let top = Number(digits) * bottom + Number(fraction === '' ? 0 : fraction);
  let length = match[0].length;
  for (const [word, factor, divisor] of SCALES) {
    if (!rest.startsWith(word, length)) continue;
    [top, bottom, length] = [top * factor, bottom * divisor, length + word.length];
    break;
  }
  const unit = UNITS.exec(rest.slice(length))?.[0] ?? '';
  const measure = measureOf(unit);
  length += unit.length;
  const common = gcd(top, bottom);
  return {
    kind: 'number',
    at,
    text: rest.slice(0, length),
    top: top / common,
    bottom: bottom / common,
    ...(measure && { measure }),
  };
}

const SCALES: readonly (readonly [string, number, number])[] = [
  ['億', 100_000_000, 1],
  ['万', 10_000, 1],
  ['%', 1, 100],
];

function gcd(a: number, b: number): number {
  return b === 0 ? Math.max(a, 1) : gcd(b, a % b);
}

function readName(original: string, rest: string, at: number, names: readonly string[]): Token {
  const known = names.find((name) => original.startsWith(name) || rest.startsWith(name));
  const word = COMPARING.find((one) => rest.startsWith(one));
  if (known !== undefined && known.length >= (word?.length ?? 0))
    return { kind: 'name', at, text: known };
  if (word !== undefined) return { kind: 'word', at, text: word };
  const [first = ''] = rest;
  if ('+-*/(),~'.includes(first)) return { kind: 'sign', at, text: first };
  let length = 0;
  while (length < rest.length && !ends(rest, length)) length++;
  return length === 0
    ? { kind: 'odd', at, text: first }
    : { kind: 'name', at, text: rest.slice(0, length) };
}

function ends(rest: string, at: number): boolean {
  return (
    /[\s+\-*/(),~=<>!"'&|;:]/.test(rest[at] ?? '') ||
    (at > 0 && COMPARING.some((word) => rest.startsWith(word, at)))
  );
}
