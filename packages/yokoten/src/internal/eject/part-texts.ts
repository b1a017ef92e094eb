import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { APP_RECORD, readAppRecord } from '../upgrade/app-record.ts';

/** What the ejected parts of an app may say, for the font: their sources as they are. */
export async function partTexts(root: string): Promise<string> {
  const text = await readFile(join(root, APP_RECORD), 'utf8').catch(() => '');
  // An app without parts is built whatever became of its record.
  if (!text.includes('"parts"')) return '';
  const paths = [...(readAppRecord(text).parts?.keys() ?? [])];
  // A copy that was removed says nothing.
  const texts = paths.map((path) => readFile(join(root, path), 'utf8').catch(() => ''));
  return (await Promise.all(texts)).join('');
}
