import type { Findings } from '../finding.ts';
import { Fields } from './fields.ts';
import { named } from './read-names.ts';
import { asText, items, type MapNode, type TextNode, type Tree } from './tree.ts';

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

/**
 * A file with 「言語」: Japanese on the left, the same in the other language on the right; with a list of languages, in each of them
 * by its tag.
 */
export function readTranslation(map: MapNode, findings: Findings): Translation[] {
  const fields = new Fields(map, ['言語', '確認済み', '訳'], '翻訳', findings);
  const tree = fields.needed('言語', 'en');
  const languages = items(tree).flatMap((one) => languageOf(one, findings) ?? []);
  const entries = named(fields.needed('訳', '{児童手当: Child Allowance}'), findings);
  const reviewed = fields.flag('確認済み') ?? false;
  const tags = languages.map(({ value }) => value);
  const rows = entries.map(({ key, value }) => ({
    key,
    word:
      tree?.kind === 'list' ? wordsIn(key, value, tags, findings) : () => asText(value, findings),
  }));
  return tags.map((language): Translation => {
    const pairs = rows.flatMap(({ key, word }): [TextNode, TextNode][] => {
      const text = word(language);
      return text === undefined || text.value === '' ? [] : [[key, text]];
    });
    return {
      file: map.place.file,
      language,
      reviewed,
      words: new Map(pairs.map(([key, value]) => [key.value, value])),
      keys: pairs.map(([key]) => key),
    };
  });
}

/** The words of one text in several languages, by tag. */
function wordsIn(
  { value: text }: TextNode,
  tree: Tree,
  tags: readonly string[],
  findings: Findings,
): (tag: string) => TextNode | undefined {
  const fields = Fields.read(tree, tags, `訳「${text.slice(0, 40)}」`, findings);
  return (tag) => fields?.text(tag);
}

function languageOf(tree: Tree, findings: Findings): TextNode | undefined {
  const language = asText(tree, findings);
  if (language === undefined || language.value === '') return undefined;
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language.value))
    findings.error(
      'benefits/bad-value',
      language.place,
      `「言語」に「${language.value}」とあります。en、zh-Hans、ja-simpleのように書いてください。`,
      `言語 is "${language.value}". Write a language tag like en, zh-Hans or ja-simple.`,
    );
  return language;
}
