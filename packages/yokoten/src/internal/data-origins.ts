import { createHash } from 'node:crypto';
import type { DataLock, LockedFile } from '@yokoten/open-data/pull';
import type { DataFile } from '@yokoten/standard/app';
import { YokotenError } from './fault.ts';
import { readText } from './project-files.ts';

/** Where `yokoten data pull` records what it fetched; the name is part of that format. */
export const DATA_LOCK = 'yokoten.data.lock.json';

/**
 * Files of `data/`, each with where it was fetched from, as far as that is recorded.
 *
 * @throws YokotenError `open-data/broken-lock`, `open-data/outside-folder`
 */
export async function withOrigins(
  root: string,
  files: readonly DataFile[],
): Promise<readonly DataFile[]> {
  const json = await readText(root, DATA_LOCK);
  if (json === undefined) return files;
  const { files: locked } = await parse(json);
  const byPath = new Map(locked.map((one) => [one.file.normalize('NFC'), one]));
  return files.map((file) => {
    const one = byPath.get(file.path);
    return one === undefined ? file : { ...file, origin: originOf(file, one) };
  });
}

async function parse(json: string): Promise<DataLock> {
  // Only projects that fetched something need the reader of the record.
  const { parseLock } = await import('@yokoten/open-data/pull');
  const { CatalogueError } = await import('@yokoten/open-data/catalogue');
  try {
    return parseLock(json);
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    const { code, text } = error;
    throw new YokotenError({ code, message: text, place: { file: DATA_LOCK } });
  }
}

function originOf(
  { bytes }: DataFile,
  { url, credit, licence, made, sha256 }: LockedFile,
): NonNullable<DataFile['origin']> {
  const isChanged = createHash('sha256').update(bytes).digest('hex') !== sha256;
  // `sites` passes on what was fetched as it is.
  const isMade = made !== undefined && made.by !== 'sites';
  return { url, credit, licence, isMade, isChanged };
}
