import type { Fit, HazardId } from '../document.ts';

const hazards: Readonly<Record<HazardId, string>> = {
  flood: '洪水',
  landslide: 'がけ崩れ・土石流・地滑り',
  'storm-surge': '高潮',
  earthquake: '地震',
  tsunami: '津波',
  fire: '大規模な火事',
  'inland-flood': '内水氾濫',
  volcano: '火山',
};

const fits: Readonly<Record<Fit, string>> = {
  o: '指定あり',
  x: '不適',
  '-': '指定なし',
  '?': '不明',
};

/** Every text of the map's element, in Japanese. */
export interface MapStrings {
  readonly hazards: typeof hazards;
  readonly fits: typeof fits;
  readonly skipMap: string;
  readonly map: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly sample: string;
  readonly language: string;
  readonly search: string;
  readonly searchHint: string;
  readonly clearSearch: string;
  readonly hazard: string;
  readonly anyHazard: string;
  readonly layers: string;
  readonly list: string;
  readonly counted: (shown: number, all: number) => string;
  readonly places: (count: number) => string;
  readonly next: (count: number) => string;
  readonly noResult: string;
  readonly noResultHint: string;
  readonly here: (count: number) => string;
  readonly showAll: string;
  readonly grow: string;
  readonly shrink: string;
  readonly back: string;
  readonly fitFor: (hazard: string) => string;
  readonly about: string;
  readonly layer: string;
  readonly position: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly source: string;
  readonly dateOfData: string;
  readonly licence: string;
  readonly licenceUnstated: string;
  readonly processed: string;
  readonly background: string;
  readonly boundary: string;
  readonly contacts: string;
  readonly report: string;
  readonly reportRows: (rows: number, shown: number, leftOut: number) => string;
  readonly reportFine: string;
  readonly reportLoading: string;
  readonly reportFailed: string;
  readonly reportWhere: (row: number | undefined) => string;
  readonly loading: string;
  readonly failed: string;
  readonly failedHint: string;
  readonly retry: string;
  readonly empty: string;
  readonly emptyHow: string;
  readonly emptyColumns: string;
  readonly emptyStandard: string;
  readonly backgroundMissing: string;
  readonly offline: string;
  readonly noMap: string;
}

export const ja: MapStrings = {
  hazards,
  fits,
  skipMap: '地図をとばして一覧へ',
  map: '地図。同じ内容が一覧にあります。矢印キーで動き、+ と - で大きさが変わります。',
  zoomIn: '地図を大きくする',
  zoomOut: '地図を小さくする',
  sample: '見本',
  language: '言葉',
  search: '場所をさがす',
  searchHint: '名前・住所・種類',
  clearSearch: '検索の言葉を消す',
  hazard: '災害の種類',
  anyHazard: 'すべて',
  layers: '表示するもの',
  list: '一覧',
  counted: (shown, all) => (shown === all ? `${all}件` : `${all}件のうち${shown}件`),
  places: (count) => `${count}件`,
  next: (count) => `つぎの${count}件を表示する`,
  noResult: 'あてはまる場所がありません。',
  noResultHint: '言葉を短くするか、「表示するもの」を増やしてください。',
  here: (count) => `地図のこの場所にあるもの：${count}件`,
  showAll: 'すべて表示する',
  grow: '一覧を広げる',
  shrink: '一覧を小さくする',
  back: '一覧にもどる',
  fitFor: (hazard) => `${hazard}のとき`,
  about: 'データについて',
  layer: '種別',
  position: '緯度・経度',
  copyLink: 'リンクをコピーする',
  linkCopied: 'コピーしました',
  source: '出典',
  dateOfData: 'データの日付',
  licence: '利用条件',
  licenceUnstated: '利用条件（ライセンス）は明示されていません',
  processed: '加工',
  background: '背景地図',
  boundary: '境界',
  contacts: '問い合わせ先',
  report: 'データの状態',
  reportRows: (rows, shown, leftOut) =>
    leftOut === 0
      ? `${rows}行を読み、すべて表示しています。`
      : `${rows}行を読み、${shown}行を表示しています。${leftOut}行は表示できません。`,
  reportFine: '直すところは見つかりませんでした。',
  reportLoading: '読み込んでいます。',
  reportFailed: '一覧を読み込めませんでした。',
  reportWhere: (row) => (row === undefined ? 'ファイル全体' : `${row}行目`),
  loading: '読み込んでいます。',
  failed: '地図のデータを読み込めませんでした。',
  failedHint: '通信を確かめて、もう一度ためしてください。',
  retry: 'もう一度読み込む',
  empty: 'まだ場所のデータがありません。',
  emptyHow: 'この名前で CSV ファイルを置いてください。',
  emptyColumns: '名称、緯度、経度の列があれば表示できます。',
  emptyStandard: '自治体標準オープンデータセットは、そのまま読めます。',
  backgroundMissing: '背景地図を表示できません。場所と境界は表示しています。',
  offline: '通信していません。保存された内容を表示しています。',
  noMap: '地図を表示できません。一覧をお使いください。',
};
