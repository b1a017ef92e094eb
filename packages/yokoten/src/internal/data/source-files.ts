import type { SourceFile } from '@yokoten/open-data/unify';
import type { LockedFile } from '@yokoten/open-data/pull';
import type { Reading } from './options.ts';
import type { InputReader } from './read-input.ts';

/**
 * Files and addresses as sources to unify. What the lock of this folder says of a file (address, licence, credit, time)
 * comes with it; an address that is read now says when.
 */
export async function sourceFiles(
  files: readonly string[],
  { as, municipality }: Reading,
  readInput: InputReader,
): Promise<SourceFile[]> {
  const { readLock } = await import('@yokoten/open-data/pull');
  const locked = new Map((await readLock('.')).files.map((one) => [one.file, one]));
  return files.map((file) => ({
    file,
    bytes: () => readInput(file),
    as,
    municipality,
    ...origin(file, locked.get(file.replaceAll('\\', '/').replace(/^\.\//u, ''))),
  }));
}

function origin(file: string, lock: LockedFile | undefined): Partial<SourceFile> {
  if (lock !== undefined) {
    const { url, licence, credit, retrievedAt } = lock;
    return { url, licence: licence ?? undefined, credit: credit ?? undefined, retrievedAt };
  }
  return /^https?:/iu.test(file) ? { url: file, retrievedAt: new Date().toISOString() } : {};
}
