/** A BCP 47 tag such as `ja` or `zh-Hans`. */
export type Language = string;

/** A text in several languages; Japanese is always there. */
export type Texts = { readonly ja: string } & { readonly [language: string]: string | undefined };

/**
 * A language, the same in the script it is usually written in, and the language it is a variety of: `zh-TW`, then `zh-Hant`, then
 * `zh`. The order in which a reader is served.
 */
export function languageChain(language: Language): readonly Language[] {
  const [base = language] = language.split('-', 1);
  const script = scriptOf(language);
  return [...new Set([language, ...(script === undefined ? [] : [`${base}-${script}`]), base])];
}

/** The script a language is likely written in (CLDR, likely subtags). */
function scriptOf(language: Language): string | undefined {
  try {
    return new Intl.Locale(language).maximize().script;
  } catch {
    return undefined; // not a language tag
  }
}

/**
 * The text in `language` (or in the language it is a variety of), else in Japanese, and which it is: foreign text on
 * a page carries its `lang`. An empty text counts as absent.
 */
export function textIn(
  texts: Texts,
  language: Language,
): { readonly text: string; readonly language: Language } {
  for (const tag of languageChain(language)) {
    const text = Object.hasOwn(texts, tag) ? texts[tag] : undefined;
    if (text) return { text, language: tag };
  }
  return { text: texts.ja, language: 'ja' };
}

/** The language the nearest ancestor declares with `lang`, across shadow roots; Japanese where none does. */
export function languageAround(element: Element): Language {
  const declared = element.closest('[lang]:not([lang=""])')?.getAttribute('lang');
  if (declared) return declared;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageAround(root.host) : 'ja';
}

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/**
 * Calls back after a `lang` attribute of the document changed; those inside shadow roots are not seen.
 * One observer serves all elements.
 *
 * @returns ends the subscription
 */
export function watchLanguage(listener: () => void): () => void {
  observer ??= new MutationObserver(() => {
    for (const each of listeners) each();
  });
  if (listeners.size === 0) {
    observer.observe(document.documentElement, { attributeFilter: ['lang'], subtree: true });
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) observer?.disconnect();
  };
}
