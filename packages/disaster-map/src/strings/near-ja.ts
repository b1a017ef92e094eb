import type { Answer, Need } from '../nearest/needs.ts';
import { nearStartJa, type NearStartStrings } from './near-start-ja.ts';

/** The texts of the search for where to go. */
export interface NearStrings extends NearStartStrings {
  readonly nearAsking: string;
  readonly nearFromPosition: string;
  readonly nearFromMap: string;
  readonly nearFromPoint: string;
  /** The button at a point that was chosen on the map. */
  readonly nearHere: string;
  readonly nearFromAddress: (label: string) => string;
  readonly nearAccuracy: (distance: string) => string;
  readonly nearFirst: (name: string, far: string) => string;
  readonly nearFitsFirst: (hazard: string) => string;
  readonly nearNoneFits: (hazard: string) => string;
  readonly nearFar: string;
  readonly nearHow: string;
  readonly nearDistance: (value: number, unit: 'm' | 'km') => string;
  readonly nearWalk: (distance: string, minutes: number) => string;
  /** What hides the ways to start from somewhere else. */
  readonly nearElsewhere: string;
  readonly nearUsePosition: string;
  readonly nearUseMap: string;
  readonly nearAddress: string;
  /** Heading above the credit of the table of addresses. */
  readonly nearAddresses: string;
  readonly nearAddressHint: string;
  readonly nearSearch: string;
  readonly nearAddressNone: string;
  readonly nearAddressFailed: string;
  readonly nearChoose: string;
  readonly nearRefused: string;
  readonly nearUnavailable: string;
  readonly nearTimeout: string;
  readonly nearFaultHint: string;
  readonly nearStop: string;
  readonly nearClose: string;
  readonly nearNeeds: string;
  readonly nearNeed: Readonly<Record<Need, string>>;
  readonly nearAnswer: Readonly<Record<Answer, string>>;
  readonly nearNeedSaid: (need: string, answer: string) => string;
  readonly nearWay: string;
  readonly nearWayApp: string;
  readonly nearWayWeb: string;
  readonly nearWayNote: string;
}

export const nearJa: NearStrings = {
  ...nearStartJa,
  nearAsking: '現在地を調べています。',
  nearFromPosition: '現在地から近い順です。',
  nearFromMap: '地図の中心から近い順です。',
  nearFromPoint: '地図で選んだ所から近い順です。',
  nearHere: 'ここから近い順に探す',
  nearFromAddress: (label) => `${label}から近い順です。`,
  nearAccuracy: (distance) => `現在地は${distance}ほどずれることがあります。`,
  nearFirst: (name, far) => `もっとも近いのは${name}です。${far}。`,
  nearFitsFirst: (hazard) => `${hazard}に「指定あり」の場所が先です。`,
  nearNoneFits: (hazard) => `${hazard}に「指定あり」の場所はここにありません。`,
  nearFar: 'この地図の場所は、どれも遠くにあります。',
  nearHow: '距離は道のりではなく直線距離です。時間は分速80mで計算しています。',
  nearDistance: (value, unit) => `${value.toLocaleString('ja')}${unit}`,
  nearWalk: (distance, minutes) => `直線で${distance}、徒歩およそ${duration(minutes)}`,
  nearElsewhere: 'ほかの所から探す',
  nearUsePosition: '現在地から探す',
  nearUseMap: '地図の中心から探す',
  nearAddress: '住所から探す',
  nearAddresses: '住所の一覧',
  nearAddressHint: '町名や丁目',
  nearSearch: '探す',
  nearAddressNone: 'その住所は見つかりません。町名を短く入れてください。',
  nearAddressFailed: '住所の一覧を読み込めません。もう一度ためしてください。',
  nearChoose: '近い住所を選んでください。',
  nearRefused: '現在地を使う許可がありません。',
  nearUnavailable: '現在地がわかりません。',
  nearTimeout: '現在地を調べるのに時間がかかりすぎました。',
  nearFaultHint: 'ほかの方法でも探せます。一覧もそのまま使えます。',
  nearStop: '近い順をやめる',
  nearClose: '閉じる',
  nearNeeds: '必要なこと',
  nearNeed: { 'step-free': '段差なし・車椅子', pets: 'ペットと避難' },
  nearAnswer: { yes: 'できる', unknown: '不明', no: 'できない' },
  nearNeedSaid: (need, answer) => `${need}は${answer}`,
  nearWay: 'ここへの行き方',
  nearWayApp: '地図アプリで開く',
  nearWayWeb: 'Google マップで行き方を見る',
  nearWayNote: '押すと別のアプリが開きます。伝わるのはこの場所の位置だけです。',
};

function duration(minutes: number): string {
  if (minutes < 60) return `${minutes}分`;
  const rest = minutes % 60;
  const hours = `${Math.floor(minutes / 60).toLocaleString('ja')}時間`;
  return rest === 0 ? hours : `${hours}${rest}分`;
}
