import type { Examination } from '@yokoten/open-data/report';
import type { Command, Request, Terminal } from '../internal/command.ts';
import { eachFile, verdict } from '../internal/data/each-file.ts';
import { OUTPUT, READING, readReading, textOption, wantedFiles } from '../internal/data/options.ts';
import { ReportSink } from '../internal/data/report-sink.ts';
import { annotateProblem } from '../internal/github.ts';
import { githubStep } from '../internal/github-environment.ts';
import { describeProblems } from '../internal/print-problems.ts';
import { printable } from '../internal/terminal-text.ts';

/** `yokoten data check FILE…` */
export const dataCheck: Command = {
  usage: 'data check FILE|URL…',
  description: {
    ja: [
      'データのファイルを点検し、問題を一つずつ、セルの番地と直し方で知らせます。自動の点検（CI）に使えます。',
      'GitHub Actionsの中では、その行への注記も書きます。',
      '終了コード: 0 問題なし、1 問題あり、2 読めない。',
    ].join('\n'),
    en: [
      'Checks data files and lists every problem with its cell and what to do. Made for automatic checks (CI).',
      'Inside GitHub Actions it also puts a note at each line.',
      'Exit code: 0 clean, 1 problems, 2 cannot be read.',
    ].join('\n'),
  },
  options: {
    ...READING,
    format: {
      value: 'FORMAT',
      choices: ['text', 'json', 'html'],
      description: { ja: '出力の形。ふだんは text', en: 'form of the output, default text' },
    },
    output: OUTPUT,
  },
  async run(request, terminal) {
    const files = wantedFiles(request, 'data check data/*.csv');
    const reading = await readReading(request);
    const sink = new ReportSink(request, terminal);
    const code = await eachFile(files, reading, request, terminal, async (one) => {
      sink.add(await rendered(one, request));
      annotate(one, request, terminal);
      return verdict(one);
    });
    await sink.end(files);
    return code;
  },
};

async function rendered({ inspection, report }: Examination, request: Request): Promise<string> {
  const format = textOption(request, 'format') ?? 'text';
  const { file, problems } = inspection;
  if (format === 'json') return JSON.stringify({ file, problems });
  const { language } = request;
  if (format === 'html') {
    const { reportHtml } = await import('@yokoten/open-data/report');
    return reportHtml(report, { language });
  }
  if (problems.length > 0) return describeProblems(problems, language, Infinity).join('\n');
  return `${printable(file)}: ${language === 'ja' ? '問題は見つかりませんでした。' : 'No problems found.'}`;
}

function annotate({ inspection }: Examination, request: Request, terminal: Terminal): void {
  const step = githubStep(process.cwd(), terminal.env);
  if (step === undefined || (textOption(request, 'format') ?? 'text') !== 'text') return;
  for (const problem of inspection.problems) terminal.print(annotateProblem(problem, step.prefix));
}
