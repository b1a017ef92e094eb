import { knownColumn } from './internal/vocabulary.ts';
import type { Table } from './table.ts';

export type DatasetId =
  | 'evacuation-space'
  | 'public-facility'
  | 'aed'
  | 'public-toilet'
  | 'hospital'
  | 'fire-hydrant';

/**
 * Whose column names a file uses: the standard datasets as they are now, the recommended datasets before them
 * (推奨データセット), the hazard-map template of 2021 (`name,lat,lon,…`), or a layout of its own.
 */
export type Generation = 'current' | 'previous' | 'template-2021' | 'other';

/** What one column of the file means. */
export interface ColumnMapping {
  /** 0-based position in `table.header`. */
  readonly index: number;
  /** As the file writes it. */
  readonly header: string;
  /** The standard's column name; absent where the meaning is not sure enough to be used. */
  readonly standard?: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What a file is, and what its columns mean. */
export interface Mapping {
  /** Absent where the file is none of the known datasets. Names and positions are mapped all the same. */
  readonly dataset?: DatasetId;
  readonly generation: Generation;
  /** 0 to 1: how sure the dataset and generation are. */
  readonly confidence: number;
  /** One per column of the table, in its order. */
  readonly columns: readonly ColumnMapping[];
}

/** Settings of {@link recognise}. */
export interface RecogniseOptions {
  /** The dataset, where a person has said it. */
  readonly as?: DatasetId;
}

/** Says which dataset a table is and which standard column each of its columns is. Changes nothing. */
export function recognise(table: Table, options: RecogniseOptions = {}): Promise<Mapping> {
  const taken = new Set<string>();
  const columns = table.header.map((header, index): ColumnMapping => {
    const known = knownColumn(header);
    if (known === undefined || taken.has(known.standard)) return { index, header, confidence: 0 };
    taken.add(known.standard);
    return { index, header, ...known };
  });
  const template = columns.some(({ header }) => header === 'name') && taken.has('緯度');
  return Promise.resolve({
    ...(options.as !== undefined && { dataset: options.as }),
    generation: template ? 'template-2021' : 'other',
    confidence: options.as === undefined ? 0 : 1,
    columns,
  });
}
