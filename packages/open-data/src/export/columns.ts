import type { Column } from '@yokoten/standard/datasets';
import { columnName } from '../internal/address.ts';
import { editionColumns } from '../internal/edition-columns.ts';
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

/** Settings of what is written. */
export interface ExportOptions {
  /**
   * Whether to write every column of the dataset's current edition, blank where the file has none of it. Without it the
   * file keeps the edition it follows (今の標準, 推奨データセット, データモデル型) and the columns it has.
   */
  readonly complete?: boolean | undefined;
}

/**
 * The columns in the standard's order under the standard's names, the file's own columns behind them. Where no
 * dataset is sure or named by a person, or its dictionary is only inferred, order and names stay as the file has them. No column is left out: cells
 * to the right of the header stand under blank names at the end.
 */
export function exportColumns(
  table: Table,
  mapping: Mapping,
  { complete = false }: ExportOptions = {},
): readonly ExportColumn[] {
  const { definition } = mapping;
  const known = standardColumns(mapping, complete);
  const mapped = new Map(mapping.columns.map(({ index, standard }) => [index, standard]));
  const order = new Map([...known.keys()].map((name, at) => [name, at]));
  const sure = definition !== undefined && definition.certainty !== 'inferred';
  const placed = Array.from({ length: widthOf(table) }, (_, index): Placed => {
    const standard = mapped.get(index) ?? '';
    const written = known.get(standard);
    const own = ownName(table, index);
    const taken = written === undefined || table.header.includes(written.name);
    const name = sure && !taken ? written.name : own;
    const column = { index, name, ...(written !== undefined && { column: written.column }) };
    return { column, place: order.get(standard) ?? Infinity };
  });
  // Stable: columns that are none of the dataset's stay in the file's order.
  if (sure && complete) {
    for (const column of absentColumns(mapping)) {
      const { name } = column;
      placed.push({ column: { index: -1, name, column }, place: order.get(name) ?? Infinity });
    }
  }
  if (sure) placed.sort((a, b) => (a.place === b.place ? 0 : a.place - b.place));
  return placed.map(({ column }) => column);
}

interface Placed {
  readonly column: ExportColumn;
  readonly place: number;
}

interface Written {
  readonly name: string;
  readonly column: Column;
}

/**
 * The dataset's columns by the name a mapping gives them, in the order of the edition that is written, behind them those
 * that only other editions have.
 */
function standardColumns(mapping: Mapping, complete: boolean): ReadonlyMap<string, Written> {
  const known = new Map<string, Written>();
  const add = (standard: string, column: Column): void => {
    if (!known.has(standard)) known.set(standard, { name: column.name, column });
  };
  if (!complete) for (const { standard, column } of editionColumns(mapping)) add(standard, column);
  for (const { layout, columns } of mapping.definition?.generations ?? [])
    if (layout === 'flat') for (const column of columns) add(column.name, column);
  return known;
}

/** Columns of the current edition that the file does not have; no row has a cell at their index. */
function absentColumns({ definition, columns }: Mapping): readonly Column[] {
  const there = new Set(columns.map(({ standard }) => standard));
  const [current] = definition?.generations ?? [];
  return (current?.columns ?? []).filter(({ name }) => !there.has(name));
}

/** Keys for records: every column's own, the standard's name where the column is mapped, never blank, never twice. */
export function exportKeys(
  table: Table,
  mapping: Mapping,
  options?: ExportOptions,
): readonly ExportColumn[] {
  const mapped = new Map(mapping.columns.map(({ index, standard }) => [index, standard]));
  const used = new Set<string>();
  return exportColumns(table, mapping, options).map(({ index, name: written, column }) => {
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
