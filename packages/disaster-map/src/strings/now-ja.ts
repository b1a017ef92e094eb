import type { ObservedKey, Opening } from '../state-source/observed.ts';

/** The texts about what is open now. They come with the part of the page that only maps with such a source load. */
export interface NowStrings {
  readonly title: string;
  readonly opening: Readonly<Record<Opening, string>>;
  /** Whether it is open is not certain any more, or never was. */
  readonly unsure: string;
  /** What was said of it, and how long ago. */
  readonly was: (word: string, ago: string) => string;
  readonly labels: Readonly<Record<ObservedKey, string>>;
  readonly people: (count: number) => string;
  readonly ago: (milliseconds: number) => string;
  readonly timeUnknown: string;
  /** Stands beside the age of what is not said to be so any more. */
  readonly old: string;
  readonly asOf: (when: string) => string;
  readonly loading: string;
  readonly missing: string;
  /** A newer state did not arrive; what is shown is from before. */
  readonly failed: string;
  readonly retrying: string;
  readonly count: (open: number) => string;
  /** How new the newest of all is. */
  readonly latest: (ago: string) => string;
  readonly onlyOpen: string;
  readonly onlyOpenNote: string;
  readonly nothingSaid: string;
  readonly nearestOpen: (name: string, far: string) => string;
  readonly unplaced: (count: number) => string;
  readonly unplacedNote: string;
  readonly unnamed: string;
  readonly clock: string;
  readonly source: string;
}

export const nowJa: NowStrings = {
  title: 'いまの状況',
  opening: { open: '開設中', full: '満員', closed: '閉鎖' },
  unsure: '開設は不明',
  was: (word, ago) => `${ago}は「${word}」`,
  labels: { opening: '開設', crowding: '混雑', people: '人数', capacity: '定員' },
  people: (count) => `${count.toLocaleString('ja')}人`,
  ago: agoText,
  timeUnknown: '時刻不明',
  old: '古い情報',
  asOf: (when) => `${when}時点`,
  loading: '開設の状況を読み込んでいます。',
  missing: '開設の状況を読み込めません。',
  failed: '新しい状況を読み込めません。前の情報を表示しています。',
  retrying: '自動でもう一度読み込みます。',
  count: (open) =>
    open === 0 ? '開設中の情報はありません' : `開設中 ${open.toLocaleString('ja')}か所`,
  latest: (ago) => `最新 ${ago}`,
  onlyOpen: '開設中だけ',
  onlyOpenNote: '開設しているかわからない場所は、表示していません。',
  nothingSaid: 'この場所の状況はわかりません。',
  nearestOpen: (name, far) => `開設中でもっとも近いのは${name}です。${far}。`,
  unplaced: (count) => `一覧にない場所の情報（${count.toLocaleString('ja')}件）`,
  unplacedNote: '名前が一覧と合わないため、地図には出せません。',
  unnamed: '名前のない場所',
  clock: 'この端末の時計は進んでいるかもしれません。時刻を確かめてください。',
  source: '状況の出典',
};

function agoText(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return 'たった今';
  if (minutes < 60) return `${minutes}分前`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `${Math.floor(hours / 24).toLocaleString('ja')}日前`;
  return minutes % 60 === 0 ? `${hours}時間前` : `${hours}時間${minutes % 60}分前`;
}
