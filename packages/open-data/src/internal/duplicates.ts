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

/** Columns that tell an entry from all others. */
export interface KeyColumns {
  readonly id: number;
  /** Each municipality numbers its own: in a list of several, as a prefecture's, an ID is one with its code. */
  readonly code: number | undefined;
}

const CODES: readonly string[] = ['全国地方公共団体コード', '都道府県コード又は市区町村コード'];

/** `undefined` where no column is known to hold IDs: only a recognised dataset says so. */
export function keyColumns({ definition, columns }: Mapping): KeyColumns | undefined {
  const id = columns.find(({ standard }) => standard === 'ID');
  if (definition === undefined || id === undefined) return undefined;
  const code = columns.find(({ standard }) => standard !== undefined && CODES.includes(standard));
  return { id: id.index, code: code?.index };
}

/** IDs that stand in more than one row of a municipality. */
export function repeatedIds(table: Table, mapping: Mapping): Finding[] {
  const key = keyColumns(mapping);
  if (key === undefined) return [];
  const seen = new Set<string>();
  const problems: Finding[] = [];
  for (const row of table.rows) {
    const value = textAt(row, key.id);
    if (value === '') continue;
    const whole = JSON.stringify([textAt(row, key.code), value]);
    if (seen.has(whole)) {
      const where = { ...cellOf(table, row, key.id), value };
      problems.push(finding('open-data/unique-error', 'warning', table.file, where));
    }
    seen.add(whole);
  }
  return problems;
}

function textAt({ cells }: TableRow, index: number | undefined): string {
  return index === undefined ? '' : (cells[index] ?? '').trim();
}
