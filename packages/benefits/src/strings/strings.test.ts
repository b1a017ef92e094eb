import { checkStrings, defineStrings, ownName } from '@yokoten/ui';
import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { jaSimple } from './ja-simple.ts';
import { ko } from './ko.ts';
import { benefitStrings, type BenefitStrings } from './strings.ts';
import { vi } from './vi.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

const ALL: readonly (readonly [language: string, strings: BenefitStrings])[] = [
  ['ja', ja],
  ['ja-simple', jaSimple],
  ['en', en],
  ['zh-Hans', zhHans],
  ['zh-Hant', zhHant],
  ['ko', ko],
  ['vi', vi],
];

/** Signs that are the same everywhere, and words of Chinese characters that two languages share. */
const SAME = `comma year month day amount yenSign units.persons range band
  kinds.grandparent atLeast memberCount results totals made labelOf`.split(/\s+/);

test('every language says everything, in words of its own', async () => {
  const whole = defineStrings<BenefitStrings>(
    ja,
    Object.fromEntries(
      ALL.slice(1).map(([language, strings]) => [language, () => Promise.resolve(strings)]),
    ),
  );
  expect(whole.languages).toEqual(benefitStrings.languages);
  const faults = await checkStrings(whole, SAME);
  // A truth value and an empty unit are no sentences; short words of やさしい日本語 are those of Japanese.
  expect(faults.filter((fault) => !/^ja-simple: |: (reviewed|units\.none)$/.test(fault))).toEqual(
    [],
  );
  for (const path of Object.keys(ja)) expect(jaSimple).toHaveProperty(path);
});

test('only Japanese, in which they are written, counts as checked', () => {
  expect(ALL.filter(([, { reviewed }]) => reviewed).map(([language]) => language)).toEqual(['ja']);
});

test.each(ALL)('%s names itself for the language menu', (language) => {
  expect(ownName(language)).not.toBe(language);
});

test.each(ALL.filter(([language]) => !language.startsWith('ja')))(
  '%s has no kana in it',
  (_, strings) => {
    expect(
      saidBy(strings).filter((text) => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)),
    ).toEqual([]);
  },
);

test('the two kinds of Chinese are written in their own characters', () => {
  const simplified = /[们这种还说语页对数据设备应该领补请钱户]/u;
  const traditional = /[們這種還說語頁對數據設備應該領補請錢戶]/u;
  expect(saidBy(zhHant).filter((text) => /[们这还说语页对数据应该领补请钱户]/u.test(text))).toEqual(
    [],
  );
  expect(saidBy(zhHans).filter((text) => /[們這還說語頁對數據應該領補請錢戶]/u.test(text))).toEqual(
    [],
  );
  expect(simplified.test(saidBy(zhHans).join(''))).toBe(true);
  expect(traditional.test(saidBy(zhHant).join(''))).toBe(true);
});

test('a Japanese sentence has 40 characters at most, and no half-width full stop or comma', () => {
  expect(
    saidBy(ja)
      .flatMap((text) => text.split('。'))
      .filter((text) => text.length > 40),
  ).toEqual([]);
  expect(saidBy(ja).filter((text) => /[^\d][.,](?!ics)/.test(text))).toEqual([]);
});

test('money has thousands separators', () => {
  expect(ja.amount(1234567)).toBe('1,234,567円');
  expect(en.per.monthly(en.range(en.amount(0), en.amount(30000)))).toBe(
    '0 yen to 30,000 yen a month',
  );
  expect(ko.amount(30000)).toBe('30,000엔');
  expect(vi.amount(30000)).toBe('30.000 yên');
  expect(zhHant.amount(30000)).toBe('30,000日圓');
});

describe('やさしい日本語', () => {
  /** Kanji of the first two school years, which learners know first (文部科学省, 学年別漢字配当表). */
  const EARLY =
    '一右雨円王音下火花貝学気九休玉金空月犬見五口校左三山子四糸字耳七車手十出女小上森人水正生青夕石赤千川先早草足村大男竹中虫町天田土二日入年白八百文木本名目立力林六' +
    '引羽雲園遠何科夏家歌画回会海絵外角楽活間丸岩顔汽記帰弓牛魚京強教近兄形計元言原戸古午後語工公広交光考行高黄合谷国黒今才細作算止市矢姉思紙寺自時室社弱首秋週春書少場色食心新親図数西声星晴切雪船線前組走多太体台地池知茶昼長鳥朝直通弟店点電刀冬当東答頭同道読内南肉馬売買麦半番父風分聞米歩母方北毎妹万明鳴毛門夜野友用曜来里理話';
  const texts = saidBy(jaSimple);

  test('has a reading behind every harder kanji', () => {
    const bare = texts
      .map((text) =>
        text.replaceAll(/[\p{Script=Han}]+[ぁ-ん]*（[ぁ-ん：・\p{Script=Han}]+）/gu, ''),
      )
      .filter((text) =>
        [...text.matchAll(/\p{Script=Han}/gu)].some(([kanji]) => !EARLY.includes(kanji)),
      );
    expect(bare).toEqual([]);
  });

  test('has short sentences, and no passive', () => {
    const sentences = texts
      .map((text) => text.replaceAll(/（[^）]*）/g, '').replaceAll('生まれ', ''))
      .flatMap((text) => text.split(/[。：]/));
    expect(sentences.filter((text) => text.length > 30)).toEqual([]);
    expect(
      sentences.filter((text) => /(?<!こ)[かさたなまらわ]れ(?:ま|て|た|る)|られ/.test(text)),
    ).toEqual([]);
  });
});

/** All texts of a table; functions as they speak of samples. */
function saidBy(table: object): string[] {
  return Object.values(table).flatMap((entry: unknown): string[] => {
    if (typeof entry === 'function') return [String(entry(12, 34))];
    if (typeof entry === 'object' && entry !== null) return saidBy(entry);
    return typeof entry === 'string' ? [entry] : [];
  });
}
