import type { Localized } from '@yokoten/standard';
import type { Problem } from '@yokoten/open-data';
import type { Fault } from './fault.ts';
import { printable } from './terminal-text.ts';

type Level = 'error' | 'warning' | 'notice';

interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * A workflow command that puts a note at a line of a file
 * (GitHub Docs, "Workflow commands for GitHub Actions", setting a warning message).
 */
export function annotation({ level, title, message, file, line, column }: Annotation): string {
  const properties = Object.entries({ file, line, col: column, title })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${level} ${properties}::${escapeData(message)}`;
}

/** A row's problem as a note at its line. Japanese: the reader is the official who edited that line. */
export function annotateProblem(problem: Problem, prefix: string): string {
  const { code, file, line, cell, message } = problem;
  const level: Level = problem.severity === 'info' ? 'notice' : 'warning';
  return annotation({
    level,
    title: cell === undefined ? code : `${cell} ${code}`,
    message: plain(message),
    file: prefix + file,
    ...(line !== undefined && { line }),
  });
}

/** A fault that stopped the build, at its place. */
export function annotateFault({ code, message, place }: Fault, prefix: string): string {
  return annotation({
    level: 'error',
    title: code,
    message: plain(message),
    ...(place && { ...place, file: prefix + place.file }),
  });
}

/** The problems as a Markdown table for the job's summary; data can form no link, tag or table there. */
export function summaryTable(problems: readonly Problem[], atMost = 500): string {
  const rows = problems
    .slice(0, atMost)
    .map(({ file, row, column, message, code }) =>
      [file, row ?? '', column ?? '', message.ja, code].map((cell) => markdown(String(cell))),
    );
  const more = problems.length - rows.length;
  return [
    '## データの確認',
    '',
    `${problems.length} 件あります。直して保存（コミット）すると、もう一度公開されます。`,
    '',
    '| ファイル | 行 | 列 | 内容 | コード |',
    '| --- | ---: | --- | --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    ...(more > 0 ? ['', `ほかに ${more} 件あります。`] : []),
    '',
    '',
  ].join('\n');
}

function plain({ ja }: Localized): string {
  return ja.split('\n').map(printable).join('\n');
}

function markdown(text: string): string {
  return printable(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+\-.!|~:@]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
