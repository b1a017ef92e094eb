import type { Localized } from '@yokoten/standard';

/** The languages the tools speak. What a page shows is another matter: its config says it. */
export type Language = 'ja' | 'en';

/**
 * The tools' language: what was asked for, else the system's, else Japanese.
 * A system that only says `C` or `POSIX` (a build server) says nothing about its reader.
 */
export function chooseLanguage(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  if (asked === 'ja' || asked === 'en') return asked;
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return system === '' || /^(ja|C|POSIX)(?![a-z])/i.test(system) ? 'ja' : 'en';
}

/** The text in this language; Japanese is always there. */
export function inLanguage(text: Localized, language: string): string {
  return text[language] ?? text.ja;
}
