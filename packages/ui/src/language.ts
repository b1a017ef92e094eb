/** A BCP 47 tag such as `ja` or `zh-Hans`. */
export type Language = string;

/** A text in several languages; Japanese is always there. */
export type Texts = { readonly ja: string } & { readonly [language: string]: string | undefined };

/** The text in `language`, else in Japanese, and which of the two it is: foreign text on a page carries its `lang`. */
export function textIn(
  texts: Texts,
  language: Language,
): { readonly text: string; readonly language: Language } {
  const text = Object.hasOwn(texts, language) ? texts[language] : undefined;
  return text === undefined ? { text: texts.ja, language: 'ja' } : { text, language };
}

/** The language the nearest ancestor declares with `lang`, across shadow roots; Japanese where none does. */
export function languageAround(element: Element): Language {
  const declared = element.closest('[lang]')?.getAttribute('lang');
  if (declared) return declared;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageAround(root.host) : 'ja';
}
