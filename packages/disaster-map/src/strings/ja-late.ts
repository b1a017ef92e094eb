import type { Unreadable } from '../hazards/hazard-at.ts';

/** The texts of what is loaded on demand, without the search for where to go. */
export interface LateStrings {
  readonly raster: string;
  readonly rasterNone: string;
  readonly rasterNote: string;
  readonly pictures: string;
  readonly opacity: string;
  readonly legend: string;
  readonly legendUnknown: string;
  readonly pointTitle: string;
  /** On a map without hazard rasters. */
  readonly pointPlain: string;
  readonly pointNote: string;
  readonly reading: string;
  readonly readingDone: string;
  readonly outsideZone: string;
  readonly noData: string;
  readonly unreadable: Readonly<Record<Unreadable, string>>;
  readonly colourSources: string;
  readonly askAgain: string;
  readonly samePlace: string;
  readonly photoOf: (name: string) => string;
  readonly fitsTitle: string;
  readonly fitFor: (hazard: string) => string;
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
  /** Heading above the credit of what is open now. */
  readonly stateCredit: string;
  readonly contacts: string;
  readonly report: string;
  readonly reportRows: (rows: number, shown: number, leftOut: number) => string;
  readonly reportFine: string;
  readonly reportFailed: string;
  readonly reportWhere: (row: number | undefined) => string;
  readonly reportMore: (count: number) => string;
}

export const jaLate: LateStrings = {
  raster: '重ねるハザードマップ',
  rasterNone: '重ねない',
  rasterNote: '色のない場所も、安全とは限りません。',
  pictures: '凡例と説明の図',
  opacity: '色の濃さ',
  legend: '色の意味',
  legendUnknown: '色の意味は、出典のページで確かめてください。',
  pointTitle: 'この場所のハザード',
  pointPlain: '地図で選んだ所',
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
  samePlace: '同じ場所にあるもの',
  photoOf: (name) => `${name}の写真`,
  fitsTitle: '災害ごとの指定',
  fitFor: (hazard) => `${hazard}のとき`,
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
  stateCredit: 'いまの状況',
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
};

function number(count: number): string {
  return count.toLocaleString('ja');
}
