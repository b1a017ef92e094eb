import type { PointCollection, PointFeature } from '../geojson.ts';
import type { LedgerEntry } from './ledger.ts';
import { unifiedCells, unifiedColumns } from './provenance.ts';
import type { UnifiedTable } from './unified-table.ts';

/**
 * The rows that have a position as GeoJSON (RFC 7946), `[lng, lat]`, with the columns of {@link unifiedColumns} as
 * properties; blank is `null`. `without` counts the rows that have none.
 */
export function unifiedGeoJSON(
  table: UnifiedTable,
  ledger: readonly LedgerEntry[],
): PointCollection & { readonly without: number } {
  const names = unifiedColumns(table);
  const features: PointFeature[] = [];
  for (const row of table.rows) {
    if (row.at === undefined) continue;
    const cells = unifiedCells(row, ledger);
    const properties = Object.fromEntries(names.map((name, index) => [name, cells[index] || null]));
    const geometry = { type: 'Point', coordinates: row.at } as const;
    features.push({ type: 'Feature', geometry, properties });
  }
  return { type: 'FeatureCollection', features, without: table.rows.length - features.length };
}
