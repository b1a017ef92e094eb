import { data } from './generated/demo/data.ts';
import type { BenefitPack } from './model/pack.ts';
import { packOfData } from './schemes/pack-of-data.ts';

/**
 * A sample: 児童手当 as the published law has it, before and after October 2024, and 就学援助 and 子ども医療費助成 of a town that
 * does not exist. Its schemes are in `demo/` of this package, in the form that a municipality writes its own.
 */
export const demoPack: BenefitPack = packOfData(data, {
  ja: async () => (await import('./generated/demo/texts/ja.ts')).texts,
  'ja-simple': async () => (await import('./generated/demo/texts/ja-simple.ts')).texts,
  en: async () => (await import('./generated/demo/texts/en.ts')).texts,
  'zh-Hans': async () => (await import('./generated/demo/texts/zh-Hans.ts')).texts,
  'zh-Hant': async () => (await import('./generated/demo/texts/zh-Hant.ts')).texts,
  ko: async () => (await import('./generated/demo/texts/ko.ts')).texts,
  vi: async () => (await import('./generated/demo/texts/vi.ts')).texts,
});

/**
 * For the element's `src`, which takes a module's default export.
 * @alias
 */
export default demoPack;
