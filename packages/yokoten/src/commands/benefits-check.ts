import { checkBenefits, FORMAT } from '../internal/benefits-package.ts';
import type { Command } from '../internal/command.ts';

/** `yokoten benefits check [PATH…]` */
export const benefitsCheck: Command = {
  usage: 'benefits check [PATH…]',
  description: {
    ja: [
      '自分たちで書いた支援制度のファイルを点検し、「例」を計算して確かめます。ふだんは schemes フォルダーです。',
      '間違いはすべて、ファイル、行、列、直し方で知らせます。最後の行は「N passed, M failed」です。',
      '終了コード: 0 問題なし、1 間違いか合わない例がある、2 読めない。',
    ].join('\n'),
    en: [
      'Checks files of own support schemes and works their examples out. Without a path, the folder schemes.',
      'Every mistake is told with file, line, column and what to do. The last line is "N passed, M failed".',
      'Exit code: 0 fine, 1 mistakes or examples that fail, 2 cannot be read.',
    ].join('\n'),
  },
  options: { format: FORMAT },
  run: async (request, terminal) => (await checkBenefits(request, terminal)).code,
};
