/** How much of a foreign repository or folder is taken in. */
export interface ForeignLimits {
  /** Bytes that are fetched and kept on the disk. */
  readonly fetched: number;
  /** Bytes of all files together. */
  readonly total: number;
  /** Bytes of one file; a larger one is left out. */
  readonly file: number;
  /** Files, links and submodules. */
  readonly files: number;
  /** Folders on the way to a file. */
  readonly depth: number;
  /** Commits whose root trees are read. */
  readonly commits: number;
  /** Bytes that Git may ask for at once: a few bytes of a pack can ask for gigabytes. */
  readonly memory: number;
  /** Milliseconds for fetching and listing. */
  readonly time: number;
  /** Seconds in which nearly nothing comes before a server is given up. */
  readonly silence: number;
}

/** Copies of the templates that were looked at hold under 200 files and 30 MB; a town's own folder may hold more. */
export const FOREIGN_LIMITS: ForeignLimits = {
  fetched: 300_000_000,
  total: 300_000_000,
  file: 50_000_000,
  files: 20_000,
  depth: 20,
  commits: 20_000,
  memory: 400_000_000,
  time: 300_000,
  silence: 30,
};
