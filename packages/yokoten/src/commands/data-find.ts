import type { FindResult } from '@yokoten/open-data/catalogue';
import type { Command } from '../internal/command.ts';
import { chosenSources } from '../internal/data/catalogues.ts';
import { ALLOW_PRIVATE, politeFetcher } from '../internal/data/fetcher.ts';
import { foundLines } from '../internal/data/found-lines.ts';
import { OUTPUT, textOption } from '../internal/data/options.ts';
import { ReportSink } from '../internal/data/report-sink.ts';

/** `yokoten data find --municipality CODE --as DATASET` */
export const dataFind: Command = {
  usage: 'data find [WORDS…] [--municipality CODE] [--as DATASET]',
  description: {
    ja: [
      '公開されているデータを、複数のカタログから探します。見つかったアドレスは「yokoten data pull」で取得できます。',
      '終了コード: 0 見つかった、1 見つからないか、答えないカタログがある、2 探せない。',
    ].join('\n'),
    en: [
      'Looks for published data in several catalogues. What is found can be fetched with yokoten data pull.',
      'Exit code: 0 found, 1 nothing found or a catalogue did not answer, 2 cannot search.',
    ].join('\n'),
  },
  options: {
    municipality: {
      value: 'CODE',
      description: { ja: '自治体のコードか名前', en: 'municipality, by code or name' },
    },
    as: {
      value: 'DATASET',
      description: { ja: 'データセット（番号、名前）', en: 'dataset, by id, number or title' },
    },
    type: {
      value: 'TYPE',
      description: { ja: 'ファイルの形式。例: CSV', en: 'format of the file, like CSV' },
    },
    catalogue: {
      value: 'ID|KIND:URL',
      description: {
        ja: 'カタログ。例: tokyo、ckan:https://…/api/3/action。ふだんは知っているもの全部',
        en: 'a catalogue, like tokyo or ckan:https://…/api/3/action; default all that are known',
      },
    },
    limit: {
      value: 'N',
      description: { ja: '何件まで。ふだんは 100', en: 'how many at most, default 100' },
    },
    cursor: {
      value: 'CURSOR',
      description: { ja: '前の続きから', en: 'go on where an earlier search stopped' },
    },
    format: {
      value: 'FORMAT',
      choices: ['text', 'json'],
      description: { ja: '出力の形。ふだんは text', en: 'form of the output, default text' },
    },
    'allow-private': ALLOW_PRIVATE,
    output: OUTPUT,
  },
  async run(request, terminal) {
    const { createCatalogue } = await import('@yokoten/open-data/catalogue');
    const sources = await chosenSources(textOption(request, 'catalogue'));
    const fetcher = await politeFetcher(request, terminal);
    const catalogue = createCatalogue({ sources, fetcher });
    const asked = {
      municipality: textOption(request, 'municipality'),
      dataset: textOption(request, 'as'),
      text: request.positionals.join(' ') || undefined,
      format: textOption(request, 'type'),
    };
    const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
    const cursor = textOption(request, 'cursor');
    const result = await catalogue.find(query, {
      limit: Number(textOption(request, 'limit') ?? 100) || 100,
      ...(cursor !== undefined && { cursor }),
      onProgress: ({ source, seen, total }) =>
        terminal.progress?.(total === undefined ? 0 : Math.min(0.99, seen / total), source),
    });
    terminal.progress?.(1);
    const sink = new ReportSink(request, terminal);
    if (textOption(request, 'format') === 'json') sink.add(JSON.stringify(plain(result)));
    else sink.add(foundLines(result, request.language).join('\n'));
    await sink.end([]);
    const silent = result.sources.some(({ status }) => status === 'failed');
    return result.entries.length === 0 || silent ? 1 : 0;
  },
};

/** An error is no JSON: what it says is. */
function plain({ entries, sources, cursor }: FindResult): unknown {
  const reports = sources.map(({ error, ...report }) => ({
    ...report,
    ...(error && { error: { code: error.code, message: error.text } }),
  }));
  return { entries, sources: reports, cursor: cursor ?? null };
}
