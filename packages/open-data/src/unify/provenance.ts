import type { LedgerEntry } from './ledger.ts';
import type { UnifiedRow, UnifiedTable } from './unified-table.ts';

/**
 * Columns that say where a row comes from; no column of the standard begins with `_`.
 *
 * `_file`, `_part` (sheet or member), `_row` (as a spreadsheet numbers it), `_url`, `_licence` and `_credit` as the publisher
 * states them (`unstated` where there is none), `_retrieved_at` (ISO 8601), `_municipality` (全国地方公共団体コード),
 * `_repairs` (JSON: column, code, before, after) and `_other` (JSON: filled columns without counterpart in the standard).
 */
export const provenanceColumns = [
  '_file',
  '_part',
  '_row',
  '_url',
  '_licence',
  '_credit',
  '_retrieved_at',
  '_municipality',
  '_repairs',
  '_other',
] as const;

/** A table with the origin of its rows as plain texts: one per column of {@link unifiedColumns}. */
export function unifiedCells(row: UnifiedRow, ledger: readonly LedgerEntry[]): string[] {
  const origin = ledger[row.source];
  return [
    ...row.cells,
    origin?.file ?? '',
    origin?.part ?? '',
    String(row.row),
    origin?.url ?? '',
    origin?.licence ?? 'unstated',
    origin?.credit ?? '',
    origin?.retrievedAt ?? '',
    origin?.municipality ?? '',
    row.repairs.length === 0 ? '' : JSON.stringify(row.repairs),
    // Pairs, not an object: a header may occur twice, or be called __proto__.
    row.other.length === 0 ? '' : JSON.stringify(row.other),
  ];
}

/** The columns of a table with the origin of its rows. */
export function unifiedColumns({ columns }: UnifiedTable): string[] {
  return [...columns, ...provenanceColumns];
}
