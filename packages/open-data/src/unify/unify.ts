import { loadCompanion, type DatasetId } from '@yokoten/standard/datasets';
import { collect, type Collected } from './collect.ts';
import type { LedgerEntry } from './ledger.ts';
import { linkFacilities, type Placed, waitsForFacilities } from './link-facilities.ts';
import { type Accepted, readSource } from './read-source.ts';
import type { SourceFile } from './source-file.ts';
import type { ListedRow, UnifiedTable } from './unified-table.ts';

/** Everything that came out of many files. */
export interface Unified {
  /** One table per dataset that occurred. */
  readonly tables: ReadonlyMap<DatasetId, UnifiedTable>;
  /** One entry per file, or per sheet or member of it, in the order they came. */
  readonly ledger: readonly LedgerEntry[];
  /** Every row that stands in no table, with its reason. */
  readonly listed: readonly ListedRow[];
}

/** Settings of {@link unify}. */
export interface UnifyOptions {
  /** Called after each file. */
  readonly onProgress?: ((done: number, file: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the files of many municipalities and puts their rows into one table per dataset, each row with its origin.
 * No file stops the rest: what became of each stands in the ledger, and every row is either in a table or listed.
 * @throws the signal's reason, when it is aborted
 */
export async function unify(
  sources: Iterable<SourceFile> | AsyncIterable<SourceFile>,
  { onProgress, signal }: UnifyOptions = {},
): Promise<Unified> {
  const collected: Collected = { ledger: [], listed: [], tables: new Map() };
  const seen = { hashes: new Map<string, string>(), urls: new Map<string, string>() };
  const companion = await loadCompanion();
  const waiting: Placed<Accepted>[] = [];
  let done = 0;
  let place = 0;
  for await (const source of sources) {
    signal?.throwIfAborted();
    for (const part of await readSource(source, seen)) {
      if (waitsForFacilities(part, companion)) waiting.push({ place, part });
      else collect(collected, { place, part });
      place++;
    }
    onProgress?.(++done, source.file);
  }
  for (const linked of await linkFacilities(waiting, companion)) collect(collected, linked);
  return collected;
}
