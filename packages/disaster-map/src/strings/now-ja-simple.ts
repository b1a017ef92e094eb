import type { NowStrings } from './now-ja.ts';

/** See `ja-simple.ts`. */
export const nowSimple: NowStrings = {
  title: '今どうなっているか',
  opening: {
    open: '開（あ）いています',
    full: 'いっぱいです。入れません',
    closed: '閉（し）まっています',
  },
  unsure: '開（あ）いているかわかりません',
  was: (word, ago) => `${ago}：${word}`,
  labels: {
    opening: '開（あ）いているか',
    crowding: '人が多いか',
    people: 'いる人',
    capacity: '入れる人',
  },
  people: (count) => `${count.toLocaleString('ja')}人`,
  ago: agoText,
  timeUnknown: '時間（じかん）がわかりません',
  old: '古い情報（じょうほう）',
  asOf: (when) => `${when}のとき`,
  loading: '開（あ）いているところをしらべています。',
  missing: '開（あ）いているところがわかりません。',
  failed: '新しい情報（じょうほう）を読めません。前の情報（じょうほう）です。',
  retrying: 'もう一度（いちど）読みます。まってください。',
  count: (open) =>
    open === 0
      ? '開（あ）いているところは、見つかりません。'
      : `開（あ）いているところ：${open.toLocaleString('ja')}`,
  latest: (ago) => `新しい情報（じょうほう）：${ago}`,
  onlyOpen: '開（あ）いているところだけ',
  onlyOpenNote: 'わからないところは、出しません。',
  nothingSaid: '今どうなっているか、わかりません。',
  nearestOpen: (name, far) =>
    `開（あ）いていていちばん近（ちか）いところは${name}です。${far}です。`,
  unplaced: (count) => `リストにないところ：${count.toLocaleString('ja')}`,
  unplacedNote: '名前がリストとちがいます。地図に出せません。',
  unnamed: '名前がないところ',
  clock: 'この時計（とけい）はちがうかもしれません。時間（じかん）を見てください。',
  source: 'だれが作った情報（じょうほう）か',
};

function agoText(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return '今';
  if (minutes < 60) return `${minutes}分（ふん）前`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `${Math.floor(hours / 24).toLocaleString('ja')}日（にち）前`;
  const whole = `${hours}時間（じかん）`;
  return minutes % 60 === 0 ? `${whole}前` : `${whole}${minutes % 60}分（ふん）前`;
}
