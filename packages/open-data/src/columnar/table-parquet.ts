import { exportKeys } from '../export/columns.ts';
import { readPlaces } from '../places.ts';
import type { Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';
import { isNumeric, toParquet } from './parquet.ts';

/** A table in the standard's columns as Apache Parquet, with `_lng` and `_lat` in degrees where it has positions. */
export function tableParquet(table: Table, mapping: Mapping): Uint8Array {
  const columns = exportKeys(table, mapping).map(({ name, index, column }) => ({
    name,
    cells: table.rows.map(({ cells }) => cells[index] ?? ''),
    numeric: column !== undefined && isNumeric(column.format),
  }));
  const places = new Map(readPlaces(table, mapping).places.map(({ row, at }) => [row, at]));
  const positions = table.rows.map(({ row }) => places.get(row));
  return toParquet(columns, places.size === 0 ? undefined : positions);
}
