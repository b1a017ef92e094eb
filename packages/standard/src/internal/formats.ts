import type { Format, RowIssueCode } from '../dataset.ts';
import { parseLocalGovernmentCode } from '../local-government-code.ts';

/** How one format is checked, and how it is asked for. None of the patterns can backtrack over long cells. */
interface Rule {
  /** The code of what is wrong, or `undefined` when the value fits. */
  readonly check: (value: string) => RowIssueCode | undefined;
  readonly ja: string;
  readonly en: string;
}

const pattern =
  (shape: RegExp): Rule['check'] =>
  (value) =>
    shape.test(value) ? undefined : 'standard/format';

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** All of Japan, from Okinotorishima and Yonaguni to Etorofu and Minamitorishima. */
const inside =
  (least: number, most: number): Rule['check'] =>
  (value) => {
    if (!NUMBER.test(value)) return 'standard/format';
    return Number(value) >= least && Number(value) <= most ? undefined : 'standard/outside-japan';
  };

function checkDate(value: string): RowIssueCode | undefined {
  const date = new Date(`${value}T00:00:00Z`);
  const real = /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(date.getTime());
  return real && date.toISOString().startsWith(value) ? undefined : 'standard/format';
}

function checkUrl(value: string): RowIssueCode | undefined {
  return /^https?:\/\//.test(value) && URL.canParse(value) ? undefined : 'standard/format';
}

function checkMunicipalityCode(value: string): RowIssueCode | undefined {
  if (!/^\d{6}$/.test(value)) return 'standard/format';
  return parseLocalGovernmentCode(value) === undefined ? 'standard/check-digit' : undefined;
}

/** `code` and `flag` are lists of values and checked as such; `string` is never wrong. */
export const formats: Readonly<Record<Exclude<Format, 'string' | 'code' | 'flag'>, Rule>> = {
  katakana: {
    check: (value) =>
      /^[\p{Script=Katakana}ー\p{P}\p{S}\p{Z}\p{N}\p{Script=Latin}]*$/u.test(value) &&
      !/[ｦ-ﾟ]/.test(value)
        ? undefined
        : 'standard/format',
    ja: '全角カタカナ',
    en: 'in full-width katakana',
  },
  integer: {
    check: pattern(/^-?\d+$/),
    ja: '半角の整数（例：120）',
    en: 'a whole number such as 120',
  },
  number: { check: pattern(NUMBER), ja: '半角の数値（例：12.5）', en: 'a number such as 12.5' },
  latitude: {
    check: inside(20, 46),
    ja: '日本の緯度（例：35.681236）',
    en: 'a latitude in Japan such as 35.681236',
  },
  longitude: {
    check: inside(122, 154),
    ja: '日本の経度（例：139.767125）',
    en: 'a longitude in Japan such as 139.767125',
  },
  date: { check: checkDate, ja: '日付（例：2026-04-01）', en: 'a date such as 2026-04-01' },
  time: {
    check: pattern(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/),
    ja: '時刻（例：09:00）',
    en: 'a time such as 09:00',
  },
  weekdays: {
    check: pattern(/^月?火?水?木?金?土?日?$/),
    ja: '曜日（例：月火水木金）',
    en: 'weekdays in order such as 月火水木金',
  },
  'municipality-code': {
    check: checkMunicipalityCode,
    ja: '6桁の団体コード',
    en: 'a six-digit local government code',
  },
  'corporate-number': {
    check: pattern(/^\d{13}$/),
    ja: '13桁の法人番号',
    en: 'a corporate number of 13 digits',
  },
  postal: {
    check: pattern(/^\d{7}$/),
    ja: 'ハイフンなし7桁の数字',
    en: 'seven digits without a hyphen',
  },
  phone: {
    check: pattern(/^\d+(?:-\d+)*$/),
    ja: '電話番号（例：042-123-4567）',
    en: 'a phone number such as 042-123-4567',
  },
  email: { check: pattern(/^[^\s@]+@[^\s@]+$/), ja: 'メールアドレス', en: 'an email address' },
  url: { check: checkUrl, ja: 'https:// で始まるURL', en: 'a URL that begins with https://' },
};
