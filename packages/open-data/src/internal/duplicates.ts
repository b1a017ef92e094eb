import type { Problem } from '../problem.ts';
import type { Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';
import { problem } from './finding.ts';

/** Rows whose cells all repeat an earlier row. */
export function duplicateRows({ file, rows }: Table): Problem[] {
  const first = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { row, line, cells } of rows) {
    const key = JSON.stringify(cells.map((cell) => cell.trim()));
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row);
    else {
      const where = { row, line, value: String(earlier) };
      problems.push(problem('open-data/duplicate-row', 'warning', file, where));
    }
  }
  return problems;
}

/** IDs that stand in more than one row. Only a recognised dataset says that a column holds IDs. */
export function repeatedIds({ file, rows }: Table, { definition, columns }: Mapping): Problem[] {
  const column = columns.find(({ standard }) => standard === 'ID');
  if (definition === undefined || column === undefined) return [];
  const { index, header } = column;
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const { row, line, cells } of rows) {
    const id = (cells[index] ?? '').trim();
    if (id !== '' && seen.has(id)) {
      const where = { row, line, index, column: header, before: id, value: id };
      problems.push(problem('open-data/unique-error', 'warning', file, where));
    }
    seen.add(id);
  }
  return problems;
}
