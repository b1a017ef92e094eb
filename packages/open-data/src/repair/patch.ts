import type { TableRow } from '../table.ts';
import type { RepairCode } from './codes.ts';

/**
 * What every patch says. A patch is plain JSON: a list of them, in the order they were made, is what
 * `yokoten data fix` writes beside a corrected file.
 */
export interface PatchPlace {
  /** Stable code with a page in docs/errors. */
  readonly code: RepairCode;
  /** Row as a spreadsheet numbers it; the header's own row for patches of a header or a column. */
  readonly row: number;
  /**
   * 0-based column of the table as it was read. Columns that are added stand to the right of all others, and columns
   * that are taken out go last, so that an index means the same column in every patch. In a row that was broken by
   * its own commas it is the column where the value belongs.
   */
  readonly index: number;
  /** Spreadsheet address, e.g. `C12`, of `row` and `index`. */
  readonly cell: string;
  /** The column's header as the file writes it; blank where it has none, and for whole rows. */
  readonly column: string;
  /** The text that was there. Of several cells, or the first of several rows, their texts with ` | ` between them. */
  readonly before: string;
  /** The text that is there now; blank where something was taken out. */
  readonly after: string;
  /** How sure the repair is, 0 to 1. Below 1 there is another reading that nothing in the file speaks for. */
  readonly confidence: number;
}

/** One cell of a data row got another text. */
export interface CellPatch extends PatchPlace {
  readonly kind: 'cell';
  /** How many cells the row had, where it ended before this cell and was lengthened with blank ones. */
  readonly width?: number;
}

/** One cell of the header got another text. */
export interface HeaderPatch extends PatchPlace {
  readonly kind: 'header';
}

/**
 * Rows that follow each other were taken out of the data because they are none: blank rows, notes, totals, the header
 * once more. `row` is the first of them, `index` 0.
 */
export interface RemovedRowsPatch extends PatchPlace {
  readonly kind: 'removed-rows';
  readonly rows: readonly TableRow[];
}

/**
 * Cells beside each other were one value, broken by its own comma, or one of two was blank and too many; they are one cell
 * again, at `index`.
 */
export interface JoinedCellsPatch extends PatchPlace {
  readonly kind: 'joined-cells';
  /** The cells before; the value is these with `separator` between them. */
  readonly parts: readonly string[];
  readonly separator: ',' | '';
}

/** A blank column called `after` was added to the right of the others, for values that a repair takes apart. */
export interface AddedColumnPatch extends PatchPlace {
  readonly kind: 'added-column';
}

/** A column without header and without any value was taken out. */
export interface RemovedColumnPatch extends PatchPlace {
  readonly kind: 'removed-column';
  /** Rows, first to last, that had ended before this column. */
  readonly short: readonly (readonly [first: number, last: number])[];
}

/** One repair, with all that is needed to take it back. */
export type Patch =
  | CellPatch
  | HeaderPatch
  | RemovedRowsPatch
  | JoinedCellsPatch
  | AddedColumnPatch
  | RemovedColumnPatch;
