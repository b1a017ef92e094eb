import { expect, test } from 'vitest';
import { decodeBytes, type Encoding } from '../src/encoding.ts';
import { encoderFor, utf16 } from './encoder.ts';

/** Words of municipal tables, short ones and half-width kana among them. */
const HEADERS =
  '名称,名称_カナ,所在地_連結表記,住所,緯度,経度,電話番号,備考,ID,NO,利用可能曜日,開始時間,終了時間,男性トイレ総数,車椅子使用者用トイレ有無,施設名,地区,郵便番号,種別,画像,URL,想定収容人数,標高,洪水,津波,高潮,ﾌﾘｶﾞﾅ,施設ﾒｲ,№,町丁目,世帯数,人口,男,女,計,年月日,内容,場所,担当課,内線番号,㈱,代表者名,ごみの種類,出し方,園名,定員,学校名,献立'.split(
    ',',
  );
const CELLS =
  '中央公民館,みほん市本町一丁目2番3号,三丁目,見本小学校体育館,みどり保育園,髙橋医院,山﨑歯科,㈱見本商店,①②③,Ⅲ,35.658,139.3298,0426-11-2222,００１２３,有,無,○,×,－,～,月火水木金,09:00,終日,ﾀﾞｲｲﾁｺｳｴﾝ,ﾐﾎﾝ 300-ｲ,第2ｺﾐｭﾆﾃｨｾﾝﾀｰ,あり,要予約,土砂災害警戒区域内,燃やせるごみ,平成30年4月1日,令和元年,男女共用,徒歩5分,鮭の塩焼き,彅,凜,纊,〒192-0001,12,一,　,Aコース,駅前広場,昼休み,ｱｲｳ'.split(
    ',',
  );

/** Mulberry32: the same snippets on every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function snippet(next: () => number, index: number): string {
  const pick = (words: readonly string[]): string => words[Math.floor(next() * words.length)] ?? '';
  const width = 2 + Math.floor(next() * 5);
  const line = (words: readonly string[]): string =>
    Array.from({ length: width }, () => pick(words)).join(index % 7 === 0 ? '\t' : ',');
  const rows = Array.from({ length: index % 4 }, () => line(CELLS));
  return [line(HEADERS), ...rows].join(index % 3 === 0 ? '\n' : '\r\n') + (index % 2 ? '\r\n' : '');
}

const sjis = encoderFor('shift_jis');
const euc = encoderFor('euc-jp');
const WRITERS: Readonly<Record<string, readonly [Encoding, (text: string) => Uint8Array]>> = {
  'UTF-8': ['utf-8', (text) => new TextEncoder().encode(text)],
  CP932: ['cp932', sjis],
  'EUC-JP': ['euc-jp', euc],
  'UTF-16LE': ['utf-16le', (text) => utf16(text, true, false)],
  'UTF-16BE': ['utf-16be', (text) => utf16(text, false, false)],
};
const COUNTS: Readonly<Record<string, number>> = { ci: 5000, full: 100_000 };
const COUNT = COUNTS[process.env.YOKOTEN_TIER ?? ''] ?? 400;

test.each(Object.entries(WRITERS))(`${COUNT} snippets in %s`, (_, [encoding, write]) => {
  const next = random(20_260_401);
  const wrong: string[] = [];
  for (let index = 0; index < COUNT; index++) {
    const text = snippet(next, index);
    const bytes = write(text);
    const found = decodeBytes(bytes, 'snippet');
    const same = found.decode(found.bytes) === text;
    // Letters of one byte only read alike in every encoding of single bytes.
    const plain = /^[\0-\x7f]*$/u.test(text) && encoding !== 'utf-16le' && encoding !== 'utf-16be';
    if (!same || (!plain && found.encoding !== encoding)) wrong.push(`${found.encoding}: ${text}`);
  }
  expect(wrong).toEqual([]);
});
