import { loadDataset } from '@yokoten/standard/datasets';
import type { LedgerEntry } from '../unify/ledger.ts';
import { unifiedCells, unifiedColumns } from '../unify/provenance.ts';
import type { UnifiedTable } from '../unify/unified-table.ts';
import { isNumeric, toParquet } from './parquet.ts';

/** A unified table with the origin of its rows (see `provenanceColumns`) and `_lng`, `_lat` as Apache Parquet. */
export async function unifiedParquet(
  table: UnifiedTable,
  ledger: readonly LedgerEntry[],
): Promise<Uint8Array> {
  const { generations } = await loadDataset(table.dataset);
  const numeric = new Set(
    generations.flatMap(({ columns }) =>
      columns.filter(({ format }) => isNumeric(format)).map(({ name }) => name),
    ),
  );
  const rows = table.rows.map((row) => unifiedCells(row, ledger));
  const columns = unifiedColumns(table).map((name, index) => ({
    name,
    cells: rows.map((cells) => cells[index] ?? ''),
    numeric: numeric.has(name) || name === '_row',
  }));
  return toParquet(
    columns,
    table.rows.map(({ at }) => at),
  );
}
