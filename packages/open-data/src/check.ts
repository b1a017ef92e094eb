import type { Encoding } from './encoding.ts';
import type { ByteSource } from './internal/byte-source.ts';
import { checkInSteps } from './internal/check-in-steps.ts';
import { STEP } from './internal/check-rows.ts';
import type { ProblemCount } from './internal/tally.ts';
import type { InspectedColumn } from './inspect.ts';
import type { Finding } from './problem.ts';
import type { DatasetId, Generation } from './recognise.ts';
import type { Newline, TableKind } from './table.ts';
import type { MunicipalityArea } from './validate.ts';

export type { ByteSource, ProblemCount };

/** Settings of {@link check}. */
export interface CheckOptions {
  /** The path or name to mention in findings. */
  readonly file: string;
  /** The dataset, where a person has said it. */
  readonly as?: DatasetId | undefined;
  readonly municipality?: MunicipalityArea | undefined;
  /** Of how many rows the findings are kept; all are counted. 1,000 unless given. */
  readonly limit?: number | undefined;
  /**
   * Whether rows and IDs that repeat earlier ones are looked for, which takes up to 50 bytes of memory a row. Yes unless
   * given.
   */
  readonly repeats?: boolean | undefined;
}

/** What was found in a file, without its rows. */
export interface CheckReport {
  readonly file: string;
  readonly kind: TableKind;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly newline: Newline;
  /** `null` where the file is none of the known datasets. */
  readonly dataset: DatasetId | null;
  readonly generation: Generation;
  /** 0 to 1. */
  readonly confidence: number;
  readonly columns: readonly InspectedColumn[];
  /** Number of data rows. */
  readonly rows: number;
  readonly blankRows: number;
  /** How many rows have findings. */
  readonly rowsWithFindings: number;
  /** How often each code was found, the most frequent first. */
  readonly counts: readonly ProblemCount[];
  /** What is about the whole file, and the findings of the first `limit` rows that have any. By row. */
  readonly findings: readonly Finding[];
}

/**
 * Checks a file of any size while it is read, in memory that does not grow with it (`repeats: false`): what `readTable` and
 * `validate` find, counted, with the findings of the first rows. Rows are not kept, and text is made only of cells that
 * bytes cannot clear. The first 100 rows, at least 64 KiB, decide about encoding, header and columns. JSON is read whole.
 * A quote that never closes is looked for until the end of the file, which is then held in memory.
 * @throws OpenDataError where there is no table to read; the codes are those of `readTable`.
 */
export async function check(source: ByteSource, options: CheckOptions): Promise<CheckReport> {
  return checkInSteps(source, options, STEP);
}
