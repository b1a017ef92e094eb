import type { Problem } from '@yokoten/open-data';
import { inLanguage, type Language } from './language.ts';
import { alignColumns, printable } from './terminal-text.ts';

/** How many findings of one file are printed by a build; the page's report has them all. */
const PER_FILE = 20;

/** Findings as lines for a terminal, one block per file. */
export function describeProblems(
  problems: readonly Problem[],
  language: Language,
  atMost: number = PER_FILE,
): string[] {
  const lines: string[] = [];
  for (const [file, found] of groupByFile(problems)) {
    const count = language === 'ja' ? `${found.length} 件` : `${found.length} found`;
    lines.push(`${printable(file)}: ${count}`, ...describeFindings(found, language, atMost));
  }
  return lines;
}

/** The findings of one file, aligned and indented; the first ones when there are many. */
function describeFindings(
  problems: readonly Problem[],
  language: Language,
  atMost: number,
): string[] {
  const rows = problems
    .slice(0, atMost)
    .map((problem) => [
      `  ${placeInFile(problem, language)}`,
      weight(problem, language),
      `${oneLine(inLanguage(problem.message, language))}  (${problem.code})`,
    ]);
  const more = problems.length - rows.length;
  return [
    ...alignColumns(rows),
    ...(more > 0 ? [language === 'ja' ? `  ほかに ${more} 件` : `  and ${more} more`] : []),
  ];
}

function weight({ severity, after }: Problem, language: Language): string {
  const ja = language === 'ja';
  if (severity === 'error') return ja ? '使えない' : 'unusable';
  if (severity === 'warning') return ja ? '要確認' : 'check';
  if (after !== undefined) return ja ? '読みかえ' : 'read as';
  return ja ? '参考' : 'note';
}

function placeInFile({ row, column, cell }: Problem, language: Language): string {
  const place = cell ?? (row === undefined ? '' : language === 'ja' ? `${row} 行目` : `row ${row}`);
  return [place, column === undefined ? '' : printable(column)].filter(Boolean).join(' ');
}

function oneLine(text: string): string {
  return text.split('\n').map(printable).join(' ');
}

// Map.groupBy is younger than the oldest Node this runs on.
function groupByFile(problems: readonly Problem[]): Map<string, Problem[]> {
  const files = new Map<string, Problem[]>();
  for (const problem of problems) {
    const found = files.get(problem.file);
    if (found === undefined) files.set(problem.file, [problem]);
    else found.push(problem);
  }
  return files;
}
