import type { Column } from '@yokoten/standard/datasets';
import { columnName } from '../internal/address.ts';
import { GEOMETRY_LAT, GEOMETRY_LNG } from '../internal/place-columns.ts';
import type { Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';

/** One column of what is written. */
export interface ExportColumn {
  /** 0-based position in the table's rows. */
  readonly index: number;
  readonly name: string;
  /** What the dataset's dictionary says about it; absent for a column that is none of the dataset's. */
  readonly column?: Column;
}

/** Below this the dataset is a guess, and neither order nor names of the file are touched. */
const SURE = 0.8;

/**
 * The columns in the standard's order under the standard's names, the file's own columns behind them. Where the dataset
 * is not sure, or its dictionary only inferred, order and names stay as the file has them. No column is left out: cells
 * to the right of the header stand under blank names at the end.
 */
export function exportColumns(table: Table, mapping: Mapping): readonly ExportColumn[] {
  const { definition } = mapping;
  const known = standardColumns(mapping);
  const mapped = new Map(mapping.columns.map(({ index, standard }) => [index, standard]));
  const sure =
    definition !== undefined && definition.certainty !== 'inferred' && mapping.confidence >= SURE;
  const columns = Array.from({ length: widthOf(table) }, (_, index): ExportColumn => {
    const standard = mapped.get(index);
    const column = standard === undefined ? undefined : known.get(standard);
    const own = ownName(table, index);
    const name = sure && column !== undefined ? column.name : own;
    return { index, name, ...(column !== undefined && { column }) };
  });
  if (!sure) return columns;
  const order = new Map([...known.keys()].map((name, at) => [name, at]));
  const place = ({ column }: ExportColumn): number =>
    column === undefined ? Infinity : (order.get(column.name) ?? Infinity);
  return columns.sort((a, b) => (place(a) === place(b) ? a.index - b.index : place(a) - place(b)));
}

/** The dataset's columns by name: the current edition's in its order, then what only the older one has. */
function standardColumns({ definition }: Mapping): ReadonlyMap<string, Column> {
  const known = new Map<string, Column>();
  for (const { columns } of definition?.generations ?? []) {
    for (const column of columns) if (!known.has(column.name)) known.set(column.name, column);
  }
  return known;
}

/** Keys for records: every column's own, the standard's name where the column is mapped, never blank, never twice. */
export function exportKeys(table: Table, mapping: Mapping): readonly ExportColumn[] {
  const mapped = new Map(mapping.columns.map(({ index, standard }) => [index, standard]));
  const used = new Set<string>();
  return exportColumns(table, mapping).map(({ index, name: written, column }) => {
    const label = mapped.get(index) ?? written.trim();
    let name = label === '' ? columnName(index) : label;
    if (used.has(name)) name = `${name} (${columnName(index)})`;
    while (used.has(name)) name += '_';
    used.add(name);
    return column === undefined ? { index, name } : { index, name, column };
  });
}

/** The header as the file has it; the coordinates of a GeoJSON get the standard's names where these are free. */
function ownName({ header }: Table, index: number): string {
  const label = header[index] ?? '';
  const plain = label === GEOMETRY_LAT ? '緯度' : label === GEOMETRY_LNG ? '経度' : label;
  return plain !== label && header.includes(plain) ? label : plain;
}

/** The header's width, or that of the last cell beyond it that is not blank. */
function widthOf({ header, rows }: Table): number {
  let width = header.length;
  for (const { cells } of rows) {
    for (let at = cells.length; at > width; at--) if (cells[at - 1]?.trim() !== '') width = at;
  }
  return width;
}
