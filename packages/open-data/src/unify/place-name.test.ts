import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alike, foldName } from './place-name.ts';

describe('foldName', () => {
  test.each([
    ['見本市立第一小学校', '第一小学校'],
    ['第一小学校（体育館）', '第一小学校体育館'],
    ['第一　小学校 体育館', '第一小学校体育館'],
    ['ＡＢＣホール', 'abcホール'],
    ['見本ヶ丘公園', '見本ケ丘公園'],
    ['都立見本高校', '見本高校'],
    ['自立支援センター', '自立支援センター'],
    ['市立', '市立'],
    ['', ''],
  ])('%j → %j', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  test('any text folds, and folds no further', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        expect(foldName(name)).not.toMatch(/[\s\p{P}]/u);
      }),
    );
  });
});

describe('alike', () => {
  test.each([
    ['見本大学体育館', '見本大学新体育館', true],
    ['第一小学校', '第一小学校体育館', true],
    ['見本公園', '見本市民センター', false],
    ['公園', '緑地', false],
    ['館', '館前広場', false],
  ])('%s / %s: %s', (one, other, expected) => {
    expect(alike(one, other)).toBe(expected);
    expect(alike(other, one)).toBe(expected);
  });
});
