import type { RequestFacts } from './catalogue-error.ts';

/** A sentence in both languages; words in braces come from the facts. */
export type Sentence = readonly [ja: string, en: string];

/** A sentence with its facts; what comes from elsewhere is one line of at most 300 characters. */
export function fill(sentence: string, facts: RequestFacts): string {
  return sentence.replace(
    /\{(url|value|expected|count|seconds)\}/gu,
    (_, key: keyof RequestFacts) =>
      String(facts[key] ?? '')
        .slice(0, 300)
        .replace(/\s+/gu, ' '),
  );
}
