import { createHash } from 'node:crypto';

/** How Git writes down what a file is: plain, executable, a symbolic link. */
export type FileMode = '100644' | '100755' | '120000';

/** One file by its content. */
export interface Entry {
  readonly bytes: Uint8Array;
  readonly mode: FileMode;
}

/** Files by their path in the app, with `/`. */
export type Tree = ReadonlyMap<string, Entry>;

/** A plain file with this text. */
export function textEntry(text: string): Entry {
  return { bytes: new TextEncoder().encode(text), mode: '100644' };
}

/** SHA-256 of a file's bytes, in hexadecimal digits, as `yokoten.lock.json` records it. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether both are the same file, or both are none. */
export function sameEntry(a: Entry | undefined, b: Entry | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.mode === b.mode && sameBytes(a.bytes, b.bytes);
}

/** Whether two files have the same bytes. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** The text of a file, or `undefined` where its bytes are no UTF-8 text: such a file is never merged line by line. */
export function textOf({ bytes }: Pick<Entry, 'bytes'>): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
