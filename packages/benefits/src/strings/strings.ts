import { defineStrings, type StringTables } from '@yokoten/ui';
import type { AskStrings } from './ask-strings.ts';
import type { FirstStrings } from './first-strings.ts';
import { jaFirst } from './ja-first.ts';
import type { LateStrings } from './late-strings.ts';
import type { ResultStrings } from './result-strings.ts';

/** All texts of `<benefit-navigator>`. */
export interface BenefitStrings extends FirstStrings, AskStrings, ResultStrings, LateStrings {}

/** The texts by language: Japanese without those of what is loaded later, which come with it. */
export const benefitStrings: StringTables<FirstStrings> = defineStrings<FirstStrings>(jaFirst, {
  // `simple` is a registered variant of a language (BCP 47): to a screen reader it stays Japanese.
  'ja-simple': async () => (await import('./ja-simple.ts')).jaSimple,
  en: async () => (await import('./en.ts')).en,
  'zh-Hans': async () => (await import('./zh-hans.ts')).zhHans,
  'zh-Hant': async () => (await import('./zh-hant.ts')).zhHant,
  ko: async () => (await import('./ko.ts')).ko,
  vi: async () => (await import('./vi.ts')).vi,
});
