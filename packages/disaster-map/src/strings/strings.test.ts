import { checkStrings, defineStrings, ownName } from '@yokoten/ui';
import { describe, expect, test } from 'vitest';
import { HAZARDS } from '../document.ts';
import { en } from './en.ts';
import { ja, type MapStrings } from './ja.ts';
import { jaSimple } from './ja-simple.ts';
import { nowTables } from './now.ts';
import { nowEn } from './now-en.ts';
import { nowJa, type NowStrings } from './now-ja.ts';
import { nowSimple } from './now-ja-simple.ts';
import { mapStrings } from './strings.ts';

test('English says everything, in other words than Japanese', async () => {
  const signs = ['signs.o', 'signs.x', 'signs.-', 'signs.?'];
  const whole = defineStrings<MapStrings>(ja, {
    en: () => Promise.resolve(en),
    'ja-simple': () => Promise.resolve(jaSimple),
  });
  expect(whole.languages).toEqual(mapStrings.languages);
  expect(await checkStrings(whole, signs)).toEqual([]);
});

test('what is open now is said in every language of the page', () => {
  expect([...nowTables.keys()].toSorted()).toEqual([...mapStrings.languages].toSorted());
  for (const { ago } of nowTables.values()) {
    const said = [0, 1, 59, 60, 61, 1439, 1440, 2880].map((minutes) => ago(minutes * 60_000));
    expect(new Set(said).size).toBe(said.length);
  }
  expect(nowJa.ago(61 * 60_000)).toBe('1時間1分前');
  expect(nowEn.ago(2 * 86_400_000)).toBe('2 days ago');
});

test('every hazard has a name', () => {
  for (const strings of [ja, en, jaSimple]) {
    expect(Object.keys(strings.hazards).toSorted()).toEqual(HAZARDS.toSorted());
  }
});

test('a Japanese sentence has 40 characters at most', () => {
  expect(
    [...saidBy(ja), ...saidBy(nowJa)]
      .flatMap((text) => text.split('。'))
      .filter((text) => text.length > 40),
  ).toEqual([]);
});

test('Japanese has no half-width full stop or comma, English no Japanese sign', () => {
  const english = [...saidBy({ ...en, emptyColumns: '' }), ...saidBy(nowEn)];
  const japanese = [...saidBy(ja), ...saidBy(nowJa)];
  expect(japanese.filter((text) => /[^\d][.,]/.test(text))).toEqual([]);
  expect(english.filter((text) => /[。、「」]/.test(text))).toEqual([]);
});

describe('やさしい日本語', () => {
  /** Kanji of the first two school years, which learners know first (文部科学省, 学年別漢字配当表). */
  const EARLY =
    '一右雨円王音下火花貝学気九休玉金空月犬見五口校左三山子四糸字耳七車手十出女小上森人水正生青夕石赤千川先早草足村大男竹中虫町天田土二日入年白八百文木本名目立力林六' +
    '引羽雲園遠何科夏家歌画回会海絵外角楽活間丸岩顔汽記帰弓牛魚京強教近兄形計元言原戸古午後語工公広交光考行高黄合谷国黒今才細作算止市矢姉思紙寺自時室社弱首秋週春書少場色食心新親図数西声星晴切雪船線前組走多太体台地池知茶昼長鳥朝直通弟店点電刀冬当東答頭同道読内南肉馬売買麦半番父風分聞米歩母方北毎妹万明鳴毛門夜野友用曜来里理話';
  const texts = [...saidBy(jaSimple), ...saidBy(nowSimple)];
  /** Columns of a file and the name of a standard: for the town's staff, who look for them as they are. */
  const forStaff = new Set([jaSimple.emptyColumns, jaSimple.emptyStandard]);

  test('has a reading behind every harder kanji', () => {
    const bare = texts
      .filter((text) => !forStaff.has(text))
      .flatMap((text) =>
        text.replaceAll(/[\p{Script=Han}]+[ぁ-ん]*（[ぁ-ん：\p{Script=Han}]+）/gu, ''),
      )
      .filter((text) =>
        [...text.matchAll(/\p{Script=Han}/gu)].some(([kanji]) => !EARLY.includes(kanji)),
      );
    expect(bare).toEqual([]);
  });

  test('has short sentences, and no passive', () => {
    const sentences = texts
      .map((text) => text.replaceAll(/（[^）]*）/g, ''))
      .flatMap((text) => text.split(/[。：]/));
    expect(sentences.filter((text) => text.length > 30)).toEqual([]);
    expect(
      sentences.filter((text) => /(?<!こ)[かさたなまらわ]れ(?:ま|て|た|る)|られ/.test(text)),
    ).toEqual([]);
  });

  test('is a language that a switch can name', () => {
    expect(ownName('ja-simple')).toBe('やさしい日本語');
    expect(ownName('en')).toBe('English');
    expect(ownName('x')).toBe('x');
  });
});

test('numbers have separators, and one is one', () => {
  expect(ja.counted(12345, 12345)).toBe('12,345件');
  expect(ja.counted(268, 1344)).toBe('1,344件のうち268件');
  expect(en.counted(1, 1)).toBe('1 place');
  expect(en.counted(268, 1344)).toBe('268 of 1,344 places');
  expect(en.reportRows(1, 1, 0)).toBe('1 row read, all shown.');
});

function saidBy(strings: MapStrings | NowStrings): string[] {
  return Object.values(strings).flatMap((entry: unknown) => {
    if (typeof entry === 'function') return [String(entry(1234, 1000, 5))];
    return typeof entry === 'object' && entry !== null ? Object.values(entry) : String(entry);
  });
}
