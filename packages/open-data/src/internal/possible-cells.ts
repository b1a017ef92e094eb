/** Which columns it is about, what a cell must have, and in what share of the cells (a tenth by default). */
export type CellRule = readonly [columns: RegExp, cell: RegExp, least?: number];

const DIGIT = /[\d０-９〇一二三四五六七八九十]/u;

/**
 * What a cell under such a column has at the very least, however it is written. Only what can hardly be met by another
 * kind of value is asked for; positions are looked at in detail when they are read.
 */
export const cellRules: readonly CellRule[] = [
  [/メールアドレス$/u, /[@＠]/u],
  [/URL$|^画像$/u, /[./]/u],
  [/内線番号$/u, /^[^\d０-９]*[\d０-９]{1,5}[^\d０-９]*$/u],
  [
    /(?:電話番号|FAX番号|郵便番号|法人番号|コード|年月日|指定日|標高|口径|人数|台数|総数|収容定員|総人口)$/u,
    DIGIT,
  ],
  [/曜日$/u, /[月火水木金土日休無毎平年]/u],
  [/(?:開始|終了|開所|閉所)(?:時間|時刻)$/u, /[\d０-９]|終日|始発|終車|日の|正午/u],
  [/^災害種別_/u, /^.{1,4}$/u],
  // A house number alone is no address.
  [/^所在地_連結表記$/u, /\p{L}/u, 0.5],
  [/^名称$/u, /[\p{L}\p{N}]/u],
  [/^ID$/u, /./u],
];
