import type { Command } from '../internal/command.ts';
import { fault, YokotenError } from '../internal/fault.ts';
import { compileRules } from '../internal/rules-package.ts';

/** `yokoten rules compile PACKAGE -o OUT` */
export const rulesCompile: Command = {
  usage: 'rules compile PACKAGE -o OUT',
  description: {
    ja: [
      'OpenFiscaの国のパッケージ（Pythonのフォルダー）を、ブラウザーで動くモジュールに変換します。',
      'Pythonは実行しません。元のパッケージのライセンスが、変換したものにも及びます。',
      '終了コード: 0 すべて変換した、1 一部は変換できない、2 できない。',
    ].join('\n'),
    en: [
      'Compiles an OpenFisca country package (its Python folder) into a module that runs in a browser.',
      'Python is not run. The licence of the package holds for the result too.',
      'Exit code: 0 all of it compiled, 1 parts could not be, 2 cannot.',
    ].join('\n'),
  },
  options: {
    out: {
      value: 'OUT',
      short: 'o',
      description: { ja: '書き込む新しいフォルダー', en: 'new folder to write into' },
    },
  },
  async run({ positionals, values, language }, terminal) {
    const [folder, ...others] = positionals;
    if (folder === undefined || others.length > 0 || typeof values.out !== 'string')
      throw new YokotenError(
        fault(
          'yokoten/missing-argument',
          'パッケージのフォルダーと、書き込むフォルダーを書いてください。\n例: yokoten rules compile site-packages/openfisca_japan -o rules',
          'Name the folder of the package and the folder to write, like: yokoten rules compile site-packages/openfisca_japan -o rules',
        ),
      );
    return compileRules(folder, values.out, terminal, language);
  },
};
