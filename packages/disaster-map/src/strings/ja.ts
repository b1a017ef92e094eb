import type { Fit, HazardId } from '../document.ts';
import type { Unreadable } from '../hazards/hazard-at.ts';
import { nearJa, type NearStrings } from './near-ja.ts';

/** Every text of the map's element. */
export interface MapStrings extends NearStrings {
  readonly hazards: Readonly<Record<HazardId, string>>;
  readonly fits: Readonly<Record<Fit, string>>;
  /** What stands before the word for a fit, so that it is seen at a glance. */
  readonly signs: Readonly<Record<Fit, string>>;
  readonly skipMap: string;
  readonly mapTitle: string;
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
  readonly raster: string;
  readonly rasterNone: string;
  readonly rasterNote: string;
  readonly rasterMore: string;
  readonly opacity: string;
  readonly legend: string;
  readonly legendUnknown: string;
  readonly ask: string;
  readonly pointTitle: string;
  readonly pointMark: string;
  readonly pointNote: string;
  readonly reading: string;
  readonly readingDone: string;
  readonly outsideZone: string;
  readonly noData: string;
  readonly unreadable: Readonly<Record<Unreadable, string>>;
  readonly colourSources: string;
  readonly askAgain: string;
  readonly anyValue: string;
  readonly choice: (value: string, count: number) => string;
  readonly clearFilters: string;
  readonly samePlace: string;
  readonly photoOf: (name: string) => string;
  readonly layers: string;
  readonly layersShown: (shown: number, all: number) => string;
  readonly list: string;
  readonly counted: (shown: number, all: number) => string;
  readonly places: (count: number) => string;
  readonly next: (count: number) => string;
  readonly noResult: string;
  readonly noResultHint: string;
  readonly here: string;
  readonly showAll: string;
  readonly grow: string;
  readonly shrink: string;
  readonly back: string;
  readonly fitsTitle: string;
  readonly fitFor: (hazard: string) => string;
  readonly about: string;
  readonly position: string;
  readonly copyLink: string;
  readonly showQr: string;
  readonly qrOf: string;
  readonly shareTitle: string;
  readonly linkCopied: string;
  readonly linkShown: string;
  readonly creditTitle: string;
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
  readonly reportFailed: string;
  readonly reportWhere: (row: number | undefined) => string;
  readonly reportMore: (count: number) => string;
  readonly loading: string;
  readonly failed: string;
  readonly failedHint: string;
  readonly partFailed: string;
  readonly retry: string;
  readonly empty: string;
  readonly emptyHow: string;
  readonly emptyColumns: string;
  readonly emptyStandard: string;
  readonly backgroundMissing: string;
  readonly stale: string;
  readonly offline: string;
  readonly noMap: string;
}

export const ja: MapStrings = {
  ...nearJa,
  hazards: {
    flood: '洪水',
    landslide: 'がけ崩れ・土石流・地滑り',
    'storm-surge': '高潮',
    earthquake: '地震',
    tsunami: '津波',
    fire: '大規模な火事',
    'inland-flood': '内水氾濫',
    volcano: '火山',
  },
  fits: { o: '指定あり', x: '不適', '-': '指定なし', '?': '不明' },
  signs: { o: '○', x: '×', '-': '–', '?': '?' },
  skipMap: '地図をとばして一覧へ',
  mapTitle: '地図',
  map: '地図。同じ内容が一覧にあります。矢印キーで動き、+ と - で大きさが変わります。',
  zoomIn: '地図を大きくする',
  zoomOut: '地図を小さくする',
  sample: '見本',
  language: '言葉',
  search: '場所をさがす',
  searchHint: '名前や住所でさがす',
  clearSearch: '検索の言葉を消す',
  hazard: '災害の種類',
  anyHazard: 'すべて',
  raster: '重ねるハザードマップ',
  rasterNone: '重ねない',
  rasterNote: '色のない場所も、安全とは限りません。',
  rasterMore: '色の濃さと出典',
  opacity: '色の濃さ',
  legend: '色の意味',
  legendUnknown: '色の意味は、出典のページで確かめてください。',
  ask: '地図の中央を調べる',
  pointTitle: 'この場所のハザード',
  pointMark: '調べた場所',
  pointNote:
    '公開されている地図の色を読んだ結果です。実際の被害は、これと違うことがあります。町のハザードマップも確かめてください。',
  reading: '調べています。',
  readingDone: '調べました。',
  outsideZone: '公開されている区域の外です。安全という意味ではありません。',
  noData: 'この場所のデータは公開されていません。安全という意味ではありません。',
  unreadable: {
    'no-table': '色の意味を確かめられないため、読めません。',
    'unknown-color': '凡例にない色のため、読めません。',
    pattern: '区域の中か近くです。模様のすき間のため、どちらか読めません。',
    decode: '地図の画像が壊れていて、読めません。',
    server: '提供元の不具合で、読めません。',
    network: '通信できず、読めません。',
  },
  colourSources: '色の意味の出典',
  askAgain: 'もう一度調べる',
  anyValue: 'すべて',
  choice: (value, count) => `${value}（${number(count)}件）`,
  clearFilters: '絞り込みをやめる',
  samePlace: '同じ場所にあるもの',
  photoOf: (name) => `${name}の写真`,
  layers: '表示するもの',
  layersShown: (shown, all) => `${all}種類のうち${shown}種類`,
  list: '一覧',
  counted: (shown, all) =>
    shown === all ? `${number(all)}件` : `${number(all)}件のうち${number(shown)}件`,
  places: (count) => `${number(count)}件`,
  next: (count) => `つぎの${count}件を表示する`,
  noResult: 'あてはまる場所がありません。',
  noResultHint: '言葉を短くするか、「表示するもの」を増やしてください。',
  here: '地図のこの場所にあるもの',
  showAll: 'すべて表示する',
  grow: '一覧を広げる',
  shrink: '一覧を小さくする',
  back: '一覧にもどる',
  fitsTitle: '災害ごとの指定',
  fitFor: (hazard) => `${hazard}のとき`,
  about: 'データについて',
  position: '緯度・経度',
  copyLink: 'リンクをコピーする',
  showQr: 'QRコードを表示する',
  qrOf: 'このページを開くQRコード',
  shareTitle: 'このページを伝える',
  linkCopied: 'コピーしました。',
  linkShown: 'コピーできませんでした。このアドレスをお使いください。',
  creditTitle: '出典と利用条件',
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
      ? `${number(rows)}行を読み、すべて表示しています。`
      : `${number(rows)}行を読み、${number(shown)}行を表示しています。${number(leftOut)}行は表示できません。`,
  reportFine: '直すところは見つかりませんでした。',
  reportFailed: '直すところの一覧を読み込めませんでした。',
  reportWhere: (row) => (row === undefined ? 'ファイル全体' : `${row}行目`),
  reportMore: (count) => `ほかに${number(count)}件あります。`,
  loading: '読み込んでいます。',
  failed: '地図のデータを読み込めませんでした。',
  failedHint: '通信を確かめて、もう一度ためしてください。',
  partFailed: 'この部分を読み込めませんでした。',
  retry: 'もう一度読み込む',
  empty: 'まだ場所のデータがありません。',
  emptyHow: 'この名前で CSV ファイルを置いてください。',
  emptyColumns: '名称、緯度、経度の列があれば表示できます。',
  emptyStandard: '自治体標準オープンデータセットは、そのまま読めます。',
  backgroundMissing: '背景地図を表示できません。場所と境界は表示しています。',
  stale: '新しいデータを読み込めません。前のデータを表示しています。',
  offline: '通信していません。読み込みずみの内容を表示しています。',
  noMap: '地図を表示できません。一覧をお使いください。',
};

function number(count: number): string {
  return count.toLocaleString('ja');
}
