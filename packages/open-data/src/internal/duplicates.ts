import type { Finding } from '../problem.ts';
import type { Mapping } from '../recognise.ts';
import type { Table, TableRow } from '../table.ts';
import { cellOf, finding } from './finding.ts';

/** Rows whose cells all repeat an earlier row. */
export function duplicateRows({ file, rows }: Table): Finding[] {
  // Rows are compared only where their hashes agree: writing each row out as a key costs far more.
  const byHash = new Map<number, TableRow[]>();
  const problems: Finding[] = [];
  for (const one of rows) {
    const hash = hashOf(one.cells);
    const alike = byHash.get(hash);
    const earlier = alike?.find(({ cells }) => sameTexts(cells, one.cells));
    if (earlier !== undefined) {
      const where = { row: one.row, line: one.line, value: String(earlier.row) };
      problems.push(finding('open-data/duplicate-row', 'warning', file, where));
    } else if (alike === undefined) byHash.set(hash, [one]);
    else if (alike.length < MOST_ALIKE) alike.push(one);
  }
  return problems;
}

/** A file made so that many different rows have one hash costs no more than this many comparisons a row. */
const MOST_ALIKE = 50;

/** FNV-1a over the UTF-16 units of the trimmed cells. */
function hashOf(cells: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const cell of cells) {
    const text = cell.trim();
    for (let at = 0; at < text.length; at++)
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  }
  return hash;
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((cell, at) => cell.trim() === other[at]?.trim());
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
