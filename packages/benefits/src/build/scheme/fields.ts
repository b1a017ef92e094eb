import { parseIsoDate } from '@yokoten/rules';
import { nearest } from '@yokoten/standard/nearest';
import type { Findings, Place } from '../finding.ts';
import {
  asMap,
  asText,
  type Entry,
  items,
  type MapNode,
  type TextNode,
  type Tree,
} from './tree.ts';

/** From which day to which, `YYYY-MM-DD`; both included, both optional. */
export interface Dates {
  readonly from?: string;
  readonly to?: string;
}

/** The keys of one place in a file, checked against those that have a meaning there. */
export class Fields {
  readonly place: Place;
  readonly findings: Findings;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #at: string;

  /** @param at what the place is called in messages, 「質問」 */
  constructor(map: MapNode, known: readonly string[], at: string, findings: Findings) {
    this.place = map.place;
    this.findings = findings;
    this.#at = at;
    this.#entries = new Map(map.entries.map((entry) => [entry.key.value, entry]));
    for (const { key } of map.entries) if (!known.includes(key.value)) unknownKey(key, known, this);
  }

  /** The keys of a place that must hold keys with values. */
  static read(
    tree: Tree,
    known: readonly string[],
    at: string,
    findings: Findings,
  ): Fields | undefined {
    const map = asMap(tree, findings);
    return map === undefined ? undefined : new Fields(map, known, at, findings);
  }

  get at(): string {
    return this.#at;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  tree(key: string): Tree | undefined {
    return this.#entries.get(key)?.value;
  }

  /** What stands behind a key; an error where there is nothing. */
  needed(key: string, example: string): Tree | undefined {
    const found = this.tree(key);
    if (found !== undefined && !(found.kind === 'text' && found.value === '')) return found;
    return this.findings.error(
      'benefits/missing-key',
      this.place,
      `${this.#at}に「${key}」がありません。「${key}: ${example}」のように書いてください。`,
      `The key ${key} is missing in ${this.#at}. Write it like ${key}: ${example}`,
    );
  }

  text(key: string): TextNode | undefined {
    const tree = this.tree(key);
    return tree === undefined ? undefined : asText(tree, this.findings);
  }

  neededText(key: string, example: string): TextNode | undefined {
    const tree = this.needed(key, example);
    return tree === undefined ? undefined : asText(tree, this.findings);
  }

  /** One text or a list of texts. */
  texts(key: string): readonly TextNode[] {
    return items(this.tree(key)).flatMap((item) => asText(item, this.findings) ?? []);
  }

  /** One of the words that have a meaning here. */
  choice<T>(key: string, words: ReadonlyMap<string, T>): T | undefined {
    const text = this.text(key);
    return text === undefined ? undefined : choose(text, words, key, this.findings);
  }

  flag(key: string): boolean | undefined {
    return this.choice(key, YES_NO);
  }

  date(key: string): string | undefined {
    const text = this.text(key);
    return text === undefined ? undefined : readDate(text, this.findings);
  }

  whole(key: string): number | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const number = plainNumber(text.value);
    if (number !== undefined && Number.isInteger(number)) return number;
    return this.findings.error(
      'benefits/bad-value',
      text.place,
      `「${key}」に「${text.value}」とあります。整数で書いてください。`,
      `${key} is "${text.value}". Write a whole number.`,
    );
  }

  /** 「から」 and 「まで」. */
  dates(): Dates {
    const [from, to] = [this.date('から'), this.date('まで')];
    if (from !== undefined && to !== undefined && to < from)
      this.findings.error(
        'benefits/date-unreadable',
        this.tree('まで')?.place ?? this.place,
        `「まで」（${to}）が「から」（${from}）より前です。日付を確かめてください。`,
        `It ends on ${to}, before it begins on ${from}. Check the dates.`,
      );
    return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  }
}

/** はい and いいえ. */
export const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['はい', true],
  ['いいえ', false],
]);

/** The meaning of a word, or an error that names the words there are. */
export function choose<T>(
  text: TextNode,
  words: ReadonlyMap<string, T>,
  key: string,
  findings: Findings,
): T | undefined {
  const found = words.get(text.value);
  if (found !== undefined) return found;
  const all = [...words.keys()];
  return findings.error(
    'benefits/bad-value',
    text.place,
    `「${key}」に「${text.value}」とあります。${all.join('、')}のどれかを書いてください。${didYouMean(text.value, all).ja}`,
    `${key} is "${text.value}". Expected one of ${all.join(', ')}.${didYouMean(text.value, all).en}`,
  );
}

/** A sentence with the nearest word, or nothing. */
export function didYouMean(word: string, words: Iterable<string>): { ja: string; en: string } {
  const all = [...words];
  const guess = nearest(word, all) ?? mostAlike(word, all);
  return guess === undefined
    ? { ja: '', en: '' }
    : { ja: `「${guess}」ではありませんか。`, en: ` Did you mean ${guess}?` };
}

/** Of short Japanese words, 「条けん」 for 「条件」, the one with the most characters in common: two fifths at least. */
function mostAlike(word: string, words: readonly string[]): string | undefined {
  const share = (other: string): number => {
    const common = [...new Set(word)].filter((char) => other.includes(char)).length;
    return (2 * common) / (word.length + other.length);
  };
  const [best] = words.toSorted((a, b) => share(b) - share(a));
  return best !== undefined && share(best) >= 0.4 ? best : undefined;
}

/** `YYYY-MM-DD`, or an error. */
export function readDate(text: TextNode, findings: Findings): string | undefined {
  if (parseIsoDate(text.value) !== undefined) return text.value;
  return findings.error(
    'benefits/date-unreadable',
    text.place,
    `「${text.value}」は日付として読めません。2024-10-01のように書いてください。`,
    `"${text.value}" is no date. Write it like 2024-10-01.`,
  );
}

/** Full-width signs of ASCII as the half-width ones; the length stays. */
export function halfWidth(text: string): string {
  return text.replace(/[！-～]/gu, (char) =>
    String.fromCodePoint((char.codePointAt(0) ?? 0) - 0xfe_e0),
  );
}

/** A number without a calculation: `15,000円`, `622万`, `3人`. */
export function plainNumber(text: string): number | undefined {
  const match =
    /^(-?\d[\d,]{0,20}(?:\.\d{1,10})?)(万)?(?:円|人|回|歳|か月|年|日|枚|冊|個|時間)?$/.exec(
      halfWidth(text),
    );
  if (match === null) return undefined;
  const number = Number((match[1] ?? '').replaceAll(',', ''));
  return match[2] === undefined ? number : Math.round(number * 10_000);
}

function unknownKey({ value, place }: TextNode, known: readonly string[], fields: Fields): void {
  const guess = didYouMean(value, known);
  fields.findings.error(
    'benefits/unknown-key',
    place,
    `${fields.at}に「${value}」という項目はありません。${guess.ja === '' ? `使えるのは${known.join('、')}です。` : guess.ja}`,
    `There is no key ${value} in ${fields.at}.${guess.en === '' ? ` The keys are ${known.join(', ')}.` : guess.en}`,
  );
}
