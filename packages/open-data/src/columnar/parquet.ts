import type { LngLat } from '@yokoten/standard';
import type { Format } from '@yokoten/standard/datasets';
import { parquetWriteBuffer } from 'hyparquet-writer';

/** One column of texts; a blank text is null. */
export interface TextColumn {
  readonly name: string;
  readonly cells: readonly string[];
  /**
   * Set where the column's format is a number: it is then written as `INT32` or `DOUBLE`, if every filled cell is one in
   * its plain form. Else it stays text, so that no cell is lost or changed.
   */
  readonly numeric?: boolean;
}

const INT32 = 2 ** 31;
const NUMERIC: ReadonlySet<Format> = new Set(['integer', 'number', 'latitude', 'longitude']);

/** Whether the values of a format are numbers. */
export function isNumeric(format: Format): boolean {
  return NUMERIC.has(format);
}

/**
 * Columns as an Apache Parquet file (Snappy), as DuckDB and others open it. Names are made different by a number behind.
 * @param positions adds `_lng` and `_lat` in degrees (`DOUBLE`), null where a row has no position
 */
export function toParquet(
  columns: readonly TextColumn[],
  positions?: readonly (LngLat | undefined)[],
): Uint8Array {
  const names = distinctNames(columns.map(({ name }) => name));
  const columnData = columns.map(({ cells, numeric }, index) => ({
    name: names[index] ?? '',
    nullable: true,
    ...(numeric === true && cells.every(isPlain) ? numbers(cells) : texts(cells)),
  }));
  const axes =
    positions === undefined ? [] : [axis('_lng', 0, positions), axis('_lat', 1, positions)];
  return new Uint8Array(parquetWriteBuffer({ columnData: [...columnData, ...axes] }));
}

/** Whether a number gives the text back as it was: no leading zeros, no more digits than a double holds. */
function isPlain(cell: string): boolean {
  return cell === '' || (/^[-.\d]+$/u.test(cell) && String(Number(cell)) === cell);
}

function texts(cells: readonly string[]): { type: 'STRING'; data: (string | null)[] } {
  return { type: 'STRING', data: cells.map((cell) => (cell === '' ? null : cell)) };
}

function numbers(cells: readonly string[]): { type: 'INT32' | 'DOUBLE'; data: (number | null)[] } {
  const data = cells.map((cell) => (cell === '' ? null : Number(cell)));
  const small = data.every((n) => n === null || (Number.isInteger(n) && Math.abs(n) < INT32));
  return { type: small ? 'INT32' : 'DOUBLE', data };
}

function axis(
  name: string,
  which: 0 | 1,
  positions: readonly (LngLat | undefined)[],
): { name: string; type: 'DOUBLE'; nullable: true; data: (number | null)[] } {
  return { name, type: 'DOUBLE', nullable: true, data: positions.map((at) => at?.[which] ?? null) };
}

/** DuckDB compares names without regard to case, and a blank one cannot be asked for. */
function distinctNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name, index) => {
    const base = name.trim() === '' ? `column_${index + 1}` : name.trim();
    let distinct = base;
    for (let n = 2; used.has(distinct.toLowerCase()); n++) distinct = `${base}_${n}`;
    used.add(distinct.toLowerCase());
    return distinct;
  });
}
