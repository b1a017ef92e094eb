import type { NearStrings } from './near-ja.ts';

/** See `ja-simple.ts`. */
export const nearSimple: NearStrings = {
  nearFind: '近（ちか）くの避難所（ひなんじょ：にげる場所）をさがす',
  nearFindPlace: '近（ちか）くの場所（ばしょ）をさがす',
  nearOther: '住所（じゅうしょ）か地図（ちず）でさがす',
  nearElsewhere: 'ほかのところからさがす',
  nearAsking: '今いるところをしらべています。',
  nearFromPosition: '今いるところから近（ちか）い順番（じゅんばん）です。',
  nearFromMap: '地図（ちず）のまん中から近（ちか）い順番（じゅんばん）です。',
  nearFromPoint: '地図（ちず）でえらんだところから近（ちか）い順番（じゅんばん）です。',
  nearHere: 'ここから近（ちか）いところをさがす',
  nearFromAddress: (label) => `${label}から近（ちか）い順番（じゅんばん）です。`,
  nearAccuracy: (distance) => `場所（ばしょ）は${distance}くらいちがうかもしれません。`,
  nearFirst: (name, far) => `いちばん近（ちか）いところは${name}です。${far}です。`,
  nearFitsFirst: (hazard) => `町（まち）がえらんだところが先（さき）です。${hazard}。`,
  nearNoneFits: (hazard) => `町（まち）がえらんだところはありません。${hazard}。`,
  nearFar: 'この地図（ちず）の場所（ばしょ）は、ぜんぶ遠（とお）いです。',
  nearHow:
    'まっすぐはかった長さです。道（みち）はもっと長いです。1分（ぷん）に80m歩（ある）く時間（じかん）です。',
  nearDistance: (value, unit) =>
    `${value.toLocaleString('ja')} ${unit === 'm' ? 'メートル' : 'キロメートル'}`,
  nearWalk: (distance, minutes) => `まっすぐ${distance}、歩（ある）いて${duration(minutes)}くらい`,
  nearUsePosition: '今いるところからさがす',
  nearUseMap: '地図（ちず）のまん中からさがす',
  nearAddress: '住所（じゅうしょ）からさがす',
  nearAddresses: '住所（じゅうしょ）のリスト',
  nearAddressHint: '町の名前（なまえ）',
  nearSearch: 'さがす',
  nearAddressNone: 'その住所（じゅうしょ）はありません。みじかく書いてください。',
  nearAddressFailed: '住所（じゅうしょ）のリストを読めません。もう一度（いちど）やってください。',
  nearChoose: '近（ちか）い住所（じゅうしょ）をえらんでください。',
  nearRefused: '今いるところを使（つか）えません。「許可（きょか：いいです）」をおしてください。',
  nearUnavailable: '今いるところがわかりません。',
  nearTimeout: '今いるところが見つかりません。時間（じかん）がかかりすぎました。',
  nearFaultHint: 'ほかのやり方でもさがせます。リストも使（つか）えます。',
  nearStop: '近（ちか）い順番（じゅんばん）をやめる',
  nearClose: 'とじる',
  nearNeeds: 'いるもの',
  nearNeed: {
    'step-free': '車（くるま）いすで入れる',
    pets: 'ペット（犬やねこ）といっしょに入れる',
  },
  nearAnswer: { yes: 'はい', unknown: 'わかりません', no: 'いいえ' },
  nearNeedSaid: (need, answer) => `${need}：${answer}`,
  nearWay: 'ここへ行く',
  nearWayApp: '地図（ちず）アプリをひらく',
  nearWayWeb: 'Google マップで道（みち）を見る',
  nearWayNote: 'ほかのアプリがひらきます。この場所（ばしょ）だけをつたえます。',
};

function duration(minutes: number): string {
  if (minutes < 60) return `${minutes}分（ふん）`;
  const rest = minutes % 60;
  const hours = `${Math.floor(minutes / 60).toLocaleString('ja')}時間（じかん）`;
  return rest === 0 ? hours : `${hours}${rest}分（ふん）`;
}
