import { asBenefitsFault, checkBenefits, loadBenefits } from '../internal/benefits-package.ts';
import type { Command } from '../internal/command.ts';
import { OUTPUT, textOption } from '../internal/data/options.ts';
import { fault, YokotenError } from '../internal/fault.ts';

/** `yokoten benefits build [PATH…] -o OUT` */
export const benefitsBuild: Command = {
  usage: 'benefits build [PATH…] -o OUT',
  description: {
    ja: [
      '支援制度のファイルを点検し、ページが読み込むファイル（index.js、data.js、texts）を書きます。',
      '間違いか合わない例があれば、何も書きません。終了コード: 0 書いた、1 間違いがある、2 できない。',
    ].join('\n'),
    en: [
      'Checks files of own support schemes and writes what a page loads: index.js, data.js and texts.',
      'Writes nothing where there are mistakes. Exit code: 0 written, 1 mistakes, 2 cannot.',
    ].join('\n'),
  },
  options: { output: OUTPUT },
  async run(request, terminal) {
    const out = textOption(request, 'output');
    if (out === undefined)
      throw new YokotenError(
        fault(
          'yokoten/missing-argument',
          '書き出すフォルダーを -o で書いてください。\n例: yokoten benefits build schemes -o src/schemes',
          'Name the folder to write to with -o, like: yokoten benefits build schemes -o src/schemes',
        ),
      );
    const { code, check } = await checkBenefits(request, terminal);
    if (check.compiled === undefined || code !== 0) return 1;
    const { writeFolder, writePack } = await loadBenefits();
    try {
      writeFolder(out, writePack(check.compiled.data, check.compiled.texts));
    } catch (error) {
      throw asBenefitsFault(error);
    }
    return 0;
  },
};
