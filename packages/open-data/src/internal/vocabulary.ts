import { foldLabel } from './fold.ts';

/** One cell holds both, latitude first. Not a column of the standard; only a place to read positions from. */
export const LATLNG_COLUMN = '緯度,経度';

/** A guess at what one header means. */
export interface Meaning {
  readonly standard: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What a word means by itself: the first of these columns that the dataset has. */
export interface Word {
  readonly senses: readonly string[];
  readonly confidence: number;
}

/** Folded header → word. */
export type Vocabulary = ReadonlyMap<string, Word>;

/** Columns, how sure the words alone make us, and the words, with blanks between. */
export type WordLine = readonly [senses: string, confidence: number, words: string];

/** What a list of places needs, as the 2021 hazard-map template, GeoJSON and GTFS (stops.txt) write it; the rest is fetched. */
const PLACES: readonly WordLine[] = [
  ['名称', 0.9, 'name stop_name 施設名 施設名称 施設・場所名 名称'],
  ['緯度', 0.95, 'lat latitude stop_lat 緯度'],
  ['経度', 0.95, 'lon lng longitude stop_lon 経度'],
  ['緯度', 0.97, 'geometry:lat'],
  ['経度', 0.97, 'geometry:lng'],
  ['所在地_連結表記', 0.9, 'address 住所 所在地 所在地_連結表記'],
  ['電話番号 施設電話番号 連絡先電話番号', 0.9, 'tel 電話 電話番号'],
  ['URL', 0.9, 'url stop_url ホームページ'],
  ['備考 特記事項', 0.9, 'note 備考'],
  ['説明', 0.9, 'description stop_desc 説明'],
  ['種別', 0.85, '分類 種別'],
  ['ID', 0.8, 'no id #property'],
];

export function vocabularyOf(lines: readonly WordLine[]): Map<string, Word> {
  const vocabulary = new Map<string, Word>();
  for (const [senses, confidence, words] of lines) {
    const word = { senses: senses.split(' '), confidence };
    for (const written of words.split(' ')) vocabulary.set(foldLabel(written), word);
  }
  return vocabulary;
}

/** The words that are known before any others are fetched: enough to tell a header from a row. */
export const placeWords: Vocabulary = vocabularyOf(PLACES);
