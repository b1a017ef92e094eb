import type { Localized } from '@yokoten/standard';

/** `error`: the row or file is not used as it is. `warning`: used, but look at it. `info`: what was done. */
export type Severity = 'error' | 'warning' | 'info';

/** One finding about a file. The code is stable and has a page in docs/errors. */
export interface Problem {
  /** `open-data/kebab-name`; frictionless's own word where it means the same. */
  readonly code: string;
  readonly severity: Severity;
  /** The file's path as it was given. */
  readonly file: string;
  /** Row as a spreadsheet numbers it: 1 is the file's first record. */
  readonly row?: number;
  /** Physical line (1-based) where that record starts; differs from `row` when a quoted cell holds line breaks. */
  readonly line?: number;
  /** The column's header, as the file writes it. */
  readonly column?: string;
  /** Spreadsheet address, e.g. `C12`. */
  readonly cell?: string;
  readonly before?: string;
  readonly after?: string;
  /** What was got, what was expected, what to do next. */
  readonly message: Localized;
}
