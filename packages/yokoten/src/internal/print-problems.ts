import type { Problem, Severity } from '@yokoten/open-data';
import { inLanguage, type Language } from './language.ts';
import { alignColumns, printable } from './terminal-text.ts';

const SEVERITY: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  error: { ja: '使わない', en: 'left out' },
  warning: { ja: '確認', en: 'check' },
  info: { ja: '直した', en: 'mended' },
};

/** Findings as lines for a terminal, one block per file, the first `perFile` of each. */
export function describeProblems(
  problems: readonly Problem[],
  language: Language,
  perFile = 20,
): string[] {
  const files = groupByFile(problems);
  return [...files].flatMap(([file, found]) => {
    const rows = found
      .slice(0, perFile)
      .map((problem) => [
        `  ${placeInFile(problem, language)}`,
        SEVERITY[problem.severity][language],
        `${oneLine(inLanguage(problem.message, language))}  (${problem.code})`,
      ]);
    const more = found.length - rows.length;
    return [
      language === 'ja'
        ? `${printable(file)}: ${found.length} 件`
        : `${printable(file)}: ${found.length} found`,
      ...alignColumns(rows),
      ...(more > 0 ? [language === 'ja' ? `  ほかに ${more} 件` : `  and ${more} more`] : []),
    ];
  });
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
