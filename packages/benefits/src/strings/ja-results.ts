import type { ResultStrings } from './result-strings.ts';

/** The texts of answers and results, in Japanese. */
export const jaResults: ResultStrings = {
  comma: '、',
  labelOf: (label, name) => `${name}の${label}`,
  answers: 'あなたの答え',
  noAnswers: 'まだ答えがありません。',
  change: '直す',
  changeOf: (label) => `「${label}」を直す`,
  startOver: '答えをすべて消す',
  startOverSure: '本当に消す',

  moneyOpen: 'いまわかる金額の幅',
  moneySettled: '金額が決まりました',
  money: {
    monthly: '毎月',
    yearly: '毎年',
    'one-off': '一度だけ',
    loan: '借りられるお金',
    'in-kind': 'サービスや免除',
  },
  amount: (yen) => `${number(yen)}円`,
  range: (least, most) => `${least}～${most}`,
  upTo: (amount) => `最大${amount}`,
  atLeast: (amount) => `${amount}以上`,
  per: {
    monthly: (amount) => `1か月に${amount}`,
    yearly: (amount) => `1年に${amount}`,
    'one-off': (amount) => `一度だけ${amount}`,
    loan: (amount) => `${amount}を借りられます`,
    'in-kind': (amount) => `${amount}分のサービスや免除`,
  },
  noLimit: '上限はまだわかりません',

  results: '結果',
  resultsHint: '金額の多い順に並んでいます。',
  goOn: '質問の続きに答える',
  allAnswered: '質問はすべて終わりました。',
  stillOpen: (count) => `まだ決まらない制度が${count}件あります。`,
  standings: {
    eligible: '受けられそうです',
    'not-eligible': '対象ではありません',
    unknown: 'まだわかりません',
    zero: '対象ですが、金額は0円です',
  },
  standingHints: {
    eligible: '答えのとおりなら、条件に合います。',
    'not-eligible': '答えのとおりなら、条件に合いません。',
    unknown: '残りの答えで、結果が変わります。',
    zero: '条件に合いますが、計算した金額が0円です。',
  },
  totals: '合計',
  totalsHint: '毎月のお金と一度だけのお金は、足していません。',
  until: '期限',
  details: '詳しく見る',
  detailsOf: (title) => `${title}を詳しく見る`,
  whatIf: '収入などが変わった場合を試す',
  save: '答えを保存する',
  print: '印刷する',
};

function number(yen: number): string {
  return yen.toLocaleString('ja');
}
