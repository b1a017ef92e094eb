import type { Examination } from '@yokoten/open-data/report';
import type { Command, Request, Terminal } from '../internal/command.ts';
import { converted, FORMS, type Form, formOf } from '../internal/data/convert.ts';
import { eachFile } from '../internal/data/each-file.ts';
import { OUTPUT, READING, readReading, textOption, wantedFiles } from '../internal/data/options.ts';
import { besideInput, writeOutput } from '../internal/data/write-output.ts';
import { fault, YokotenError } from '../internal/fault.ts';
import { printable } from '../internal/terminal-text.ts';

/** `yokoten data convert FILE… --to FORM` */
export const dataConvert: Command = {
  usage: 'data convert FILE|URL… --to geojson|csv|json|parquet [-o OUT]',
  description: {
    ja: [
      'データのファイルを、標準の列名にそろえて、別の形で書きます。確かに直せるところは直し、数を知らせます。',
      '一つのファイルで「-o」がなければ、標準出力に書きます。複数なら、元のファイルの隣に作ります。',
      '終了コード: 0 できた、2 できない。',
    ].join('\n'),
    en: [
      'Writes data files in another form, under the standard column names. What is certain is mended, and counted.',
      'One file without -o goes to stdout; several are written beside the originals.',
      'Exit code: 0 done, 2 cannot.',
    ].join('\n'),
  },
  options: {
    ...READING,
    to: {
      value: 'FORM',
      choices: FORMS,
      description: { ja: '書き出す形', en: 'form to write' },
    },
    output: OUTPUT,
  },
  async run(request, terminal) {
    const files = wantedFiles(request, 'data convert data/01-避難所.csv --to geojson');
    const output = textOption(request, 'output');
    const form = formOf(textOption(request, 'to'), output);
    if (output !== undefined && files.length > 1) throw new YokotenError(severalInputs(output));
    const reading = await readReading(request);
    return eachFile(files, reading, request, terminal, async (one, file) => {
      const content = await converted(one, form);
      const target = output ?? (files.length > 1 ? besideInput(file, `.${form}`) : undefined);
      if (target === undefined) terminal.write(content);
      else await writeOutput(target, content, files);
      say(one, form, target, request, terminal);
      return 0;
    });
  },
};

function say(
  { inspection, patches, report }: Examination,
  form: Form,
  target: string | undefined,
  { language }: Request,
  terminal: Terminal,
): void {
  const name = printable(target ?? inspection.file);
  const lost = form === 'geojson' ? (report.positions?.unlocated ?? inspection.rows) : 0;
  const notes =
    language === 'ja'
      ? [
          `${name}: ${inspection.rows}行、${patches.length}か所を直しました。`,
          lost > 0 ? `位置のない行が${lost}行あります。` : '',
        ]
      : [
          `${name}: ${inspection.rows} rows, ${patches.length} places mended.`,
          lost > 0 ? ` ${lost} rows have no position.` : '',
        ];
  terminal.note(notes.join(''));
}

function severalInputs(output: string): ReturnType<typeof fault> {
  return fault(
    'yokoten/several-inputs',
    `複数のファイルは、一つの「${output}」には書けません。\n「-o」を外すか、「yokoten data merge」を使ってください。`,
    `Several files cannot go into the one file ${output}. Leave -o out, or use yokoten data merge.`,
  );
}
