import { resolve } from 'node:path';
import type { Command, Request, Terminal } from '../internal/command.ts';
import type { DailyReport } from '../internal/daily/daily.ts';
import { ALLOW_PRIVATE, politeFetcher } from '../internal/data/fetcher.ts';
import { textOption } from '../internal/data/options.ts';
import { pulledLines } from '../internal/data/pulled-lines.ts';
import { fault, YokotenError } from '../internal/fault.ts';

const ACTS = ['restore', 'pull', 'keep'] as const;

/** `yokoten data daily restore|pull|keep` */
export const dataDaily: Command = {
  usage: 'data daily restore|pull|keep [--folder DIR]',
  description: {
    ja: [
      '設定の layers か data に「url」があり、コミットしていないファイルを、毎日のデータとして扱います。',
      'restore: ブランチ「data」にあるものを、手元に置きます。',
      'pull: 取得先から新しいものを取ります。取れない、半分より小さいときは止まります。',
      'keep: 手元のものを、ブランチ「data」のただ一つのコミットにします。履歴は増えません。',
      'コミットしてあるファイルは、あなたのものとして、決して置きかえません。',
      '終了コード: 0 できた、2 できない。',
    ].join('\n'),
    en: [
      'Files that have a "url" in layers or data of the config and are not committed are daily data.',
      'restore: puts what the branch "data" holds in its place.',
      'pull: fetches what is newer, and stops where a file cannot be had or is less than half as large as before.',
      'keep: makes what is here the one commit of the branch "data"; no history grows.',
      'A file that is committed is yours, and is never replaced.',
      'Exit code: 0 done, 2 cannot.',
    ].join('\n'),
  },
  options: {
    folder: {
      value: 'DIR',
      description: {
        ja: 'アプリのフォルダー。ふだんは今の場所',
        en: 'folder of the app, default this one',
      },
    },
    'allow-smaller': {
      description: {
        ja: '半分より小さくなったファイルも使う',
        en: 'also take a file that is less than half as large as before',
      },
    },
    json: { description: { ja: 'JSONで答える', en: 'answer in JSON' } },
    'allow-private': ALLOW_PRIVATE,
  },
  async run(request, terminal) {
    const daily = await import('../internal/daily/daily.ts');
    const root = resolve(textOption(request, 'folder') ?? '.');
    const { values } = request;
    const [act] = request.positionals;
    const report = await known(act, async () => {
      if (act === 'restore') return daily.restoreDaily(root, terminal.env);
      if (act === 'keep') return daily.keepDaily(root, terminal.env);
      const fetcher = await politeFetcher(request, terminal);
      const allowSmaller = values['allow-smaller'] === true;
      return daily.pullDaily(root, terminal.env, { fetcher }, allowSmaller);
    });
    print(report, request, terminal);
    return 0;
  },
};

async function known(
  act: string | undefined,
  work: () => Promise<DailyReport>,
): Promise<DailyReport> {
  if (ACTS.some((one) => one === act)) return work();
  throw new YokotenError(
    fault(
      'yokoten/missing-argument',
      `何をするかを、${ACTS.join('、')} の中から書いてください。\n例: yokoten data daily restore`,
      `Say what to do: ${ACTS.join(', ')}, like: yokoten data daily restore`,
    ),
  );
}

function print(report: DailyReport, { values, language }: Request, terminal: Terminal): void {
  terminal.progress?.(1);
  const { files, committed, pushed } = report;
  for (const { file } of committed)
    terminal.note(
      language === 'ja'
        ? `${file}: コミットしてあるため、取り直しません。`
        : `${file}: it is committed, so it is not fetched.`,
    );
  if (values['json'] === true) terminal.print(JSON.stringify({ files, committed, pushed }));
  else terminal.print(pulledLines(files, [], language).join('\n'));
}
