import type { Fit, HazardId } from '../document.ts';
import { nearStartJa, type NearStartStrings } from './near-start-ja.ts';

/** The texts of the first list and map, and of what may be said before anything else arrived. */
export interface FirstStrings extends NearStartStrings {
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
  readonly ask: string;
  readonly pointMark: string;
  readonly startMark: string;
  readonly anyValue: string;
  readonly choice: (value: string, count: number) => string;
  readonly clearFilters: string;
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
  readonly about: string;
  readonly loading: string;
  readonly failed: string;
  readonly slow: string;
  readonly failedHint: string;
  readonly partFailed: string;
  readonly retry: string;
  readonly empty: string;
  readonly emptyHow: string;
  readonly emptyColumns: string;
  readonly emptyStandard: string;
  readonly backgroundMissing: string;
  readonly rasterMissing: string;
  readonly stale: string;
  readonly offline: string;
  readonly noMap: string;
}

export const jaFirst: FirstStrings = {
  ...nearStartJa,
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
  ask: '地図の中央を調べる',
  pointMark: '調べた場所',
  startMark: '出発点',
  anyValue: 'すべて',
  choice: (value, count) => `${value}（${number(count)}件）`,
  clearFilters: '絞り込みをやめる',
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
  about: 'データについて',
  loading: '読み込んでいます。',
  failed: '地図のデータを読み込めませんでした。',
  slow: '地図のデータがまだ届きません。',
  failedHint: '通信を確かめて、もう一度ためしてください。',
  partFailed: 'この部分を読み込めませんでした。',
  retry: 'もう一度読み込む',
  empty: 'まだ場所のデータがありません。',
  emptyHow: 'この名前で CSV ファイルを置いてください。',
  emptyColumns: '名称、緯度、経度の列があれば表示できます。',
  emptyStandard: '自治体標準オープンデータセットは、そのまま読めます。',
  rasterMissing: 'ハザードマップの色を表示できません。安全という意味ではありません。',
  backgroundMissing: '背景地図を表示できません。場所と境界は表示しています。',
  stale: '新しいデータを読み込めません。前のデータを表示しています。',
  offline: '通信していません。読み込みずみの内容を表示しています。',
  noMap: '地図を表示できません。一覧をお使いください。',
};

function number(count: number): string {
  return count.toLocaleString('ja');
}
