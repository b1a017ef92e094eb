/** The texts of `<open-data-app>` in Japanese. */
export interface AppStrings {
  readonly sample: string;
  readonly language: string;
  readonly search: string;
  readonly searchHint: string;
  readonly clear: string;
  readonly filters: string;
  readonly narrowed: (count: number) => string;
  readonly from: string;
  readonly to: string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly fromToday: string;
  readonly counted: (shown: number, all: number) => string;
  readonly order: string;
  readonly orders: { readonly file: string; readonly name: string; readonly date: string };
  readonly over: string;
  readonly next: (count: number) => string;
  readonly list: string;
  readonly noResult: string;
  readonly noResultHint: string;
  readonly back: string;
  readonly more: string;
  readonly mapTitle: string;
  readonly skipMap: string;
  readonly noPlace: string;
  readonly withoutPlace: (count: number) => string;
  readonly about: string;
  readonly source: string;
  readonly licence: string;
  readonly unstatedLicence: string;
  readonly unstatedSource: string;
  readonly asOf: string;
  readonly file: string;
  readonly background: string;
  readonly contacts: string;
  /** Rows of the file, and records that came of them: the others are notes, totals and the like. */
  readonly read: (rows: number, shown: number) => string;
  readonly noFinding: string;
  readonly findings: (count: number) => string;
  readonly repairs: (count: number) => string;
  readonly repairsHow: string;
  readonly times: (count: number) => string;
  readonly blank: string;
  readonly row: (row: number) => string;
  readonly further: (count: number) => string;
  readonly loading: string;
  readonly failed: string;
  readonly failedHint: string;
  readonly retry: string;
  readonly unknownRecord: string;
  readonly mapFailed: string;
  readonly offline: string;
  readonly empty: string;
  readonly emptyHow: string;
  readonly emptyColumns: string;
  readonly there: string;
  readonly missing: string;
  readonly comma: string;
  readonly days: string;
  readonly hours: string;
}

export const ja: AppStrings = {
  sample: '見本',
  language: '言葉',
  search: '言葉でさがす',
  searchHint: '名前、住所、説明など',
  clear: '絞り込みをやめる',
  filters: '絞り込み',
  narrowed: (count) => `絞り込み（${number(count)}個）`,
  from: 'いつから',
  to: 'いつまで',
  atLeast: 'いくつから',
  atMost: 'いくつまで',
  fromToday: '今日からにする',
  counted: (shown, all) =>
    shown === all ? `${number(all)}件` : `${number(all)}件のうち${number(shown)}件`,
  order: '並べ方',
  orders: { file: 'データの順', name: '名前の順', date: '日にちの順' },
  over: '終わりました',
  next: (count) => `つぎの${number(count)}件を表示する`,
  list: '一覧',
  noResult: 'あてはまるものがありません。',
  noResultHint: '言葉を短くするか、絞り込みをやめてください。',
  back: '一覧にもどる',
  more: 'ほかの項目',
  mapTitle: '地図',
  skipMap: '地図をとばして一覧へ',
  noPlace: '位置のデータがないため、地図には出ません。',
  withoutPlace: (count) => `このうち${number(count)}件は、位置がないため地図に出ません。`,
  about: 'データについて',
  source: '出典',
  licence: '利用条件',
  unstatedLicence: '書かれていません',
  unstatedSource: '出典と利用条件は書かれていません。',
  asOf: 'データの日付',
  file: 'ファイル',
  background: '背景の地図',
  contacts: '問い合わせ先',
  read: (rows, shown) =>
    rows === shown
      ? `${number(rows)}行を読み、すべて表示しています。`
      : `${number(rows)}行を読み、${number(shown)}件を表示しています。ほかは注記や合計です。`,
  noFinding: '直すところは見つかりませんでした。',
  findings: (count) => `直すところが${number(count)}件あります`,
  repairs: (count) => `直したところが${number(count)}件あります`,
  repairsHow: '直さずに表示する列やセルは、設定の asWritten に書きます。',
  times: (count) => `（${number(count)}件）`,
  blank: '空欄',
  row: (row) => `${number(row)}行目`,
  further: (count) => `ほかに${number(count)}件あります。`,
  loading: '読み込んでいます。',
  failed: 'データを読み込めませんでした。',
  failedHint: '通信を確かめて、もう一度ためしてください。',
  retry: 'もう一度読み込む',
  unknownRecord: 'このページのデータは、今の一覧にありません。',
  mapFailed: '地図を表示できません。一覧をお使いください。',
  offline: '通信していません。読み込みずみの内容を表示しています。',
  empty: 'まだデータがありません。',
  emptyHow: 'data フォルダーに、CSV や Excel のファイルを一つ置いてください。',
  emptyColumns: '標準のデータセットも、ほかの表も読めます。',
  there: 'あるもの',
  missing: 'ないもの',
  comma: '、',
  days: '日にち',
  hours: '時間',
};

function number(count: number): string {
  return count.toLocaleString('ja');
}
