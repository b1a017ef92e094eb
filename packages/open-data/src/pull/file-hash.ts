import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** What is known of a file's content. */
export interface FileHash {
  /** In hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/** The hash of a file, or `undefined` where there is none. */
export async function hashFile(path: string): Promise<FileHash | undefined> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** The hash of bytes at hand. */
export function hashBytes(content: Uint8Array): FileHash {
  return { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length };
}
