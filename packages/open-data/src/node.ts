import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OpenDataError } from './error.ts';
import { explainError } from './messages.ts';
import { DEFAULT_LIMITS, megabytes } from './read/limits.ts';
import { refuse } from './read/refuse.ts';
import { read, type ReadSettings } from './read.ts';
import type { Table } from './table.ts';

export type { ReadSettings } from './read.ts';

/**
 * Reads a file on this machine as `read` does; `file` in problems is the path as given. Only for Node.
 * @throws OpenDataError `open-data/cannot-open`, and what `read` throws
 */
export async function readPath(
  path: string | URL,
  settings: ReadSettings = {},
): Promise<readonly [Table, ...Table[]]> {
  const file = settings.file ?? (typeof path === 'string' ? path : basename(fileURLToPath(path)));
  const most = settings.limits?.bytes ?? DEFAULT_LIMITS.bytes;
  return read(await bytesOf(path, file, most, settings.signal), { ...settings, file });
}

async function bytesOf(
  path: string | URL,
  file: string,
  most: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > most) throw refuse('open-data/file-too-large', file, { expected: megabytes(most) });
    return await readFile(path, signal === undefined ? {} : { signal });
  } catch (error) {
    if (error instanceof OpenDataError) throw explainError(error);
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
    throw explainError(refuse('open-data/cannot-open', file, { value: String(error.code) }));
  }
}
