import type { ElementProblem } from '@yokoten/ui';

/** What failed, as an error of this package states it, or else as it is thrown. */
export function problemOf(cause: unknown): ElementProblem {
  if (isStated(cause)) {
    const { ja, en } = cause.text;
    return { code: cause.code, message: { ja, en: en ?? ja }, cause };
  }
  return {
    code: 'benefits/not-worked-out',
    message: {
      ja: `計算できません（${String(cause)}）。前の結果を残します。制度のデータを確かめてください。`,
      en: `It could not be worked out (${String(cause)}). The last result stays; check the pack.`,
    },
    cause,
  };
}

interface Stated {
  readonly code: string;
  readonly text: { readonly ja: string; readonly en?: string };
}

function isStated(cause: unknown): cause is Stated {
  return (
    cause instanceof Error &&
    'code' in cause &&
    typeof cause.code === 'string' &&
    'text' in cause &&
    typeof cause.text === 'object'
  );
}

/** What was given as a pack is none. */
export function badPack(got: string): ElementProblem {
  return {
    code: 'benefits/bad-pack',
    message: {
      ja: `制度のデータとして使えません（${got}）。rules、programmes、textsのあるものを渡してください。`,
      en: `This is no pack: ${got}. Expected an object with rules, steps, household, programmes, questions, languages and texts.`,
    },
  };
}

/** The pack did not arrive. */
export function packNotLoaded(src: string, cause: unknown): ElementProblem {
  return {
    code: 'benefits/pack-not-loaded',
    message: {
      ja: `制度のデータを読み込めません（${src}）。アドレスと通信を確かめてください。`,
      en: `The pack did not load from ${src} (${String(cause)}). Check the address, the connection and the page's script-src.`,
    },
    cause,
  };
}

/** A part of the program, or the texts of a language, did not arrive. */
export function partMissing(cause: unknown): ElementProblem {
  return {
    code: 'benefits/part-missing',
    message: {
      ja: `画面の一部か、言葉の文章を読み込めません（${String(cause)}）。通信を確かめてください。`,
      en: `A part of the program or the texts of a language did not arrive (${String(cause)}). Check the connection; after a new release, reload the page.`,
    },
    cause,
  };
}
