import type { Command } from '../internal/command.ts';
import { fault, YokotenError } from '../internal/fault.ts';
import { testRules } from '../internal/rules-package.ts';

/** `yokoten rules test PACK PATH…` */
export const rulesTest: Command = {
  usage: 'rules test PACK PATH…',
  description: {
    ja: [
      'OpenFiscaのYAMLテストを、変換したルールで実行します。テストはそのまま使えます。',
      '最後の行は「N passed, M failed」です。終了コード: 0 すべて合格、1 不合格がある、2 読めない。',
    ].join('\n'),
    en: [
      'Runs OpenFisca’s YAML tests, as they are, against compiled rules.',
      'The last line is "N passed, M failed". Exit code: 0 all passed, 1 some failed, 2 cannot be read.',
    ].join('\n'),
  },
  options: {},
  async run({ positionals, language }, terminal) {
    const [pack, ...paths] = positionals;
    if (pack === undefined || paths.length === 0)
      throw new YokotenError(
        fault(
          'yokoten/missing-argument',
          '変換したルールのフォルダーと、テストのファイルかフォルダーを書いてください。\n例: yokoten rules test rules site-packages/openfisca_japan/tests',
          'Name the folder of the compiled rules and files or folders of tests, like: yokoten rules test rules site-packages/openfisca_japan/tests',
        ),
      );
    return testRules(pack, paths, terminal, language);
  },
};
