import type { FirstStrings } from './first-strings.ts';

/** The texts before anything else arrived, in Japanese. */
export const jaFirst: FirstStrings = {
  reviewed: true,
  unreviewed: 'この言葉の文章は、まだ人が確かめていません。',
  packInJapanese: 'この制度の説明は、日本語だけです。',
  language: '言葉',
  loading: '読み込んでいます。',
  failed: '制度のデータを読み込めませんでした。',
  failedHint: '通信を確かめて、もう一度ためしてください。',
  retry: 'もう一度ためす',
  partFailed: '画面の一部を読み込めませんでした。もう一度ためしてください。',
  stale: '新しいデータを読み込めませんでした。前のデータを使っています。',
  notOpened: '保存した答えを開けませんでした。リンクが途中で切れているか、古い版のものです。',
  sample: '見本',
  sampleText: '見本の画面です。ここに出る市や窓口は、実在しません。',

  intro: '質問に答えると、受けられそうな手当や支援と、その理由がわかります。',
  privacy: '計算は、この端末の中だけでします。答えはどこにも送りません。',
  asOf: (date) => `${date}のきまりで計算します。`,
  setTitle: '何について調べますか',
  sets: { main: '毎日のくらしの手当や支援', disaster: '災害にあったときの支援' },
  begin: '質問を始める',

  householdTitle: 'いっしょに暮らしている人は、だれですか',
  householdHint: '同じ家で、家計をともにする人をみんな加えてください。',
  kinds: { self: 'あなた', partner: '配偶者・パートナー', child: '子ども', grandparent: '祖父母' },
  numbered: (kind, count) => `${kind}（${count}人目）`,
  add: (kind) => `${kind}を加える`,
  remove: (name) => `${name}を外す`,
  added: (name) => `${name}を加えました。`,
  removed: (name) => `${name}を外しました。`,

  next: '次へ進む',
  back: '前へ戻る',

  seeResults: 'ここまでの結果を見る',
  about: 'このページについて',
  notDecision: 'これは目安です。決めるのは窓口です。',
};
