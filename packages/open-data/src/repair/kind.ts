import type { Format } from '@yokoten/standard/datasets';
import type { RepairCode } from './codes.ts';
import type { Fits } from './internal/fits.ts';

/** The text a cell should have, and how sure that is (0 to 1). */
interface Mended {
  readonly after: string;
  readonly confidence: number;
}

/** The cell is ambiguous: it stays as it is. */
export interface Doubt {
  readonly doubt: RepairCode;
  /** A reading to offer, where there is one. */
  readonly expected?: string;
}

/** What one kind of repair makes of one cell; `undefined` where the cell is none of its business. */
export type Reading = Mended | Doubt | undefined;

/** Reads one filled cell. */
export type Reader = (text: string) => Reading;

/** What a kind may know about the column whose cells it reads. */
export interface Evidence {
  readonly header: string;
  /** The standard's column name, where the mapping is sure of it. */
  readonly standard: string | undefined;
  readonly format: Format;
  /** The values of a closed or known list. */
  readonly codes: readonly string[];
  readonly fits: Fits;
  /** The different values of the column as they were before any cell of it was mended, blank ones left out. */
  readonly values: () => ReadonlySet<string>;
  /** Whether the column has blank cells. */
  readonly hasBlank: () => boolean;
  /** 全国地方公共団体コード of the municipality the file belongs to, six digits. */
  readonly municipality: string | undefined;
}

/** One kind of dirt in one cell. Each stands in a file of its own under `kinds/`. */
export interface CellKind {
  readonly code: RepairCode;
  /** Looks at the column once and returns what reads its cells. */
  readonly prepare: (column: Evidence) => Reader;
}

/** A kind that needs to know nothing about the column. */
export function plainKind(code: RepairCode, read: Reader): CellKind {
  return { code, prepare: () => read };
}
