import type { Language } from './language.ts';

/** Texts of one element in several languages. Japanese is built in; the others are loaded when they are asked for. */
export interface StringTables<T extends object> {
  /** The table, if it is here already. Japanese always is. */
  get(language: Language): T | undefined;
  /** Loads the table; a language there is no table for gives the Japanese one. */
  load(language: Language): Promise<T>;
  readonly languages: readonly Language[];
}

/**
 * Defines the texts of an element. `ja` fixes the shape: a text is a string, a text with arguments is a function.
 *
 * @param loaders for each further language what imports its table, so that it is not in the first bytes
 */
export function defineStrings<T extends object>(
  ja: T,
  loaders: Readonly<Record<Language, () => Promise<T>>>,
): StringTables<T> {
  const tables = new Map<Language, T>([['ja', ja]]);
  return {
    languages: ['ja', ...Object.keys(loaders)],
    get: (language) => tables.get(language),
    async load(language) {
      const known = tables.get(language);
      if (known !== undefined) return known;
      const loader = Object.hasOwn(loaders, language) ? loaders[language] : undefined;
      const table = loader === undefined ? ja : await loader();
      tables.set(language, table);
      return table;
    },
  };
}

/** Keys that `table` leaves out, or whose text is the same as in `ja`: what a test of translations looks at. */
export function untranslated<T extends object>(ja: T, table: T): string[] {
  const texts = new Map<string, unknown>(Object.entries(table));
  return Object.entries(ja)
    .filter(
      ([key, text]) => !texts.has(key) || (typeof text === 'string' && texts.get(key) === text),
    )
    .map(([key]) => key);
}
