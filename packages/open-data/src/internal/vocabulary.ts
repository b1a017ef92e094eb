/** One cell holds both, latitude first. Not a column of the standard; only a place to read positions from. */
export const LATLNG_COLUMN = '緯度,経度';

/**
 * Header words beyond the standard's own, as the 2021 hazard-map template, older exports and GeoJSON write them.
 * Keys are folded (see `foldLabel`). The number is how sure the word alone makes us.
 */
const WORDS: readonly (readonly [standard: string, confidence: number, words: string])[] = [
  ['名称', 0.9, 'name 施設名 施設名称 施設・場所名 場所名 名前'],
  ['名称', 0.6, 'title label 施設 場所 所在施設 地点名'],
  ['名称_カナ', 0.9, 'カナ名称 名称(カナ) フリガナ ふりがな'],
  ['緯度', 0.65, 'y'],
  ['経度', 0.65, 'x'],
  ['緯度', 0.95, 'lat latitude 緯度(十進) 緯度(世界測地系) geometry:lat'],
  ['経度', 0.95, 'lon lng long longitude 経度(十進) 経度(世界測地系) geometry:lng'],
  [LATLNG_COLUMN, 0.7, 'location latlng latlon 位置 座標 位置情報 緯度経度'],
  ['所在地_連結表記', 0.9, 'address 住所 所在地 施設所在地 所在地_連結標記 所在地_連結表示'],
  ['電話番号', 0.9, 'tel phone telephone telephonenumber 電話 連絡先電話番号'],
  ['URL', 0.9, 'url website ホームページ hp リンク link'],
  ['備考', 0.9, 'note notes remarks 備考1'],
  ['説明', 0.9, 'description 説明(日本語) 概要'],
  ['種別', 0.7, '分類 施設種別 カテゴリ category 種類 type'],
  ['ID', 0.8, 'no no. id 番号 #property 共通id'],
];

const BY_WORD = new Map<string, { standard: string; confidence: number }>();
for (const [standard, confidence, words] of WORDS) {
  BY_WORD.set(foldLabel(standard), { standard, confidence: 1 });
  for (const word of words.split(' ')) BY_WORD.set(word, { standard, confidence });
}

/** A header for comparison: NFKC, lower case, no blanks or line breaks. Never shown. */
export function foldLabel(label: string): string {
  return label.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/** The standard column a folded header means by itself, without knowing the dataset. */
export function knownWord(word: string): { standard: string; confidence: number } | undefined {
  // The split layout puts the dataset's name in front: 避難所_名称.
  const prefixed = word.endsWith('_名称') ? { standard: '名称', confidence: 0.65 } : undefined;
  return BY_WORD.get(word) ?? prefixed;
}
