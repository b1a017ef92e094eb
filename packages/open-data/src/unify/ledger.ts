import type { DatasetId, Generation } from '../recognise.ts';
import type { Severity } from '../problem.ts';
import type { SourceFile } from './source-file.ts';

/**
 * What became of a file. `ok`: every row is in the table and nothing is left to look at. `degraded`: it is in the table,
 * but something is wrong with it. `skipped`: nothing was wrong, and nothing was to be had. `failed`: it could not be read.
 */
export type LedgerStatus = 'ok' | 'degraded' | 'skipped' | 'failed';

/** One kind of finding about a file, counted. */
export interface LedgerReason {
  /** Stable code with a page in docs/errors. */
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
}

/** What became of one file, or of one sheet or member of it. `rows` is always `merged` + `joined` + `listed`. */
export interface LedgerEntry extends Omit<SourceFile, 'bytes' | 'as' | 'municipality'> {
  /** Sheet of a workbook or member of an archive. */
  readonly part?: string | undefined;
  /** 全国地方公共団体コード of the municipality it speaks of, where that was said. */
  readonly municipality?: string | undefined;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256?: string | undefined;
  readonly status: LedgerStatus;
  /** The weightiest first. */
  readonly reasons: readonly LedgerReason[];
  readonly dataset?: DatasetId | undefined;
  readonly generation?: Generation | undefined;
  /** 0 to 1, of the recognised dataset. */
  readonly confidence: number;
  /** Data rows in the file. */
  readonly rows: number;
  /** Rows that stand in the unified table. */
  readonly merged: number;
  /** Rows of a facility file that rows of another file refer to; they stand in the unified table with those. */
  readonly joined: number;
  /** Rows that do neither, each listed with its reason. */
  readonly listed: number;
  /** How many repairs were made. */
  readonly repaired: number;
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Findings counted by code, the weightiest and most frequent first. */
export function countReasons(
  findings: readonly { readonly code: string; readonly severity: Severity }[],
): LedgerReason[] {
  const counts = new Map<string, LedgerReason>();
  for (const { code, severity } of findings) {
    const count = (counts.get(code)?.count ?? 0) + 1;
    counts.set(code, { code, severity, count });
  }
  return [...counts.values()].sort(
    (a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || b.count - a.count,
  );
}
