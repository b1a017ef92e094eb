import type { Fault } from '../fault.ts';

/** One file of a foreign repository or folder. */
export interface ForeignFile {
  /** With `/`, never leaving the folder, and a name that every system takes. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Git's SHA-1 of the file as a blob, in hexadecimal digits. */
  readonly blob: string;
  /** @throws YokotenError `yokoten/foreign-changed`, `yokoten/foreign-damaged` */
  read(): Promise<Uint8Array>;
}

/** A foreign repository or folder, read-only, within caps; nothing of it was run. */
export interface ForeignTree {
  /** Sorted by path. */
  readonly files: readonly ForeignFile[];
  /**
   * What is there but not among the files, each with its code and place: links, submodules, pointers to other stores,
   * paths that lead elsewhere, files beyond the cap.
   */
  readonly leftOut: readonly Fault[];
  /** Git's hashes of the root trees of its commits, oldest first; none without Git. */
  readonly trees: readonly string[];
  /** The last part of the path or address. */
  readonly name: string;
  /** Where it was fetched from. */
  readonly url?: string;
  /** Removes what was fetched. Files cannot be read afterwards. */
  close(): Promise<void>;
}

/** Something found in a foreign place, before it is known whether it is taken in. */
export interface Candidate {
  readonly path: string;
  readonly kind: 'file' | 'link' | 'submodule' | 'installed' | 'other';
}
