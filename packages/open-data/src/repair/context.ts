import type { Bbox } from '@yokoten/standard';
import type { Draft } from './internal/draft.ts';
import type { KnownColumn } from './internal/columns.ts';

/** A local government as far as repairs ask about it; a `Municipality` of @yokoten/standard is one. */
export interface KnownMunicipality {
  /** 全国地方公共団体コード, six digits. */
  readonly code: string;
  /** `[west, south, east, north]` in degrees. */
  readonly bbox?: Bbox | undefined;
  readonly name?: string;
  readonly prefecture?: string;
}

/** Settings of `repair`. */
export interface RepairOptions {
  /** The municipality the file belongs to: its code and box are evidence for repairs that are ambiguous without. */
  readonly municipality?: KnownMunicipality | undefined;
  /**
   * Looks a 全国地方公共団体コード up, e.g. `municipalityByCode` of @yokoten/standard/municipalities. Without it codes are not compared
   * with names.
   */
  readonly municipalityByCode?: ((code: string) => KnownMunicipality | undefined) | undefined;
}

/** What a kind that looks beyond one cell is given. */
export interface Context extends RepairOptions {
  readonly draft: Draft;
  /** Columns of which the meaning is known. */
  readonly columns: readonly KnownColumn[];
}

/** One kind of dirt that shows in whole rows, in several columns at once or in the header. */
export type TableKind = (context: Context) => void;

/** The column that holds a standard column. */
export function columnOf(
  { columns }: Context,
  ...standards: readonly string[]
): KnownColumn | undefined {
  return columns.find(({ standard }) => standard !== undefined && standards.includes(standard));
}
