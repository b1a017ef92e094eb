import { ja, type AppStrings } from './ja.ts';

export const jaSimple: AppStrings = {
  sample: '見本（みほん）',
  language: 'ことば',
  search: 'ことばで さがす',
  searchHint: '名前（なまえ）や 場所（ばしょ）',
  clear: 'ぜんぶ 見（み）る',
  filters: 'えらぶ',
  narrowed: (count) => `えらぶ（${number(count)}こ えらびました）`,
  from: 'この 日（ひ）から',
  to: 'この 日（ひ）まで',
  atLeast: 'この 数（かず）から',
  atMost: 'この 数（かず）まで',
  fromToday: '今日（きょう）からに する',
  counted: (shown, all) =>
    shown === all
      ? `${number(all)}こ あります`
      : `${number(all)}この 中（なか）の ${number(shown)}こ`,
  order: 'ならべかた',
  orders: {
    file: 'もとの 順番（じゅんばん）',
    name: '名前（なまえ）の 順番',
    date: '日（ひ）の 順番',
  },
  over: 'もう おわりました',
  next: (count) => `つぎの ${number(count)}こを 見（み）る`,
  list: '一覧（いちらん）',
  noResult: 'ありません。',
  noResultHint: 'ことばを 短（みじか）くしてください。',
  back: '一覧（いちらん）に もどる',
  more: 'ほかの こと',
  mapTitle: '地図（ちず）',
  skipMap: '地図（ちず）を とばす',
  noPlace: '場所（ばしょ）が わかりません。地図（ちず）に ありません。',
  withoutPlace: (count) => `${number(count)}こは 地図（ちず）に ありません。`,
  about: 'データに ついて',
  source: 'だれの データか',
  licence: 'つかう ときの きまり',
  unstatedLicence: 'わかりません',
  unstatedSource: 'だれの データか わかりません。',
  asOf: 'データの 日（ひ）',
  file: 'ファイルの 名前（なまえ）',
  background: 'うしろの 地図（ちず）',
  contacts: '質問（しつもん）する ところ',
  read: (rows, shown) =>
    rows === shown
      ? `${number(rows)}行（ぎょう）を 読（よ）みました。ぜんぶ 見（み）ることが できます。`
      : `${number(rows)}行（ぎょう）を 読（よ）みました。${number(shown)}こ 見（み）ることが できます。`,
  noFinding: 'データに まちがいは ありません。',
  findings: (count) => `なおす ところが ${number(count)}こ あります`,
  repairs: (count) => `なおした ところが ${number(count)}こ あります`,
  repairsHow: 'もとの ファイルは そのままです。',
  times: (count) => `（${number(count)}こ）`,
  blank: '（なし）',
  row: (row) => `${number(row)}番目（ばんめ）の 行（ぎょう）`,
  further: (count) => `ほかに ${number(count)}こ あります。`,
  loading: 'まって ください。',
  failed: 'データが ありません。',
  failedHint: 'インターネットを 見（み）て、もう一度（いちど） してください。',
  retry: 'もう一度（いちど） する',
  unknownRecord: 'このデータは もう ありません。',
  mapFailed: '地図（ちず）を 見（み）ることが できません。一覧（いちらん）を 見てください。',
  offline: 'インターネットに つながって いません。前（まえ）の ものを 見（み）せています。',
  empty: 'まだ データが ないです。',
  emptyHow: ja.emptyHow.replace('置いて', '置（お）いて'),
  emptyColumns: '町（まち）の 決（き）まった 形（かたち）の 表（ひょう）を 読（よ）みます。',
  there: 'ある もの',
  missing: 'ない もの',
  comma: '、 ',
  days: '日（ひ）',
  hours: '時間（じかん）',
};

function number(count: number): string {
  return count.toLocaleString('ja');
}
