import type { Command } from '../internal/command.ts';
import { fault, YokotenError } from '../internal/fault.ts';
import { calculateRules } from '../internal/rules-package.ts';

/** `yokoten rules calculate PACK FILE` */
export const rulesCalculate: Command = {
  usage: 'rules calculate PACK FILE',
  description: {
    ja: [
      '一つの世帯の状況（JSON）の null を、変換したルールで計算して埋め、JSONで出します。',
      'OpenFiscaのWeb APIの /calculate と同じ形です。内容はどこにも送らず、記録もしません。',
      '終了コード: 0 計算した、2 読めない、または計算できない。',
    ].join('\n'),
    en: [
      'Fills in the nulls of a situation (JSON) from compiled rules and prints it as JSON.',
      'The form is that of OpenFisca’s /calculate. Nothing is sent or kept.',
      'Exit code: 0 calculated, 2 cannot be read or calculated.',
    ].join('\n'),
  },
  options: {},
  async run({ positionals, language }, terminal) {
    const [pack, file, ...others] = positionals;
    if (pack === undefined || file === undefined || others.length > 0)
      throw new YokotenError(
        fault(
          'yokoten/missing-argument',
          '変換したルールのフォルダーと、状況のファイルを書いてください。\n例: yokoten rules calculate rules situation.json',
          'Name the folder of the compiled rules and the file of the situation, like: yokoten rules calculate rules situation.json',
        ),
      );
    return calculateRules(pack, file, terminal, language);
  },
};
