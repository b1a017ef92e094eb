import type { PulledFile, PullError } from '@yokoten/open-data/pull';
import { inLanguage, type Language } from '../language.ts';
import { alignColumns, printable } from '../terminal-text.ts';

const STATUS: Readonly<Record<PulledFile['status'], Readonly<Record<Language, string>>>> = {
  kept: { ja: 'そのまま', en: 'kept' },
  unchanged: { ja: '変わりなし', en: 'unchanged' },
  downloaded: { ja: '取得', en: 'downloaded' },
  updated: { ja: '更新', en: 'updated' },
  failed: { ja: '取得できない', en: 'failed' },
};

/** What became of each file, one line each, and what has to be said about the rest. */
export function pulledLines(
  files: readonly PulledFile[],
  notices: readonly PullError[],
  language: Language,
): string[] {
  const count = new Intl.NumberFormat(language);
  const rows = files.map(({ status, file, bytes, error }) => [
    STATUS[status][language],
    printable(file),
    bytes === undefined ? '' : `${count.format(bytes)} B`,
    error === undefined ? '' : `${printable(inLanguage(error.text, language))}  (${error.code})`,
  ]);
  const none = language === 'ja' ? '取得するファイルはありません。' : 'Nothing to pull.';
  const said = notices.map(({ text, code }) => `${printable(inLanguage(text, language))}  (${code})`);
  return [...(rows.length === 0 && said.length === 0 ? [none] : alignColumns(rows)), ...said];
}
