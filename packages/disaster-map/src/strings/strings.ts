import { defineStrings, type StringTables } from '@yokoten/ui';
import { ja, type MapStrings } from './ja.ts';

export type { MapStrings } from './ja.ts';

/** The texts of `<disaster-map>`. */
export const mapStrings: StringTables<MapStrings> = defineStrings<MapStrings>(ja, {
  en: async () => (await import('./en.ts')).en,
  // `simple` is a registered variant of a language (BCP 47): to a screen reader it stays Japanese.
  'ja-simple': async () => (await import('./ja-simple.ts')).jaSimple,
});
