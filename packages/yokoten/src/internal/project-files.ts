import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFile } from '@yokoten/standard/app';
import { fault, YokotenError } from './fault.ts';

/** Reads everything below one folder of the project, sorted by path; a folder that is not there has no files. */
export async function readFolder(root: string, folder: string): Promise<DataFile[]> {
  const paths = await listFolder(root, folder);
  // macOS may hand out decomposed names (か + ゛); everything that compares names expects them composed.
  const read = async (path: string): Promise<DataFile> => ({
    path: path.normalize('NFC'),
    bytes: await readBytes(root, path),
  });
  return Promise.all(paths.map(read));
}

/** Paths below one folder of the project, with `/`, in an order that is the same on every machine. */
async function listFolder(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(whenAbsent([]));
  const found: string[] = [];
  for (const entry of entries) {
    // `.DS_Store`, `~$名簿.xlsx` and the like are left behind by programs, not meant by people.
    if (/^(\.|~\$)|^Thumbs\.db$/i.test(entry.name)) continue;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await listFolder(root, path)));
    // A symbolic link may lead out of the project, so it is no file of the project.
    else if (entry.isFile()) found.push(path);
  }
  return found.sort();
}

/**
 * The text of a file of the project, or `undefined` when it is not there.
 *
 * @throws YokotenError `yokoten/cannot-read`
 */
export async function readText(root: string, path: string): Promise<string | undefined> {
  const there = await lstat(join(root, path)).catch(whenAbsent(undefined));
  return there && new TextDecoder().decode(await readBytes(root, path));
}

async function readBytes(root: string, path: string): Promise<Uint8Array> {
  try {
    return await readFile(join(root, path));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw Object.assign(
      new YokotenError(
        fault(
          'yokoten/cannot-read',
          'このファイルを読めません。\nファイルの権限と、ほかで開いていないかを確かめてください。',
          `This file cannot be read (${reason}). Check its permissions and whether another program holds it.`,
          { file: path },
        ),
      ),
      { cause },
    );
  }
}

function whenAbsent<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return value;
    throw error;
  };
}
