import type { StringTables } from './strings.ts';

type Sentences = Map<string, { readonly kind: string; readonly text: unknown }>;

/** What every function of a table is called with, to see what it says. */
const SAMPLES = [2, 3, 4, 5];

/** All texts of a table by path (`fits.o`), functions by what they say for the samples. */
function sentencesOf(table: object, path = ''): Sentences {
  const found: Sentences = new Map();
  for (const [key, entry] of Object.entries(table) as [string, unknown][]) {
    if (typeof entry === 'object' && entry !== null) {
      for (const [inner, sentence] of sentencesOf(entry, `${path}${key}.`))
        found.set(inner, sentence);
    } else {
      const text: unknown = typeof entry === 'function' ? entry(...SAMPLES) : entry;
      found.set(path + key, { kind: typeof entry, text });
    }
  }
  return found;
}

/**
 * For a test of translations: the paths (`fits.o`) that `table` leaves out or leaves empty, that are of another kind
 * than in `original` (a text where a function is expected), that say the same as `original`, or that `original` does
 * not have.
 *
 * @param same paths that may say the same in both: names, signs, plain numbers
 */
export function untranslated<T extends object>(
  original: T,
  table: T,
  same: readonly string[] = [],
): string[] {
  const [expected, got] = [sentencesOf(original), sentencesOf(table)];
  const faulty = [...expected].flatMap(([path, { kind, text }]) => {
    const sentence = got.get(path);
    const said = typeof sentence?.text === 'string' && sentence.text.trim() !== '';
    const copied = sentence?.text === text && !same.includes(path);
    return said && sentence.kind === kind && !copied ? [] : [path];
  });
  return [...faulty, ...[...got.keys()].filter((path) => !expected.has(path))];
}

/**
 * For a test: everything `untranslated` finds in all tables of an element, each against Japanese and against English,
 * as `language: path`. Empty when every language is complete.
 *
 * @param same paths that may say the same in several languages
 */
export async function checkStrings<T extends object>(
  tables: StringTables<T>,
  same: readonly string[] = [],
): Promise<readonly string[]> {
  const faults = new Set<string>();
  const originals = tables.languages.filter((language) => language === 'ja' || language === 'en');
  for (const language of tables.languages) {
    for (const original of originals.filter((other) => other !== language)) {
      const paths = untranslated(await tables.load(original), await tables.load(language), same);
      for (const path of paths) faults.add(`${language}: ${path}`);
    }
  }
  return [...faults];
}
