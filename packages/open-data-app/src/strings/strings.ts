import { defineStrings, type StringTables } from '@yokoten/ui';
import { ja, type AppStrings } from './ja.ts';

/** The texts in every language: Japanese is there at once, another one when it is asked for. */
export const appStrings: StringTables<AppStrings> = defineStrings(ja, {
  en: async () => (await import('./en.ts')).en,
  'ja-simple': async () => (await import('./ja-simple.ts')).jaSimple,
});
