import type { Localized } from './units.ts';

/** What an error says, in Japanese and English: what was got, what was expected, what to do next. */
export type Sentences = Localized & { readonly en: string };

/** What an error is about, as its sentences need it. */
export type Facts = readonly (string | number)[];

const known = new Map<string, Sentences>();

/**
 * Makes errors of these keys say what they mean, also those that were thrown before. A module of sentences calls it once.
 * @param sentences by key; `{0}` stands for an error's first fact
 */
export function tellErrors(sentences: Readonly<Record<string, Sentences>>): void {
  for (const [key, told] of Object.entries(sentences)) known.set(key, told);
}

/**
 * An error whose sentences may be loaded later than what throws it. Until then its code and its facts are all it says.
 * @typeParam Code every code of the package that throws it
 */
export class LateError<Code extends string> extends Error {
  /** Stable, `package/kebab-name`; has a page in docs/errors. */
  readonly code: Code;
  protected readonly key: Code | `${Code}#${string}`;
  protected readonly given: Sentences | Facts;

  /**
   * @param key the code; behind `#` which of its sentences, where it has several
   * @param given the sentences themselves, or facts for those of `tellErrors`
   */
  constructor(
    key: Code | `${Code}#${string}`,
    given: Sentences | Facts,
    options?: { readonly cause?: unknown },
  ) {
    super(said(key, given).en, options);
    this.code = codeOf(key) as Code;
    this.key = key;
    this.given = given;
  }

  /** What was got, what was expected, what to do next. */
  get text(): Sentences {
    return said(this.key, this.given);
  }
}

function codeOf(key: string): string {
  return key.split('#')[0] ?? key;
}

function said(key: string, given: Sentences | Facts): Sentences {
  if ('en' in given) return given;
  const told = known.get(key);
  const fill = (text: string): string =>
    text.replaceAll(/\{(\d)\}/g, (_, at) => String(given[Number(at)] ?? ''));
  if (told !== undefined) return { ja: fill(told.ja), en: fill(told.en) };
  const plain = [`${codeOf(key)}:`, ...given].join(' ');
  return { ja: plain, en: plain };
}
