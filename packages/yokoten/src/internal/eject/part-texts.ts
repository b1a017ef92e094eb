import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { APP_RECORD, readAppRecord } from '../upgrade/app-record.ts';
import { BASE_ARCHIVE, readBaseArchive } from '../upgrade/base-archive.ts';

/**
 * The signs that the copies of parts have and the parts themselves do not, for the font: what the package says is known
 * already, and a copy that was not edited changes no file.
 */
export async function partTexts(root: string): Promise<string> {
  const read = (path: string): Promise<string> =>
    // A copy that was removed says nothing.
    readFile(join(root, path), 'utf8').catch(() => '');
  const record = await read(APP_RECORD);
  // An app without parts is built whatever became of its record.
  if (!record.includes('"parts"')) return '';
  const bases = readBaseArchive(await read(BASE_ARCHIVE));
  const paths = [...(readAppRecord(record).parts?.keys() ?? [])];
  const signs = await Promise.all(
    paths.map(async (path) => {
      const base = new Set(withoutComments(new TextDecoder().decode(bases.get(path))));
      return Array.from(withoutComments(await read(path))).filter((sign) => !base.has(sign));
    }),
  );
  return [...new Set(signs.flat())].join('');
}

/** Whole lines only: what stands behind code may be a text as well. */
function withoutComments(source: string): string {
  return source.replaceAll(/^[ \t]*(?:\/\/|\/?\*).*$/gm, '');
}
