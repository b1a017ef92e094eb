import type { LedgerEntry, Unified, UnifiedTable } from '@yokoten/open-data/unify';
import { join } from 'node:path';
import type { Command, Request, Terminal } from '../internal/command.ts';
import { FORMS, type Form, formOf } from '../internal/data/convert.ts';
import { ledgerLines } from '../internal/data/ledger-lines.ts';
import { OUTPUT, READING, readReading, textOption, wantedFiles } from '../internal/data/options.ts';
import { inputReader } from '../internal/data/read-input.ts';
import { sourceFiles } from '../internal/data/source-files.ts';
import { unifiedForm } from '../internal/data/unified-form.ts';
import { writeOutput } from '../internal/data/write-output.ts';

/** `yokoten data merge FILE… -o DIR` */
export const dataMerge: Command = {
  usage: 'data merge FILE|URL… [-o DIR] [--to csv|geojson|json|parquet]',
  description: {
    ja: [
      '多くの自治体のファイルを、データセットごとに一つの表にまとめます。',
      'どの行にも、元のファイル、行、出典、ライセンス、取得日時、直した所を書きます。',
      'ファイルごとの結果は、台帳（ledger.json）に残ります。「-o」がなければ merged に作ります。',
      '終了コード: 0 すべて使えた、1 使えないか、問題のあるファイルがある、2 一つも使えない。',
    ].join('\n'),
    en: [
      'Puts the files of many municipalities into one table per dataset.',
      'Every row says its file, row, source, licence, time of retrieval and repairs.',
      'What became of each file is in ledger.json. Without -o all goes into the folder merged.',
      'Exit code: 0 all used, 1 some were not or have problems, 2 none was.',
    ].join('\n'),
  },
  options: {
    ...READING,
    to: {
      value: 'FORM',
      choices: FORMS,
      description: { ja: '書き出す形。ふだんは csv', en: 'form to write, default csv' },
    },
    format: {
      value: 'FORMAT',
      choices: ['text', 'json'],
      description: {
        ja: '台帳を見せる形。ふだんは text',
        en: 'form of the printed ledger, default text',
      },
    },
    output: OUTPUT,
  },
  async run(request, terminal) {
    const files = wantedFiles(request, 'data merge town-a/aed.csv town-b/aed.csv -o merged');
    const reading = await readReading(request);
    const folder = textOption(request, 'output') ?? 'merged';
    const form = formOf(textOption(request, 'to') ?? 'csv', undefined);
    const { unify } = await import('@yokoten/open-data/unify');
    const sources = await sourceFiles(files, reading, inputReader(request, terminal));
    const unified = await unify(sources, {
      onProgress: (done, file) => terminal.progress?.(done / files.length, file),
    });
    terminal.progress?.(1);
    const written = await writeAll(unified, folder, form, files);
    print(unified, written, request, terminal);
    return exitCode(unified.ledger);
  },
};

async function writeAll(
  unified: Unified,
  folder: string,
  form: Form,
  inputs: readonly string[],
): Promise<readonly (readonly [path: string, table: UnifiedTable])[]> {
  const written: [string, UnifiedTable][] = [];
  for (const table of unified.tables.values()) {
    const path = join(folder, `${table.dataset}.${form}`);
    await writeOutput(path, await unifiedForm(table, unified.ledger, form), inputs);
    written.push([path, table]);
  }
  const { ledger, listed } = unified;
  const text = JSON.stringify({ version: 1, files: ledger, listed }, null, 2);
  await writeOutput(join(folder, 'ledger.json'), `${text}\n`, inputs);
  return written;
}

function print(
  { ledger }: Unified,
  written: readonly (readonly [path: string, table: UnifiedTable])[],
  request: Request,
  terminal: Terminal,
): void {
  if (textOption(request, 'format') === 'json') {
    for (const one of ledger) terminal.print(JSON.stringify(one));
    return;
  }
  terminal.print(ledgerLines(ledger, request.language).join('\n'));
  const ja = request.language === 'ja';
  for (const [path, { rows }] of written) {
    const count = new Intl.NumberFormat(request.language).format(rows.length);
    terminal.print(ja ? `${path}: ${count}行` : `${path}: ${count} rows`);
  }
}

function exitCode(ledger: readonly LedgerEntry[]): number {
  if (ledger.every(({ status }) => status === 'failed' || status === 'skipped')) return 2;
  return ledger.every(({ status }) => status === 'ok') ? 0 : 1;
}
