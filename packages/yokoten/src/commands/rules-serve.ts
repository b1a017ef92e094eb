import type { Command } from '../internal/command.ts';
import { fault, YokotenError } from '../internal/fault.ts';
import { serveRules } from '../internal/rules-package.ts';

/** `yokoten rules serve PACK` */
export const rulesServe: Command = {
  usage: 'rules serve PACK',
  description: {
    ja: [
      '変換したルールで、OpenFiscaのWeb APIと同じように答えます（このパソコンからだけ使えます）。',
      '送られた内容は記録しません。止めるにはCtrl+Cを押します。',
    ].join('\n'),
    en: [
      'Answers as OpenFisca’s Web API does, from compiled rules, to this machine only.',
      'Nothing that is asked is logged. Stop it with Ctrl+C.',
    ].join('\n'),
  },
  options: {
    port: {
      value: 'PORT',
      description: { ja: 'ポートの番号。ふだんは 5000', en: 'number of the port, default 5000' },
    },
    'allow-origin': {
      value: 'ORIGIN',
      description: {
        ja: 'このAPIを使ってよいページの場所（CORS）。ふだんはなし',
        en: 'the one origin whose pages may ask (CORS), default none',
      },
    },
  },
  async run({ positionals, values, language }, terminal) {
    const [pack, ...others] = positionals;
    const port = Number(values.port ?? 5000);
    const right = pack !== undefined && others.length === 0;
    if (!right || !Number.isInteger(port) || port < 0 || port > 65_535)
      throw new YokotenError(
        fault(
          'yokoten/missing-argument',
          '変換したルールのフォルダーを一つ書いてください。\n例: yokoten rules serve rules --port 5000',
          'Name one folder of compiled rules, like: yokoten rules serve rules --port 5000',
        ),
      );
    const origin = values['allow-origin'];
    return serveRules(
      pack,
      port,
      typeof origin === 'string' ? origin : undefined,
      terminal,
      language,
    );
  },
};
