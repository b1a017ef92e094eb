import type { InspectedColumn } from '@yokoten/open-data';
import type { Language } from '../language.ts';
import { alignColumns, printable } from '../terminal-text.ts';

/** What the columns mean; those that are named as the standard names them are only counted. */
export function columnLines(columns: readonly InspectedColumn[], language: Language): string[] {
  const ja = language === 'ja';
  const rows = columns
    .filter(({ header, standard }) => header !== standard)
    .map(({ header, standard }) => [
      `    ${printable(header) || (ja ? '（名前なし）' : '(no name)')}`,
      standard === null ? '–' : `→ ${standard}`,
    ]);
  return ['', ja ? '列の意味' : 'Columns', `  ${countColumns(columns, ja)}`, ...alignColumns(rows)];
}

function countColumns(columns: readonly InspectedColumn[], ja: boolean): string {
  const same = columns.filter(({ header, standard }) => header === standard).length;
  const unknown = columns.filter(({ standard }) => standard === null).length;
  const other = columns.length - same - unknown;
  return ja
    ? `${columns.length}（標準どおり ${same}、読みかえ ${other}、標準にない ${unknown}）`
    : `${columns.length} (${same} as in the standard, ${other} under another name, ${unknown} not in it)`;
}
