/** A pointer is never larger (Git LFS specification, "The Pointer"), in bytes. */
export const POINTER_SIZE = 1024;

const BEGIN = new TextEncoder().encode('version https://git-lfs.github.com/spec/v1\n');

/** Whether a file is but a pointer of Git LFS to content in another store. */
export function isPointer(bytes: Uint8Array): boolean {
  return bytes.byteLength <= POINTER_SIZE && BEGIN.every((byte, i) => bytes[i] === byte);
}
