import type { LedgerEntry, UnifiedTable } from '@yokoten/open-data/unify';
import type { Form } from './convert.ts';

/** A unified table with the origin of its rows, as a file. */
export async function unifiedForm(
  table: UnifiedTable,
  ledger: readonly LedgerEntry[],
  form: Form,
): Promise<Uint8Array | string> {
  if (form === 'parquet') {
    const { unifiedParquet } = await import('@yokoten/open-data/columnar');
    return unifiedParquet(table, ledger);
  }
  const { unifiedCells, unifiedColumns, unifiedGeoJSON } = await import('@yokoten/open-data/unify');
  if (form === 'geojson') return `${JSON.stringify(unifiedGeoJSON(table, ledger))}\n`;
  const names = unifiedColumns(table);
  const rows = table.rows.map((row) => unifiedCells(row, ledger));
  if (form === 'json') {
    const records = rows.map((cells) =>
      Object.fromEntries(names.map((name, index) => [name, cells[index] || null])),
    );
    return `${JSON.stringify(records)}\n`;
  }
  const { csvBytes } = await import('@yokoten/open-data/export');
  return csvBytes(names, rows);
}
