/** What `Intl` has no name for. */
const NAMES: Readonly<Record<string, string>> = { 'ja-simple': 'やさしい日本語' };

/** A language as its speakers write it; a text that is no language tag stays as it is. */
export function ownName(language: string): string {
  if (Object.hasOwn(NAMES, language)) return NAMES[language] ?? language;
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  } catch {
    return language; // not a language tag
  }
}
