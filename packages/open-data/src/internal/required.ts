import type { Finding } from '../problem.ts';
import type { Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';
import { cellOf, finding } from './finding.ts';
import { wordsOf } from './edition.ts';
import { foldLabel } from './vocabulary.ts';

/** Required columns that are not there, and required cells that are blank, by the edition the file follows. */
export function required(table: Table, { definition, generation, columns }: Mapping): Finding[] {
  const [current, ...older] = definition?.generations ?? [];
  if (current === undefined) return [];
  const edition = older.find(({ id }) => id === generation) ?? current;
  const currentNames = wordsOf(current.columns);
  const { file, headerRow, headerLine, rows } = table;
  const problems: Finding[] = [];
  for (const { name, format } of edition.columns.filter(
    (column) => column.required === 'required',
  )) {
    const standard = currentNames.get(foldLabel(name))?.standard ?? name;
    const column = columns.find((one) => one.standard === standard);
    if (column === undefined) {
      const where = { row: headerRow, line: headerLine, expected: name };
      problems.push(finding('open-data/missing-label', 'warning', file, where));
      continue;
    }
    // A flag is `1` or blank, required or not.
    if (format === 'flag') continue;
    for (const row of rows) {
      if ((row.cells[column.index] ?? '').trim() !== '') continue;
      const where = cellOf(table, row, column.index);
      problems.push(finding('open-data/constraint-error', 'warning', file, where));
    }
  }
  return problems;
}
