import { plainKind, type CellKind } from '../kind.ts';

const HALF_WIDTH = /[\uff65-\uff9f]+/gu;
const HIRAGANA = /[ぁ-ゖゝゞ]/gu;

/** Half-width katakana in a column of readings → full-width, voiced marks joined to their letter. */
export const halfWidthKana: CellKind = plainKind('open-data/half-width-kana', (text) => {
  const after = text.replace(HALF_WIDTH, (kana) => kana.normalize('NFKC'));
  return after === text ? undefined : { after, confidence: 1 };
});

/** Hiragana in a column of readings → katakana, letter by letter, where the whole value is a reading then. */
export const hiraganaReading: CellKind = {
  code: 'open-data/hiragana-reading',
  prepare: ({ fits }) => {
    return (text) => {
      const after = text.replace(HIRAGANA, (kana) =>
        String.fromCharCode(kana.charCodeAt(0) + 0x60),
      );
      return after !== text && fits(after) ? { after, confidence: 1 } : undefined;
    };
  },
};
