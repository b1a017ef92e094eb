import { readFile, stat } from 'node:fs/promises';
import type {
  PullError,
  PullOptions,
  PullRequest,
  PullResult,
  StarterResult,
  StarterSources,
} from '@yokoten/open-data/pull';
import type { Command, Request, Terminal } from '../internal/command.ts';
import { ALLOW_PRIVATE, politeFetcher } from '../internal/data/fetcher.ts';
import { textOption } from '../internal/data/options.ts';
import { pulledLines } from '../internal/data/pulled-lines.ts';
import { fault, YokotenError } from '../internal/fault.ts';
import { findMunicipality } from '../internal/find-municipality.ts';

/** `yokoten data pull [URL…]`, `yokoten data pull starter --municipality CODE` */
export const dataPull: Command = {
  usage: 'data pull [URL…] | data pull starter --municipality CODE',
  description: {
    ja: [
      'ファイルを取得して data フォルダーに置き、出典、ライセンス、日時、ハッシュを yokoten.data.lock.json に書きます。',
      'アドレスがなければ、記録と、設定の layers の url のとおりにそろえます。',
      '「starter」は、新しい町の地図に要るものを取得します。',
      '（境界、指定緊急避難場所、町の一覧）',
      '終了コード: 0 できた、1 公開されていないものがある、2 取得できない。',
    ].join('\n'),
    en: [
      'Fetches files into the folder data, and writes source, licence, time and hash into yokoten.data.lock.json.',
      'Without an address it brings everything that is recorded, or named by url in layers of the config.',
      '"starter" fetches what the map of a new town needs: boundary, designated emergency evacuation sites, table of towns.',
      'Exit code: 0 done, 1 something is not published, 2 cannot be fetched.',
    ].join('\n'),
  },
  options: {
    municipality: {
      value: 'CODE',
      description: { ja: '自治体のコードか名前', en: 'municipality, by code or name' },
    },
    folder: {
      value: 'DIR',
      description: {
        ja: 'アプリのフォルダー。ふだんは今の場所',
        en: 'folder of the app, default this one',
      },
    },
    update: { description: { ja: '新しいものがあれば取り直す', en: 'take newer files' } },
    offline: { description: { ja: '通信しない', en: 'ask nobody' } },
    overwrite: {
      description: {
        ja: '取得の後に変えたファイルも置きかえる',
        en: 'also replace files that were changed here',
      },
    },
    sources: {
      value: 'FILE',
      description: {
        ja: 'starter の取得先を書いたJSON（boundary, sites, towns）',
        en: 'JSON with other sources for starter (boundary, sites, towns)',
      },
    },
    format: {
      value: 'FORMAT',
      choices: ['text', 'json'],
      description: { ja: '出力の形。ふだんは text', en: 'form of the output, default text' },
    },
    'allow-private': ALLOW_PRIVATE,
  },
  async run(request, terminal) {
    const { pull } = await import('@yokoten/open-data/pull');
    const options = await pullOptions(request, terminal);
    const [first] = request.positionals;
    if (first === 'starter') {
      const { notices, ...result } = await starter(request, options);
      print(result, notices, request, terminal);
      return result.ok ? Math.min(1, notices.length) : 2;
    }
    const requests = request.positionals.map((url) => ({ url }));
    const result = await (first === undefined ? everything(options) : pull(requests, options));
    print(result, [], request, terminal);
    return result.ok ? 0 : 2;
  },
};

/** What is recorded, and what the config names and is not recorded yet. */
async function everything(options: PullOptions): Promise<PullResult> {
  const { pull, pullLocked } = await import('@yokoten/open-data/pull');
  const { configuredFiles } = await import('../internal/data/configured-files.ts');
  const wanted = await configuredFiles(options.folder);
  const recorded = await pullLocked(options);
  const isRecorded = ({ file, url }: PullRequest): boolean =>
    recorded.lock.files.some((one) => one.file === file && one.url === url);
  const missing = wanted.filter((request) => !isRecorded(request));
  if (missing.length === 0) return recorded;
  const { ok, files, lock } = await pull(missing, options);
  return { ok: ok && recorded.ok, files: [...recorded.files, ...files], lock };
}

async function pullOptions(request: Request, terminal: Terminal): Promise<PullOptions> {
  const { values } = request;
  const folder = textOption(request, 'folder') ?? '.';
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) throw new YokotenError(noFolder(folder));
  return {
    folder,
    fetcher: await politeFetcher(request, terminal),
    offline: values['offline'] === true,
    update: values['update'] === true,
    overwrite: values['overwrite'] === true,
    onProgress: ({ file, index, count }) => terminal.progress?.((index - 1) / count, file),
  };
}

function noFolder(file: string): ReturnType<typeof fault> {
  return fault(
    'yokoten/no-such-file',
    'このフォルダーはありません。アプリのフォルダーを書いてください。',
    'There is no such folder. Name the folder of the app.',
    { file },
  );
}

async function starter(request: Request, options: PullOptions): Promise<StarterResult> {
  const asked = textOption(request, 'municipality');
  if (asked === undefined) {
    throw new YokotenError(
      fault(
        'yokoten/missing-argument',
        'どの町かを書いてください。\n例: yokoten data pull starter --municipality 132012',
        'Say which town, like: yokoten data pull starter --municipality 132012',
      ),
    );
  }
  const { code } = await findMunicipality(asked);
  const { pullStarter } = await import('@yokoten/open-data/pull');
  const file = textOption(request, 'sources');
  const sources = file === undefined ? undefined : await otherSources(file);
  return pullStarter({ ...options, municipality: code, ...(sources && { sources }) });
}

/** Missing members keep the usual source. */
async function otherSources(file: string): Promise<Partial<StarterSources>> {
  const { starterSources } = await import('@yokoten/open-data/pull');
  try {
    const given = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    const entries = Object.entries(starterSources).flatMap(([name, usual]) => {
      const other = Object.hasOwn(given, name) ? given[name] : undefined;
      return typeof other === 'object' && other !== null ? [[name, { ...usual, ...other }]] : [];
    });
    return Object.fromEntries(entries) as Partial<StarterSources>;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new YokotenError(
      fault(
        'yokoten/cannot-read',
        `取得先の設定を読めません（${reason}）。JSONの文法を確かめてください。`,
        `The sources cannot be read (${reason}). Check the JSON.`,
        { file },
      ),
    );
  }
}

function print(
  { files }: PullResult,
  notices: readonly PullError[],
  request: Request,
  terminal: Terminal,
): void {
  terminal.progress?.(1);
  if (textOption(request, 'format') !== 'json') {
    terminal.print(pulledLines(files, notices, request.language).join('\n'));
    return;
  }
  for (const { error, ...one } of files) {
    const problem = error && { error: { code: error.code, message: error.text } };
    terminal.print(JSON.stringify({ ...one, ...problem }));
  }
  for (const { code, text } of notices) terminal.print(JSON.stringify({ code, message: text }));
}
