import type { Examination } from '@yokoten/open-data/report';
import type { Command } from '../internal/command.ts';
import { columnLines } from '../internal/data/column-lines.ts';
import { eachFile, verdict } from '../internal/data/each-file.ts';
import { OUTPUT, READING, readReading, textOption, wantedFiles } from '../internal/data/options.ts';
import { ReportSink } from '../internal/data/report-sink.ts';
import type { Language } from '../internal/language.ts';

/** `yokoten data inspect FILE…` */
export const dataInspect: Command = {
  usage: 'data inspect FILE|URL…',
  description: {
    ja: [
      'データのファイルを読み、何のデータか、列の意味、点数、直すと良いところを知らせます。ファイルは変えません。',
      '終了コード: 0 問題なし、1 問題あり、2 読めない。',
    ].join('\n'),
    en: [
      'Reads data files and says what they are, what their columns mean, their score and what to mend first.',
      'Changes nothing. Exit code: 0 clean, 1 problems, 2 cannot be read.',
    ].join('\n'),
  },
  options: {
    ...READING,
    format: {
      value: 'FORMAT',
      choices: ['text', 'json', 'html'],
      description: {
        ja: '出力の形。ふだんは text',
        en: 'form of the output, default text',
      },
    },
    output: OUTPUT,
  },
  async run(request, terminal) {
    const files = wantedFiles(request, 'data inspect data/01-避難所.csv');
    const reading = await readReading(request);
    const format = textOption(request, 'format') ?? 'text';
    const sink = new ReportSink(request, terminal, format === 'text' ? '\n' : '');
    const code = await eachFile(files, reading, request, terminal, async (one) => {
      sink.add(await rendered(one, format, request.language, terminal.columns));
      return verdict(one);
    });
    await sink.end(files);
    return code;
  },
};

async function rendered(
  { report, inspection }: Examination,
  format: string,
  language: Language,
  width: number | undefined,
): Promise<string> {
  if (format === 'json') return JSON.stringify(inspection);
  const { reportHtml, reportText } = await import('@yokoten/open-data/report');
  if (format === 'html') return reportHtml(report, { language });
  const text = reportText(report, { language, ...(width !== undefined && { width }) });
  return [text, ...columnLines(inspection.columns, language)].join('\n');
}
