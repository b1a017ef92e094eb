import type { Column } from '@yokoten/standard/datasets';
import type { BrowseColumn, ColumnKind } from '../browse/record.ts';
import { isThere } from '../browse/facets.ts';
import type { Mapping } from '../recognise.ts';
import { LATLNG_COLUMN } from '../internal/vocabulary.ts';
import { dayOf } from './day.ts';
import { plainLabel } from './labels.ts';
import { contentsOf, type Contents, isNearly } from './contents.ts';

/** What a column is by its format alone. */
const BY_FORMAT: Partial<Readonly<Record<Column['format'], ColumnKind>>> = {
  katakana: 'reading',
  integer: 'number',
  number: 'number',
  latitude: 'minor',
  longitude: 'minor',
  date: 'date',
  time: 'time',
  weekdays: 'weekdays',
  flag: 'flag',
  'municipality-code': 'minor',
  'corporate-number': 'minor',
  'town-id': 'minor',
  postal: 'minor',
  phone: 'phone',
  email: 'email',
  url: 'url',
};

/** Standard columns that are for machines, or say once more a part of what stands whole elsewhere. */
const MINOR =
  /(^|[_:])id$|コード$|code$|^(no|№)\.?$|番号$|^(緯度|経度|lat|lon|lng|latitude|longitude|[xy])$|^所在地_番地以下$|^建物名等|^内線番号$|_ライセンス$|^画像|^image|^高度の|^標高$|^geometry:|^#/iu;
/** Whose record it is, and parts of an address: worth choosing by where the data is of several towns, else said elsewhere. */
const TOWN = /^(地方公共団体名|(所在地_)?(都道府県|市区町村)名?)$/u;
const PHONE = /電話|TEL|ＴＥＬ/iu;
const FEE = /^(料金\(基本\)|料金（基本）|料金|参加費|入場料|利用料金?|使用料|費用)$/u;
const ADDRESS = /^(所在地_連結表記|住所|所在地|場所名称)$/u;
const LATIN = /_(英字|英語)$/u;

/** What every column of a table is good for on a page: by the standard's dictionary where it knows the column, else by its cells. */
export function describeColumns(
  mapping: Mapping,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  nameIndex: number | undefined,
): BrowseColumn[] {
  const known = new Map(
    (mapping.definition?.generations ?? [])
      .toReversed()
      .flatMap(({ columns }) => columns.map((column) => [column.name, column] as const)),
  );
  return header.map((written, index) => {
    const standard = mapping.columns[index]?.standard;
    const column = standard === undefined ? undefined : known.get(standard);
    const contents = contentsOf(rows, index);
    const text = written.trim() || `列${index + 1}`;
    return {
      header: text,
      ...(standard !== undefined && { standard }),
      label: { ja: plainLabel(text, standard), ...(column && { en: column.en }) },
      kind: index === nameIndex ? 'name' : kindOf(standard ?? text, column, contents),
      ...(column?.codes && {
        values: column.codes.map(({ value, en }) => [value, en] as const),
      }),
    };
  });
}

function kindOf(name: string, column: Column | undefined, contents: Contents): ColumnKind {
  if (name === LATLNG_COLUMN || isNearly(contents, isPosition)) return 'minor';
  const format = column?.format ?? 'string';
  if (LATIN.test(name)) return 'latin';
  if (FEE.test(name)) return 'fee';
  if (ADDRESS.test(name)) return 'address';
  const byFormat = BY_FORMAT[format];
  if (byFormat === 'reading') return /^(名称|.*名)_/u.test(name) ? 'reading' : 'text';
  if (byFormat !== undefined) return byFormat;
  if (TOWN.test(name)) return fewValues(contents, 60) ? 'choice' : 'minor';
  if (MINOR.test(name) && !PHONE.test(name)) return 'minor';
  if (isPresence(column, contents)) return 'flag';
  return column === undefined ? kindByCells(name, contents) : wordy(contents);
}

/** Columns that say of each row whether something is there. `1` alone is that only where a dictionary says so. */
function isPresence(column: Column | undefined, { counts, filled }: Contents): boolean {
  const listed = column?.codes?.some(({ value }) => value === '有') ?? false;
  const values = [...counts.keys()];
  const written = listed ? PRESENCE : PRESENCE_WORDS;
  return filled > 0 && values.every((value) => written.has(value)) && values.some(isThere);
}

const PRESENCE_WORDS: ReadonlySet<string> = new Set(
  '有 無 あり なし 有り 無し ○ ◯ 〇 × ✕ 可 不可 － - ー'.split(' '),
);
const PRESENCE: ReadonlySet<string> = new Set([...PRESENCE_WORDS, '1', '0', '2', '9', '不明']);

function kindByCells(name: string, contents: Contents): ColumnKind {
  if (isNearly(contents, (cell) => dayOf(cell) !== undefined)) return 'date';
  if (isNearly(contents, (cell) => /^https?:\/\//u.test(cell))) return 'url';
  if (isNearly(contents, (cell) => /^\d{1,2}[:：]\d\d$/u.test(cell))) return 'time';
  if (PHONE.test(name)) return 'phone';
  if (/メール|e-?mail/iu.test(name)) return 'email';
  if (/カナ|かな|ふりがな|フリガナ/u.test(name)) return 'reading';
  if (isNearly(contents, isNumber)) return fewValues(contents, 6) ? 'choice' : 'number';
  return wordy(contents);
}

/** Latitude and longitude in one cell. */
function isPosition(cell: string): boolean {
  return /^\d{2,3}\.\d{1,20}[,，]\s*\d{2,3}\.\d{1,20}$|^,$/u.test(cell);
}

function isNumber(cell: string): boolean {
  return /^-?[\d,]{1,18}(\.\d{1,10})?$/u.test(cell);
}

function wordy(contents: Contents): ColumnKind {
  return fewValues(contents, 40) ? 'choice' : 'text';
}

/** Short values that come again and again. */
function fewValues({ counts, filled, rows, isCut }: Contents, most: number): boolean {
  if (isCut || counts.size < 2 || counts.size > most) return false;
  const isShort = [...counts.keys()].every((value) => value.length <= 24 && !/\n/u.test(value));
  return isShort && counts.size <= filled * 0.6 && filled >= rows * 0.1;
}
