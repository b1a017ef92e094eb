import type { Format } from './dataset.ts';
import type { Localized } from './units.ts';

/** A digit that follows from the others: (`modulus` − Σ weight × digit mod `modulus`) mod 10. */
export interface CheckDigit {
  /** 0-based position of the digit; its own weight is 0. */
  readonly position: number;
  /** One per digit, from the left. */
  readonly weights: readonly number[];
  readonly modulus: number;
}

/**
 * What a {@link Format} allows, as data, so that a check of strings, of bytes or in SQL can be made from one source.
 * A value fits when it passes every part that is there. Blank always fits and is never handed to a rule.
 */
export interface FormatRule {
  /**
   * A regular expression over the whole value, anchored, with the flag `u`: no look-around, no back-reference, no `\s`
   * and no `\w`, so that linear-time engines (RE2) read it the same way. Else `standard/format`.
   */
  readonly pattern?: string;
  /** True where `YYYY-MM-DD` must also be a day of the calendar. Else `standard/format`. */
  readonly calendar?: true;
  /** Least and greatest number, both allowed. Else `standard/outside-japan`. */
  readonly range?: readonly [least: number, most: number];
  /** Else `standard/check-digit`. */
  readonly checkDigit?: CheckDigit;
  /** A closed list; `codes` is the list that stands at the column. Else `standard/unlisted-code`. */
  readonly values?: readonly string[] | 'codes';
  /** How the format is asked for, as part of a sentence; absent where there is a list or nothing to ask for. */
  readonly expected?: Localized & { readonly en: string };
}

const NUMBER = String.raw`^-?\d+(?:\.\d+)?$`;
const BLANKS = String.raw` \t\r\n\u00a0\u3000`;
const ITEM = String.raw`[^;；,，、\r\n]+`;

/**
 * One rule per format. Latitudes and longitudes reach from Okinotorishima and Yonaguni to Etorofu and Minamitorishima.
 * Check digits: 総務省「全国地方公共団体コード」検証数字; 法人番号の指定等に関する省令 第2条.
 */
export const formatRules: Readonly<Record<Format, FormatRule>> = {
  string: {},
  code: { values: 'codes' },
  flag: { values: ['1'] },
  katakana: {
    // Half-width letters (ｦ–ﾟ) are left out.
    pattern: String.raw`^[ァ-ヿㇰ-ㇿ㋐-㋾㌀-㍗\p{P}\p{S}\p{Z}\p{N}A-Za-zÀ-ɏＡ-Ｚａ-ｚ]*$`,
    expected: { ja: '全角カタカナ', en: 'in full-width katakana' },
  },
  integer: {
    pattern: String.raw`^-?\d+$`,
    expected: { ja: '半角の整数（例：120）', en: 'a whole number such as 120' },
  },
  number: {
    pattern: NUMBER,
    expected: { ja: '半角の数値（例：12.5）', en: 'a number such as 12.5' },
  },
  latitude: {
    pattern: NUMBER,
    range: [20, 46],
    expected: { ja: '日本の緯度（例：35.681236）', en: 'a latitude in Japan such as 35.681236' },
  },
  longitude: {
    pattern: NUMBER,
    range: [122, 154],
    expected: { ja: '日本の経度（例：139.767125）', en: 'a longitude in Japan such as 139.767125' },
  },
  date: {
    pattern: String.raw`^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$`,
    calendar: true,
    expected: { ja: '日付（例：2026-04-01）', en: 'a date such as 2026-04-01' },
  },
  time: {
    pattern: String.raw`^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$`,
    expected: { ja: '時刻（例：09:00）', en: 'a time such as 09:00' },
  },
  weekdays: {
    pattern: '^月?火?水?木?金?土?日?$',
    expected: { ja: '曜日（例：月火水木金）', en: 'weekdays in order such as 月火水木金' },
  },
  list: {
    pattern: `^${ITEM}(?:;${ITEM})*$`,
    expected: {
      ja: '半角の「;」で区切った一覧（例：内科;外科）',
      en: 'a list with ";" between the items such as 内科;外科',
    },
  },
  'municipality-code': {
    pattern: String.raw`^\d{6}$`,
    checkDigit: { position: 5, weights: [6, 5, 4, 3, 2, 0], modulus: 11 },
    expected: { ja: '6桁の団体コード', en: 'a six-digit local government code' },
  },
  'corporate-number': {
    pattern: String.raw`^\d{13}$`,
    checkDigit: { position: 0, weights: [0, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1], modulus: 9 },
    expected: { ja: '13桁の法人番号', en: 'a corporate number of 13 digits' },
  },
  'town-id': {
    pattern: String.raw`^\d{4}-?\d{3}$`,
    expected: { ja: '7桁の町字ID（例：0008001）', en: 'a town ID of 7 digits such as 0008001' },
  },
  postal: {
    pattern: String.raw`^\d{7}$`,
    expected: { ja: 'ハイフンなし7桁の数字', en: 'seven digits without a hyphen' },
  },
  phone: {
    pattern: String.raw`^\d+(?:-\d+)*$`,
    expected: { ja: '電話番号（例：042-123-4567）', en: 'a phone number such as 042-123-4567' },
  },
  email: {
    pattern: `^[^@${BLANKS}]+@[^@${BLANKS}]+$`,
    expected: { ja: 'メールアドレス', en: 'an email address' },
  },
  url: {
    pattern: String.raw`^https?://[^/?#<>"\\^|{}\[\]${BLANKS}]+(?:[/?#][^${BLANKS}]*)?$`,
    expected: { ja: 'https:// で始まるURL', en: 'a URL that begins with https://' },
  },
};
