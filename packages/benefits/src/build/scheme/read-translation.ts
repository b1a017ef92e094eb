import type { Findings } from '../finding.ts';
import { Fields } from './fields.ts';
import { named } from './read-names.ts';
import { asText, type MapNode, type TextNode } from './tree.ts';

/** Words of one language, by the Japanese they stand for. */
export interface Translation {
  readonly file: string;
  /** BCP 47; やさしい日本語 is `ja-simple`. */
  readonly language: string;
  /** Whether somebody who speaks the language has read all of it. */
  readonly reviewed: boolean;
  readonly words: ReadonlyMap<string, TextNode>;
  /** The Japanese keys with their places. */
  readonly keys: readonly TextNode[];
}

/** A file with 「言語」: Japanese on the left, the same in the other language on the right. */
export function readTranslation(map: MapNode, findings: Findings): Translation[] {
  const fields = new Fields(map, ['言語', '確認済み', '訳'], '翻訳', findings);
  const language = fields.neededText('言語', 'en');
  if (language === undefined) return [];
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language.value))
    findings.error(
      'benefits/bad-value',
      language.place,
      `「言語」に「${language.value}」とあります。en、zh-Hans、ja-simpleのように書いてください。`,
      `言語 is "${language.value}". Write a language tag like en, zh-Hans or ja-simple.`,
    );
  const entries = named(fields.needed('訳', '{児童手当: Child Allowance}'), findings);
  const pairs = entries.flatMap(({ key, value }): [TextNode, TextNode][] => {
    const text = asText(value, findings);
    return text === undefined || text.value === '' ? [] : [[key, text]];
  });
  return [
    {
      file: map.place.file,
      language: language.value,
      reviewed: fields.flag('確認済み') ?? false,
      words: new Map(pairs.map(([key, value]) => [key.value, value])),
      keys: pairs.map(([key]) => key),
    },
  ];
}
