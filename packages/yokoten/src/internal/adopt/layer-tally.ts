import { OpenDataError, readPlaces, recognise, type Mapping, type Table } from '@yokoten/open-data';
import { explain } from '@yokoten/open-data/messages';
import { read } from '@yokoten/open-data/read';
import type { Localized } from '@yokoten/standard';

/** What a file holds, as our reader sees it. */
export interface LayerTally {
  /** Tables with rows: one, or one for each folder or sheet. */
  readonly parts: number;
  readonly columns: number;
  readonly rows: number;
  /** Rows with a position. */
  readonly placed: number;
  /** More than a tenth of a part's rows have no position: with such a file a page is not published. */
  readonly isStopping: boolean;
  readonly tables: readonly Table[];
  /** What the columns of each table mean. */
  readonly mappings: readonly Mapping[];
  /** Why there is nothing that could be read. */
  readonly reason?: Localized;
}

const NOTHING: LayerTally = {
  parts: 0,
  columns: 0,
  rows: 0,
  placed: 0,
  isStopping: false,
  tables: [],
  mappings: [],
};

/** Reads a file of data and counts it. */
export async function tallyOf(bytes: Uint8Array, file: string): Promise<LayerTally> {
  try {
    const tables = await read(bytes, { file });
    const mappings: Mapping[] = [];
    let placed = 0;
    let isStopping = false;
    for (const table of tables) {
      const mapping = await recognise(table, {});
      mappings.push(mapping);
      const shown = placesIn(table, mapping);
      const lost = table.rows.length - shown;
      placed += shown;
      isStopping ||= shown > 0 && lost > 1 && lost * 10 > table.rows.length;
    }
    return {
      parts: tables.filter(({ rows }) => rows.length > 0).length,
      columns: sum(tables.map(({ header }) => header.length)),
      rows: sum(tables.map(({ rows }) => rows.length)),
      placed,
      isStopping,
      tables,
      mappings,
    };
  } catch (error) {
    if (!(error instanceof OpenDataError)) throw error;
    const [problem] = explain([error.finding]);
    return { ...NOTHING, ...(problem && { reason: problem.message }) };
  }
}

/** A line or an area is a place too, though no cell holds its position. */
function placesIn(table: Table, mapping: Mapping): number {
  const shapes = table.rows.filter(({ geometry }) => geometry !== undefined).length;
  if (shapes === 0) return readPlaces(table, mapping).places.length;
  const points = table.rows.filter(({ geometry }) => geometry === undefined);
  return shapes + readPlaces({ ...table, rows: points }, mapping).places.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
