import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, searchWords } from './fold.ts';

test.each([
  ['ＡＥＤ', 'aed'],
  ['ショウガッコウ', 'しょうがっこう'],
  ['ｾﾝﾀｰ', 'センター'],
  ['センタ', 'せんたー'],
  ['1−2−3', '1-2-3'],
  ['一 丁 目', '一丁目'],
  ['コミュニティ・センター', 'コミュニティセンター'],
  ['㈱見本', '(株)見本'],
])('%s and %s are one', (a, b) => {
  expect(fold(a)).toBe(fold(b));
});

test.each([
  ['第一小', '第二小'],
  ['ばす', 'はす'],
  ['つる', 'っる'],
])('%s and %s are not', (a, b) => {
  expect(fold(a)).not.toBe(fold(b));
});

test('words are parted by spaces of any width', () => {
  expect(searchWords('  本町　小学校 A ')).toEqual(['本町', '小学校', 'a']);
  expect(searchWords(' 　')).toEqual([]);
});

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
