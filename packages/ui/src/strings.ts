import { languageChain, type Language } from './language.ts';

/** Texts of one element in several languages. Japanese is built in; the others are loaded when they are asked for. */
export interface StringTables<T extends object> {
  /** The table, if it is here already. Japanese always is. */
  get(language: Language): T | undefined;
  /**
   * Loads the table of the language, or of the one it is a variety of; where there is neither, the Japanese one.
   * Rejects with the loader's error, and tries again when asked again.
   */
  load(language: Language): Promise<T>;
  readonly languages: readonly Language[];
}

/**
 * Defines the texts of an element. `ja` fixes the shape: a text is a string, a text with arguments is a function, so
 * that no language has to build its sentences in the order of another.
 *
 * @param loaders for each further language what imports its table, so that it is not in the first bytes
 */
export function defineStrings<T extends object>(
  ja: T,
  loaders: Readonly<Record<Language, () => Promise<T>>>,
): StringTables<T> {
  const tables = new Map<Language, T>([['ja', ja]]);
  const languages = ['ja', ...Object.keys(loaders)];
  const offered = (language: Language): Language =>
    languageChain(language).find((tag) => languages.includes(tag)) ?? 'ja';
  return {
    languages,
    get: (language) => tables.get(offered(language)),
    async load(language) {
      const tag = offered(language);
      const table = tables.get(tag) ?? (await loaders[tag]?.()) ?? ja;
      tables.set(tag, table);
      return table;
    },
  };
}
