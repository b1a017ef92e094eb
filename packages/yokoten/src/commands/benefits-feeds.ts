import { feedBenefits } from '../internal/benefits-import.ts';
import type { Command } from '../internal/command.ts';
import { OUTPUT } from '../internal/data/options.ts';

/** `yokoten benefits feeds FOLDER -o OUT --base-url URL` */
export const benefitsFeeds: Command = {
  usage: 'benefits feeds FOLDER -o OUT --base-url URL',
  description: {
    ja: [
      '取り込んだ一覧から、自治体ごとのAtomとJSON Feedを書きます。新しい制度や変わった制度を知らせるためです。',
      '誰が読んでいるかは記録しません。終了コード: 0 書いた、2 できない。',
    ].join('\n'),
    en: [
      'Writes Atom and JSON feeds per municipality from imported lists, which tell of new and changed programmes.',
      'Nobody is registered. Exit code: 0 written, 2 cannot.',
    ].join('\n'),
  },
  options: {
    output: OUTPUT,
    'base-url': {
      value: 'URL',
      description: {
        ja: 'フィードを公開するフォルダーのアドレス（https）',
        en: 'https address of the folder that they are published in',
      },
    },
  },
  run: feedBenefits,
};
