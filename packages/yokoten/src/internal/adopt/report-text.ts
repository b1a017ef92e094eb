import type { Localized } from '@yokoten/standard';
import type { Language } from '../language.ts';
import { printable } from '../terminal-text.ts';
import type { Totals } from './counts.ts';
import { TELLING, type AdoptReport } from './report.ts';
import type { EditOutcome, SourceEdit } from './source-edit.ts';

type Texts = Readonly<Record<Language, string>>;

const TOTALS: readonly (readonly [keyof Totals, Texts])[] = [
  ['layers', { ja: 'レイヤー', en: 'layers' }],
  ['columns', { ja: '列', en: 'columns' }],
  ['rows', { ja: '行', en: 'rows' }],
  ['placed', { ja: '地図に出る行', en: 'rows on the map' }],
  ['pictures', { ja: '画像', en: 'pictures' }],
  ['tiles', { ja: '重ねる地図', en: 'rasters' }],
  ['credits', { ja: '出典', en: 'credits' }],
];

const OUTCOMES: Readonly<Record<EditOutcome, Texts>> = {
  config: { ja: '設定にしました', en: 'now config' },
  replaced: { ja: '要らなくなりました', en: 'not needed any more' },
  kept: { ja: '残しました', en: 'kept' },
  left: { ja: '移していません', en: 'not taken over' },
};

const KINDS: Readonly<Record<SourceEdit['kind'], Texts>> = {
  changed: { ja: '変更', en: 'changed' },
  added: { ja: '追加', en: 'added' },
  removed: { ja: '削除', en: 'removed' },
};

/** What a person reads in the terminal. */
export function adoptLines(
  report: AdoptReport,
  language: Language,
  next: readonly string[],
): string[] {
  const say = (ja: string, en: string): string => (language === 'ja' ? ja : en);
  const { folder, municipality, status, decisions } = report;
  return [
    status === 'dry-run'
      ? say(
          `${folder} に、次のように移します（まだ何も書いていません）。`,
          `This is how it would come over to ${folder}; nothing is written yet.`,
        )
      : say(`${folder} に移しました。`, `Taken over to ${folder}.`),
    say(
      `自治体: ${municipality.name}（${municipality.code}）`,
      `Municipality: ${municipality.name} (${municipality.code})`,
    ),
    ...(report.upstream === undefined ? [] : [upstreamLine(report, language)]),
    '',
    ...totalLines(report, language),
    '',
    ...editLines(report, language),
    ...keptLines(report, language),
    ...noteLines(report, language),
    decisions === 0
      ? say('確かめることは、ありません。', 'There is nothing for you to decide.')
      : say(
          `確かめることが${decisions}件あります（上の ！）。`,
          `${decisions} to look at (marked ! above).`,
        ),
    ...(status === 'dry-run'
      ? []
      : ['', say('次に打つ命令:', 'Next:'), ...next.map((line) => `  ${line}`)]),
  ].map((line) => `${/^ */.exec(line)?.[0] ?? ''}${printable(line)}`);
}

/** The report that stays in the app, in Japanese and English. */
export function adoptMarkdown(report: AdoptReport): string {
  const half = (language: Language): string[] => {
    const say = (ja: string, en: string): string => (language === 'ja' ? ja : en);
    return [
      say('# 移行の報告', '# What came over'),
      '',
      ...(report.upstream === undefined ? [] : [upstreamLine(report, language), '']),
      ...totalLines(report, language).map((line) => `- ${line.trim()}`),
      '',
      say('## レイヤー', '## Layers'),
      '',
      ...report.layers.map(({ name, rows, columns, placed }) =>
        say(
          `- \`${code(name)}\`: ${rows}行、${columns}列、地図に出る行 ${placed}`,
          `- \`${code(name)}\`: ${rows} rows, ${columns} columns, ${placed} on the map`,
        ),
      ),
      '',
      say('## 重ねる地図', '## Rasters'),
      '',
      ...report.tiles.map(
        ({ name, url, credit }) =>
          `- ${plain(name)}: \`${code(url)}\` (${plain(credit ?? say('出典の記載なし', 'no source stated'))})`,
      ),
      '',
      say('## そのほか', '## Besides'),
      '',
      ...editLines(report, language)
        .filter((line) => line !== '')
        .map((line) => `- ${plain(line)}`),
      ...keptLines(report, language)
        .filter((line) => line !== '')
        .map((line) => `- ${plain(line)}`),
      ...noteLines(report, language)
        .filter((line) => line !== '')
        .map((line) => `- ${plain(line)}`),
      '',
    ];
  };
  return `${[...half('ja'), '---', '', ...half('en')].join('\n').trimEnd()}\n`;
}

function upstreamLine({ upstream }: AdoptReport, language: Language): string {
  if (upstream === undefined) return '';
  const { id, date, by, generation, share } = upstream;
  const form =
    generation === 'ward'
      ? { ja: '新しい形（2022年3月から）', en: 'the later form (since March 2022)' }
      : { ja: '古い形（2022年3月まで）', en: 'the earlier form (until March 2022)' };
  const how =
    by === 'tree'
      ? { ja: '履歴の中に、その版そのものがあります', en: 'its history holds that very version' }
      : {
          ja: `ファイルの${Math.round(share * 100)}%が、その版と同じです`,
          en: `${Math.round(share * 100)} % of its files are of that version`,
        };
  return language === 'ja'
    ? `もとのひな形: ${date} の ${id}（${how.ja}）。設定は${form.ja}です。`
    : `Made from version ${id} of ${date} of the template: ${how.en}. Its config has ${form.en}.`;
}

function totalLines({ before, after }: AdoptReport, language: Language): string[] {
  return TOTALS.map(([key, name]) => `  ${name[language]}: ${before[key]} → ${after[key]}`);
}

function editLines({ edits }: AdoptReport, language: Language): string[] {
  if (edits.length === 0) return [];
  return [
    language === 'ja' ? '手が入っていたプログラム:' : 'Edits of the program:',
    ...together(edits).map(([first, count]) => {
      const { file, kind, lines, edited, effects } = first;
      const size =
        edited === undefined ? lineCount(lines, language) : editedLines(edited, lines, language);
      const mark = effects.some(({ outcome }) => outcome === 'left') ? '！' : '・';
      const told = effects.map(
        ({ what, outcome }) => `[${OUTCOMES[outcome][language]}] ${sentence(what, language)}`,
      );
      const about = count > 1 ? fileCount(count, language) : size;
      const name = count > 1 ? `${file.slice(0, file.indexOf('/'))}/` : file;
      return `  ${mark} ${name} (${KINDS[kind][language]}${about}) ${told.join(' ')}`;
    }),
    '',
  ];
}

/** Files of one folder with the same fate are one line. */
function together(edits: readonly SourceEdit[]): [first: SourceEdit, count: number][] {
  const groups = new Map<string, [SourceEdit, number]>();
  for (const edit of edits) {
    const [folder = '', inside] = edit.file.split('/');
    const isAlone = inside === undefined || edit.edited !== undefined;
    const fate = JSON.stringify([edit.kind, edit.effects]);
    const key = isAlone ? edit.file : `${folder}/ ${fate}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [edit, 1]);
    else group[1] += 1;
  }
  return [...groups.values()];
}

function fileCount(count: number, language: Language): string {
  return language === 'ja' ? `、${count}ファイル` : `, ${count} files`;
}

function lineCount(lines: number, language: Language): string {
  if (lines === 0) return '';
  return language === 'ja' ? `、全${lines}行` : `, ${lines} lines in all`;
}

function editedLines(edited: number, lines: number, language: Language): string {
  return language === 'ja' ? `、${lines}行のうち${edited}行` : `, ${edited} of ${lines} lines`;
}

function noteLines({ notes }: AdoptReport, language: Language): string[] {
  if (notes.length === 0) return [];
  return [
    ...notes.map(({ about, file, message }) => {
      const mark = TELLING.has(about) ? '・' : '！';
      return `  ${mark} ${file === undefined ? '' : `${file}: `}${sentence(message, language).replaceAll('\n', '')}`;
    }),
    '',
  ];
}

function keptLines({ kept }: AdoptReport, language: Language): string[] {
  if (kept.length === 0) return [];
  const names = kept.map(({ to }) => to).join(language === 'ja' ? '、' : ', ');
  return [
    language === 'ja'
      ? `  ・ 使わずに残したファイル: ${names}`
      : `  ・ Kept, and not used: ${names}`,
    '',
  ];
}

function sentence(texts: Localized, language: Language): string {
  return texts[language] ?? texts.ja;
}

/** Names come from elsewhere: in Markdown they stay words. */
function plain(text: string): string {
  return text
    .replaceAll(/[\\<>[\]*_`|#]/g, (mark) => `\\${mark}`)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function code(text: string): string {
  return text.replaceAll(/[`\r\n]/g, ' ');
}
