import type { Localized } from '@yokoten/standard';

/** `error`: the row or file is not used as it is. `warning`: used, but look at it. `info`: what was done. */
export type Severity = 'error' | 'warning' | 'info';

/** What the sentence of a finding mentions beside its place. */
export interface Facts {
  /** The value got. */
  readonly value?: string;
  /** What was expected in its place. */
  readonly expected?: string;
  /** A position as `lat, lng`. */
  readonly at?: string;
  readonly count?: number;
  /** Set where the finding is about many rows or columns at once. */
  readonly many?: boolean;
}

/**
 * One finding about a file: a stable code, the place and the facts. The sentence is added by `explain` of
 * `@yokoten/open-data/messages`, so that who needs codes alone loads no sentences.
 */
export interface Finding {
  /** `open-data/kebab-name`, with a page in docs/errors; frictionless's own word where it means the same. */
  readonly code: string;
  readonly severity: Severity;
  /** The file's path as it was given. */
  readonly file: string;
  /** The sheet, folder or archive entry the row stands in, where the file has several (see `Table.part`). */
  readonly part?: string;
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
  readonly facts?: Facts;
  /** Set where the finding comes from a validator that brings its own sentence. */
  readonly message?: Localized;
}

/** A finding with its sentence. */
export interface Problem extends Finding {
  /** What was got, what was expected, what to do next. */
  readonly message: Localized;
}
