import type { LngLat } from '@yokoten/standard';
import type { DatasetId } from '@yokoten/standard/datasets';

/** Rows of many files in the columns of one dataset. */
export interface UnifiedTable {
  readonly dataset: DatasetId;
  /** The standard's columns of the current generation, in its order. */
  readonly columns: readonly string[];
  readonly rows: readonly UnifiedRow[];
}

/** One row with its origin. */
export interface UnifiedRow {
  /** One per column of the table; blank where the file has no such column or cell. */
  readonly cells: readonly string[];
  /** Filled cells of columns that have no counterpart in the standard: header and value. */
  readonly other: readonly (readonly [header: string, value: string])[];
  /** `[lng, lat]` in degrees, where the row has a usable position. */
  readonly at?: LngLat | undefined;
  /** Position of the file in the ledger: its source, licence and time of retrieval. */
  readonly source: number;
  /** Row in that file as a spreadsheet numbers it. */
  readonly row: number;
  /** What was mended in this row. */
  readonly repairs: readonly RowRepair[];
}

/** One mended cell. */
export interface RowRepair {
  /** The standard's column, or the file's header where it has none. */
  readonly column: string;
  readonly code: string;
  readonly before: string;
  readonly after: string;
}

/** A row of a file that stands in no table, and why. */
export interface ListedRow {
  /** Position of the file in the ledger. */
  readonly source: number;
  readonly row: number;
  readonly code: string;
  /** As the file has them. */
  readonly cells: readonly string[];
}
