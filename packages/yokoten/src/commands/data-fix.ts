import type { Examination } from '@yokoten/open-data/report';
import type { Command, Request, Terminal } from '../internal/command.ts';
import { eachFile, verdict } from '../internal/data/each-file.ts';
import { OUTPUT, READING, readReading, textOption, wantedFiles } from '../internal/data/options.ts';
import { besideInput, writeOutput } from '../internal/data/write-output.ts';
import { fault, YokotenError } from '../internal/fault.ts';
import { printable } from '../internal/terminal-text.ts';

/** `yokoten data fix FILE…` */
export const dataFix: Command = {
  usage: 'data fix FILE|URL… [-o OUT]',
  description: {
    ja: [
      '確かに直せるところだけを直したファイルと、直した一覧（元の値 → 直した値）を書きます。元のファイルは変えません。',
      '「-o」がなければ、元のファイルの隣に「名前.fixed.csv」と「名前.patches.json」を作ります。',
      '「-o」が .xlsx なら、直したセルに色を付けたExcelを作ります。あいまいなところは直さず、知らせます。',
      '終了コード: 0 問題は残っていない、1 問題が残っている、2 読めない、書けない。',
    ].join('\n'),
    en: [
      'Writes a file in which everything that is certain is mended, and the list of changes (before → after). The original stays.',
      'Without -o they go beside the original as NAME.fixed.csv and NAME.patches.json.',
      'With -o NAME.xlsx it is a workbook whose mended cells are coloured. What is ambiguous is told, not mended.',
      'Exit code: 0 nothing left, 1 problems left, 2 cannot be read or written.',
    ].join('\n'),
  },
  options: { ...READING, output: OUTPUT },
  async run(request, terminal) {
    const files = wantedFiles(request, 'data fix data/01-避難所.csv');
    const output = textOption(request, 'output');
    if (output !== undefined && files.length > 1) throw new YokotenError(oneOutput(output));
    const reading = await readReading(request);
    return eachFile(files, reading, request, terminal, async (one, file) => {
      const target = output ?? besideInput(file, '.fixed.csv');
      await writeOutput(target, await corrected(one, target, request), files);
      const list = { version: 1, file, patches: one.patches };
      const patchFile = target.replace(/(?:\.fixed)?\.[^./\\]*$/u, '') + '.patches.json';
      await writeOutput(patchFile, `${JSON.stringify(list, null, 2)}\n`, files);
      say(one, [target, patchFile], request, terminal);
      return verdict(one);
    });
  },
};

async function corrected(
  { corrected: { table, mapping }, patches, inspection }: Examination,
  target: string,
  { language }: Request,
): Promise<Uint8Array> {
  if (/\.xlsx$/iu.test(target)) {
    const { exportXlsx } = await import('@yokoten/open-data/export/xlsx');
    return exportXlsx({ table, mapping, patches, problems: inspection.problems }, { language });
  }
  const { exportCsv } = await import('@yokoten/open-data/export');
  return exportCsv(table, mapping).bytes;
}

function say(
  { patches, inspection: { unresolved } }: Examination,
  written: readonly string[],
  { language }: Request,
  terminal: Terminal,
): void {
  const [target = '', list = ''] = written.map(printable);
  terminal.print(
    language === 'ja'
      ? `${target}: ${patches.length}か所を直しました。残りは${unresolved}件です。一覧: ${list}`
      : `${target}: ${patches.length} places mended, ${unresolved} problems left. List: ${list}`,
  );
}

function oneOutput(output: string): ReturnType<typeof fault> {
  return fault(
    'yokoten/several-inputs',
    `複数のファイルは、一つの「${output}」には書けません。\n「-o」を外すか、ファイルを一つにしてください。`,
    `Several files cannot go into the one file ${output}. Leave -o out, or name one file.`,
  );
}
