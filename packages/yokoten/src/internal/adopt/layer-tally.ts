import { OpenDataError, readPlaces, recognise, type Mapping, type Table } from '@yokoten/open-data';
import { read } from '@yokoten/open-data/read';

/** What a file holds, as our reader sees it. */
export interface LayerTally {
  /** Tables with rows: one, or one for each folder or sheet. */
  readonly parts: number;
  readonly columns: number;
  readonly rows: number;
  /** Rows with a position. */
  readonly placed: number;
  /** Header, row by row and cell by cell, as one hash would have it; equal exactly when the tables are. */
  readonly tables: readonly Table[];
  readonly mappings: readonly Mapping[];
}

/** Reads a file of data and counts it; `undefined` where it is no data that can be read. */
export async function tallyOf(bytes: Uint8Array, file: string): Promise<LayerTally | undefined> {
  try {
    const tables = await read(bytes, { file });
    const mappings: Mapping[] = [];
    let placed = 0;
    for (const table of tables) {
      const mapping = await recognise(table, {});
      mappings.push(mapping);
      placed += table.rows.filter(({ geometry }) => geometry !== undefined).length;
      const plain = { ...table, rows: table.rows.filter(({ geometry }) => geometry === undefined) };
      placed += readPlaces(plain, mapping).places.length;
    }
    return {
      parts: tables.filter(({ rows }) => rows.length > 0).length,
      columns: sum(tables.map(({ header }) => header.length)),
      rows: sum(tables.map(({ rows }) => rows.length)),
      placed,
      tables,
      mappings,
    };
  } catch (error) {
    if (error instanceof OpenDataError) return undefined;
    throw error;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
