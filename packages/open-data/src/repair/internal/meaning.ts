import type { Column, Dataset, Format } from '@yokoten/standard/datasets';

/** What is known about the values of one standard column. */
export interface Meaning {
  readonly format: Format;
  readonly codes: readonly string[];
}

/** Formats of columns that stand in most datasets, for files that are none of them. */
const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['全国地方公共団体コード', 'municipality-code'],
  ['所在地_全国地方公共団体コード', 'municipality-code'],
  ['市区町村コード', 'municipality-code'],
  ['都道府県コード又は市区町村コード', 'municipality-code'],
  ['名称_カナ', 'katakana'],
  ['緯度', 'latitude'],
  ['経度', 'longitude'],
  ['電話番号', 'phone'],
  ['連絡先メールアドレス', 'email'],
  ['連絡先FormURL', 'url'],
  ['郵便番号', 'postal'],
  ['法人番号', 'corporate-number'],
  ['町字ID', 'town-id'],
  ['利用可能曜日', 'weekdays'],
  ['開始時間', 'time'],
  ['終了時間', 'time'],
  ['利用開始時間', 'time'],
  ['利用終了時間', 'time'],
  ['開始日', 'date'],
  ['終了日', 'date'],
  ['標高', 'number'],
  ['高度の値', 'number'],
  ['URL', 'url'],
  ['画像', 'url'],
]);

/** What a standard column holds, by the dataset where there is one. */
export function meaningOf(standard: string, definition: Dataset | undefined): Meaning {
  for (const { columns } of definition?.generations ?? []) {
    const column = columns.find(({ name }) => name === standard);
    if (column !== undefined) return fromColumn(column);
  }
  return { format: FORMATS.get(standard) ?? 'string', codes: [] };
}

function fromColumn({ format, codes = [] }: Column): Meaning {
  return { format, codes: codes.map(({ value }) => value) };
}

/**
 * What a header without a standard column suggests by its last word. The cells have to bear it out: see `columns.ts`.
 * The words of `number` count things of one kind; a name that only contains them does not count.
 */
const WORDS: readonly (readonly [RegExp, Format])[] = [
  [/郵便番号$/u, 'postal'],
  [/(?:電話番号|^電話|^tel|^連絡先)$/iu, 'phone'],
  [/(?:fax番号|^fax)$/iu, 'phone'],
  [/(?:メールアドレス|^e-?mail|^メール)$/iu, 'email'],
  [/url$/iu, 'url'],
  [/(?:年月日|[開終]?[始了]日|更新日|設置日|公表日)$/u, 'date'],
  [/(?:開始|終了|開館|閉館|開店|閉店)(?:時刻|時間)$/u, 'time'],
  [/(?:人数|台数|戸数|世帯数|件数|定員|面積|床面積)$/u, 'number'],
];

/** The format a header suggests, `undefined` where it suggests none. */
export function suggestedFormat(header: string): Format | undefined {
  const word = header.normalize('NFKC').replace(/\s+/gu, '').slice(-20);
  return WORDS.find(([pattern]) => pattern.test(word))?.[1];
}
