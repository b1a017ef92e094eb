import { defineStrings, type StringTables } from '@yokoten/ui';
import { jaFirst, type FirstStrings } from './ja-first.ts';

export type { FirstStrings } from './ja-first.ts';
export type { MapStrings } from './ja.ts';

/** The texts of `<disaster-map>`: Japanese without those of what is loaded on demand, which come with it. */
export const mapStrings: StringTables<FirstStrings> = defineStrings<FirstStrings>(jaFirst, {
  en: async () => (await import('./en.ts')).en,
  // `simple` is a registered variant of a language (BCP 47): to a screen reader it stays Japanese.
  'ja-simple': async () => (await import('./ja-simple.ts')).jaSimple,
});
