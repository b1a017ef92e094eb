import { resolve } from 'node:path';
import type { Command } from '../internal/command.ts';
import { textOption } from '../internal/data/options.ts';
import { notAnApp } from '../internal/not-an-app.ts';

/** `yokoten doctor` */
export const doctor: Command = {
  usage: 'doctor [DIR] [--fix] [--online] [--format text|json]',
  description: {
    ja: [
      'アプリに、別の自治体のものや見本が残っていないか、要る文書や設定がそろっているかを調べます。',
      '「--fix」は、まちがいようのないところだけを直します。通信が要る項目は「--online」を付けたときだけ調べます。',
      '終了コード: 0 問題なし、1 問題あり、2 調べられない。',
    ].join('\n'),
    en: [
      'Looks for what is left of another municipality or of the sample, and for documents and settings that are missing.',
      '--fix mends only what cannot be wrong. Checks that need the network are done with --online only.',
      'Exit code: 0 no problem, 1 problems, 2 cannot look.',
    ].join('\n'),
  },
  options: {
    fix: { description: { ja: '確かなところを直す', en: 'mend what is certain' } },
    online: {
      description: { ja: '通信が要る項目も調べる', en: 'also do the checks that need the network' },
    },
    format: {
      value: 'FORMAT',
      choices: ['text', 'json'],
      description: { ja: '出力の形。ふだんは text', en: 'form of the output, default text' },
    },
  },
  async run(request, terminal) {
    const { examineApp, mendApp } = await import('../internal/doctor/examine-app.ts');
    const { doctorJson, doctorLines } = await import('../internal/doctor/doctor-text.ts');
    const root = resolve(request.positionals[0] ?? '.');
    const { existsSync } = await import('node:fs');
    if (!existsSync(resolve(root, 'yokoten.config.jsonc'))) throw notAnApp(root);
    const { values } = request;
    const options = { online: values['online'] === true };
    const diagnosis = await (values['fix'] === true
      ? mendApp(root, options)
      : examineApp(root, options));
    const asJson = textOption(request, 'format') === 'json';
    terminal.print(
      asJson ? doctorJson(diagnosis) : doctorLines(diagnosis, request.language).join('\n'),
    );
    return diagnosis.findings.some(({ level }) => level === 'problem') ? 1 : 0;
  },
};
