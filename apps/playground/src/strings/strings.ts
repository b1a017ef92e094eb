import type { PageLanguage } from '../protocol.ts';
import { en } from './en.ts';
import { ja, type Words } from './ja.ts';

export type { Words } from './ja.ts';

const words: Readonly<Record<PageLanguage, Words>> = { ja, en };

/** The page's words in a language. */
export function wordsOf(language: PageLanguage): Words {
  return words[language];
}

/** What a text that comes in both languages says. */
export function inLanguage(
  text: { readonly ja: string; readonly en?: string | undefined },
  language: PageLanguage,
): string {
  return language === 'en' ? (text.en ?? text.ja) : text.ja;
}
