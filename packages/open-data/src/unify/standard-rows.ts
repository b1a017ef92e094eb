import { readPlaces } from '../places.ts';
import type { Mapping } from '../recognise.ts';
import type { Table } from '../table.ts';
import type { RowRepair, UnifiedRow } from './unified-table.ts';

/** Which cell of a file goes where. */
interface Route {
  /** Column of the file (0-based) for each column of the standard; `undefined` where the file has none. */
  readonly standard: readonly (number | undefined)[];
  readonly other: readonly (readonly [header: string, index: number])[];
}

/** The standard's columns of the current generation, in its order. */
export function columnsOf({ definition }: Mapping): string[] {
  return (definition?.generations[0]?.columns ?? []).map(({ name }) => name);
}

/** The rows of a file in the standard's columns. No cell is lost: what has no column there stands in `other`. */
export function standardRows(
  table: Table,
  mapping: Mapping,
  source: number,
  repairsByRow: ReadonlyMap<number, readonly RowRepair[]>,
): UnifiedRow[] {
  const columns = columnsOf(mapping);
  const { standard, other } = routes(table, mapping, columns);
  const own = readPlaces(table, mapping).places;
  const facilities = readPlaces(table, atFacility(mapping)).places;
  const positions = new Map([...facilities, ...own].map(({ row, at }) => [row, at]));
  const width = table.header.length;
  return table.rows.map(({ row, cells }) => {
    const left = other.flatMap(([header, index]) => filled(header, cells[index]));
    const beyond = cells.slice(width).flatMap((cell) => filled('', cell));
    return {
      cells: standard.map((index) => (index === undefined ? '' : (cells[index] ?? '').trim())),
      other: [...left, ...beyond],
      at: positions.get(row),
      source,
      row,
      repairs: repairsByRow.get(row) ?? [],
    };
  });
}

function routes({ header }: Table, mapping: Mapping, columns: readonly string[]): Route {
  const indexes = new Map<string, number>();
  for (const { standard, index } of mapping.columns) {
    if (standard !== undefined && columns.includes(standard)) indexes.set(standard, index);
  }
  const used = new Set(indexes.values());
  return {
    standard: columns.map((name) => indexes.get(name)),
    other: [...header.entries()].flatMap(([index, label]) =>
      used.has(index) ? [] : [[label.trim(), index] as const],
    ),
  };
}

function filled(header: string, cell: string | undefined): [header: string, value: string][] {
  const value = cell?.trim() ?? '';
  return value === '' ? [] : [[header, value]];
}

/** The mapping in which a place stands where its facility does. */
function atFacility(mapping: Mapping): Mapping {
  const columns = mapping.columns.map((column) => {
    const { standard, ...rest } = column;
    if (standard === '緯度' || standard === '経度') return rest;
    if (standard === '住所_緯度') return { ...rest, standard: '緯度' };
    return standard === '住所_経度' ? { ...rest, standard: '経度' } : column;
  });
  return { ...mapping, columns };
}
