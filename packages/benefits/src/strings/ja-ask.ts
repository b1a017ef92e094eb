import type { AskStrings } from './ask-strings.ts';

/** The texts of the questions, in Japanese. */
export const jaAsk: AskStrings = {
  birthOf: (name) => `${name}の生年月日はいつですか`,
  birthWhy: '年齢で、受けられる制度と金額が変わります。',
  birthHint: '西暦で書いてください。例：2016年4月1日',
  year: '年',
  month: '月',
  day: '日',
  birthWrong: 'この日付は使えません。年、月、日を確かめてください。',

  unsure: 'わからない',
  yes: 'はい',
  no: 'いいえ',
  nobody: 'だれもいない',
  noneOfThese: 'どれもない',
  made: (label, name) =>
    name === undefined ? `「${label}」を教えてください` : `${name}の「${label}」を教えてください`,
  madeWho: (label) => `「${label}」に当てはまる人は、だれですか`,
  madeGate: '当てはまるものを、みんな選んでください',
  why: 'なぜ聞くのですか',
  whyMoney: 'この答えで、次の制度の結果が変わります。',
  chooseOne: '答えを選んでください。わからないときは「わからない」を選べます。',
  numberWrong: (least, most) =>
    most === undefined
      ? `${least}以上の数字を書いてください。`
      : `${least}から${most}までの数字を書いてください。`,
  units: {
    yen: '円',
    'yen-per-month': '円（1か月）',
    'yen-per-year': '円（1年）',
    'hours-per-week': '時間（1週間）',
    persons: '人',
    none: '',
  },
  yenSign: '円',
  findName: '名前で探す',
  found: (count) => `${count}件あります。`,
};
