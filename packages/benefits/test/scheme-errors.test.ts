import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSchemes } from '../src/build.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const check = (text: string, name = 'a.yaml') => checkSchemes([{ name, bytes: bytes(text) }]);

/** A scheme that is right; parts are replaced by wrong ones. */
const right = `制度: 見本手当
種類: 毎月
だれに: 子
から: 2024-04-01
根拠: 要綱
根拠一覧:
  要綱: {名前: 見本要綱, 条: 第1条, から: 2024-04-01}
質問:
  所得: {だれに: 保護者, 型: 円（年）}
  住まい: {だれに: 世帯, 型: 選択, 選択肢: [持ち家, 借家]}
数値:
  上限: {2024-04-01: 300万円, 2025-04-01: 400万円}
計算:
  世帯の所得: 合計（保護者、所得）
条件:
  - 年齢: 5歳以下
  - 世帯の所得: 上限以下
額:
  - {住まい: 借家, 額: 12,000円}
  - {額: 10,000円}
例:
  - 月: 2024-10
    世帯: {保護者: [{所得: 300万円}], 子: [{生年月日: 2022-05-05}], 住まい: 借家}
    結果: {額: 12,000円}
  - 月: 2025-03
    世帯: {保護者: [{所得: 3,000,001円}], 子: [{生年月日: 2022-05-05}]}
    結果: {額: 0円, 対象: いいえ}
`;

const mistakes: readonly (readonly [
  what: string,
  from: string,
  to: string,
  code: string,
  place: string,
  words: string,
])[] = [
  ['a misspelt key', '条件:', '条けん:', 'unknown-key', '15:1', '「条件」ではありませんか'],
  ['a missing key', '種類: 毎月\n', '', 'missing-key', '1:1', '「種類」がありません'],
  ['a word that is none', '毎月', '毎つき', 'bad-value', '2:5', '毎月、毎年'],
  ['a question without a name', '  所得: {', '  : {', 'missing-key', '9:3', '名前がありません'],
  ['a date with slashes', 'から: 2024-04-01\n根拠:', 'から: 2024/4/1\n根拠:', 'date-unreadable', '4:5', '2024-10-01のように'], // prettier-ignore
  ['a misspelt name', '世帯の所得: 上限以下', '世帯の所得: 上げん以下', 'unknown-name', '17:12', '「上限」'],
  ['an unclosed bracket', '合計（保護者、所得）', '合計（保護者、所得', 'bad-expression', '14:19', '「、」か「）」'],
  ['an unknown function', '合計（保護者、所得）', '合系（保護者、所得）', 'bad-expression', '14:10', '「合計」ではありませんか'],
  ['a person’s value alone in the household', '合計（保護者、所得）', '{式: 所得, だれに: 世帯}', 'scope-mismatch', '14:10', '合計（子、…）'],
  ['a fraction', '{額: 10,000円}', '{額: 10,000円 × 1.23456}', 'fraction-left', '19:3', '切り捨て'],
  ['no value on a day', '2024-04-01: 300万円', '2024-06-01: 300万円', 'no-value-on-date', '17:12', '2024-04-01の値'],
  ['a ring', '合計（保護者、所得）', '世帯の所得 + 1', 'circular', '14:10', '世帯の所得 → 世帯の所得'],
  ['an option that is none', '住まい: 借家, 額', '住まい: 借屋, 額', 'bad-value', '19:11', '「借家」ではありませんか'],
  ['a source that is none', '根拠: 要綱', '根拠: 要項', 'unknown-name', '5:5', '「要綱」'],
  ['a name twice', '計算:', '計算:\n  所得: 1', 'duplicate-name', '14:3', 'もう使われています'],
  ['a key twice', 'だれに: 子', 'だれに: 子\nだれに: 子', 'duplicate-name', '4:1', '二つあります'],
  ['a list for a text', '制度: 見本手当', '制度: [見本手当]', 'wrong-type', '1:5', '一覧が書かれています'],
  ['a truth value as a number', '合計（保護者、所得）', '合計（保護者、はい？）', 'unknown-name', '14:17', '名前はありません'],
  ['division by zero', '合計（保護者、所得）', '切り捨て（1 ÷ 人数（子））', 'bad-expression', '14:19', '0で割る'],
  ['bad indentation', '  世帯の所得: 合計', ' 世帯の所得: 合計', 'ok', '', ''],
  ['a reference of YAML', '制度: 見本手当', '制度: *a', 'file-syntax', '1:5', ''],
  ['an example that fails', '結果: {額: 12,000円}', '結果: {額: 13,000円}', 'example-failed', '24:13', '計算すると12,000'],
  ['an unknown question in an example', '{所得: 300万円}', '{所徳: 300万円}', 'unknown-name', '23:17', '「所得」'],
  ['a household’s answer in a person', '{所得: 300万円}', '{住まい: 借家}', 'scope-mismatch', '23:17', '「世帯」のすぐ下'],
]; // prettier-ignore

describe('a mistake is told with its place, what was got, what was expected', () => {
  test('the scheme without one is right', async () => {
    const { findings, passed, failed } = await check(right);
    expect(findings).toEqual([]);
    expect([passed, failed]).toEqual([2, 0]);
  });

  test.each(mistakes)('%s', async (_, from, to, code, place, words) => {
    expect(right).toContain(from);
    const { findings } = await check(right.replace(from, to));
    if (code === 'ok') return expect(findings).toEqual([]);
    const found = findings.find((one) => one.code === `benefits/${code}`);
    expect(findings.map((one) => one.code)).toContain(`benefits/${code}`);
    expect(`${found?.place?.line}:${found?.place?.column}`).toBe(place);
    expect(found?.text.ja).toContain(words);
    expect(found?.text.en.length).toBeGreaterThan(10);
  });

  test('all mistakes of a file are told at once', async () => {
    const text = right
      .replace('毎月', '毎つき')
      .replace('5歳以下', '5歳いか')
      .replace('要綱\n', '要項\n');
    expect((await check(text)).findings.length).toBeGreaterThanOrEqual(3);
  });

  test('files that are something else', async () => {
    expect((await check('- 1')).findings[0]?.code).toBe('benefits/missing-key');
    expect((await check('')).findings[0]?.code).toBe('benefits/file-syntax');
    expect((await check('a'.repeat(2_000_001))).findings[0]?.code).toBe('benefits/too-large');
    expect((await check('a,b\n1,2\n', 'a.csv')).findings[0]?.code).toBe('benefits/missing-key');
    expect((await check('', 'a.csv')).findings[0]?.code).toBe('benefits/cannot-read');
  });

  test('a name that objects have already means nothing special', async () => {
    const text = right.replaceAll('世帯の所得', '__proto__').replaceAll('住まい', 'constructor');
    const { findings, passed } = await check(text);
    expect(findings).toEqual([]);
    expect(passed).toBe(2);
  });

  test('no text makes it throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(right.length),
        fc.nat(12),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        async (at, length, put) => {
          const text = right.slice(0, at) + put + right.slice(at + length);
          expect((await check(text)).findings).toBeInstanceOf(Array);
        },
      ),
    );
  });
});
