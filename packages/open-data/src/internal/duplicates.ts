import type { Finding } from '../problem.ts';
import type { Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';
import { cellOf, finding } from './finding.ts';

/** Rows whose cells all repeat an earlier row. */
export function duplicateRows({ file, rows }: Table): Finding[] {
  const first = new Map<string, number>();
  const problems: Finding[] = [];
  for (const { row, line, cells } of rows) {
    const key = JSON.stringify(cells.map((cell) => cell.trim()));
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row);
    else {
      const where = { row, line, value: String(earlier) };
      problems.push(finding('open-data/duplicate-row', 'warning', file, where));
    }
  }
  return problems;
}

/** IDs that stand in more than one row. Only a recognised dataset says that a column holds IDs. */
export function repeatedIds(table: Table, { definition, columns }: Mapping): Finding[] {
  const column = columns.find(({ standard }) => standard === 'ID');
  if (definition === undefined || column === undefined) return [];
  const seen = new Set<string>();
  const problems: Finding[] = [];
  for (const row of table.rows) {
    const value = (row.cells[column.index] ?? '').trim();
    if (value !== '' && seen.has(value)) {
      const where = { ...cellOf(table, row, column.index), value };
      problems.push(finding('open-data/unique-error', 'warning', table.file, where));
    }
    seen.add(value);
  }
  return problems;
}
