import { refuse } from './refuse.ts';

/** How much a hostile file may cost. Real files of municipalities stay far below each. */
export interface ReadLimits {
  /** Bytes of the source as it comes. Default 512 MiB. */
  readonly bytes: number;
  /** Bytes of everything that an archive (and those inside it) holds, unpacked. Default 1 GiB. */
  readonly unpacked: number;
  /** How many times its packed size an archive may unpack to, beyond the first 20 MiB. Default 50. */
  readonly ratio: number;
  /** Entries of all archives together. Default 20,000. */
  readonly entries: number;
  /** Archives inside archives: a workbook in a zip is 2 deep. Default 3. */
  readonly depth: number;
}

/** What holds where the caller sets nothing else. */
export const DEFAULT_LIMITS: ReadLimits = {
  bytes: 512 << 20,
  unpacked: 1 << 30,
  ratio: 50,
  entries: 20_000,
  depth: 3,
};

/** A sheet-end file of a million blank rows packs a thousand to one, and is honest. */
const ALWAYS_FINE = 20 << 20;

/** What is left of the limits while one source is read, archives inside archives included. */
export class Budget {
  readonly limits: ReadLimits;
  readonly file: string;
  #unpacked = 0;
  #entries = 0;

  constructor(limits: ReadLimits, file: string) {
    this.limits = limits;
    this.file = file;
  }

  /**
   * Spends what an archive says it holds, before anything of it is unpacked.
   * @throws OpenDataError `open-data/archive-too-large`
   */
  spend(entries: number, unpacked: number, packed: number): void {
    this.#entries += entries;
    this.#unpacked += unpacked;
    const most = Math.min(this.limits.unpacked, Math.max(ALWAYS_FINE, packed * this.limits.ratio));
    if (this.#entries > this.limits.entries) {
      this.#refuse(String(this.#entries), String(this.limits.entries));
    }
    if (unpacked > most || this.#unpacked > this.limits.unpacked) {
      this.#refuse(megabytes(this.#unpacked), megabytes(most));
    }
  }

  #refuse(value: string, expected: string): never {
    throw refuse('open-data/archive-too-large', this.file, { value, expected });
  }
}

/** A size as a person says it. */
export function megabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1e6))} MB`;
}
