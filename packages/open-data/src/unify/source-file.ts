import type { DatasetId } from '@yokoten/standard/datasets';
import type { MunicipalityArea } from '../validate.ts';

/** One file to unify, with what is known about where it came from. */
export interface SourceFile {
  /** Path or name, for the ledger. */
  readonly file: string;
  /** Its bytes, fetched when its turn comes, so that thousands of files never stand in memory together. */
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly url?: string | undefined;
  /** As its publisher states it; absent where none is stated. */
  readonly licence?: string | undefined;
  /** The credit its licence asks for. */
  readonly credit?: string | undefined;
  /** When the bytes were fetched, ISO 8601 with offset. */
  readonly retrievedAt?: string | undefined;
  /** The municipality it speaks of. */
  readonly municipality?: MunicipalityArea | undefined;
  /** The dataset, where a person has said it. */
  readonly as?: DatasetId | undefined;
}
