import { mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fault, YokotenError } from '../fault.ts';

/**
 * Writes a file whole or not at all, and never over one that was read.
 * @throws YokotenError `yokoten/output-is-input`, `yokoten/cannot-write`
 */
export async function writeOutput(
  path: string,
  content: Uint8Array | string,
  inputs: readonly string[],
): Promise<void> {
  const target = await whereItLies(path);
  for (const input of inputs) {
    if ((await whereItLies(input)) === target) throw new YokotenError(overInput(path));
  }
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(temporary, content);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new YokotenError(notWritten(path, error));
  }
}

/** `data/a.csv` → `data/a.fixed.csv`; of an address its last part, in the folder one is in. */
export function besideInput(input: string, ending: string): string {
  const path = /^https?:\/\//u.test(input) ? lastPart(input) : input;
  return join(dirname(path), `${basename(path, extname(path))}${ending}`);
}

function lastPart(url: string): string {
  const name = new URL(url).pathname.split('/').findLast((part) => part !== '') ?? 'data';
  try {
    return basename(decodeURIComponent(name).replaceAll('\\', '/'));
  } catch {
    return name;
  }
}

async function whereItLies(path: string): Promise<string> {
  const full = resolve(path);
  return realpath(full).catch(() => full);
}

function overInput(path: string): ReturnType<typeof fault> {
  return fault(
    'yokoten/output-is-input',
    '書き出す先が、読んだファイルと同じです。\n元を残すため、別の名前を「-o」で指定してください。',
    'The output would replace a file that was read. Give another name with -o, so that the original stays.',
    { file: path },
  );
}

function notWritten(path: string, error: unknown): ReturnType<typeof fault> {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return fault(
    'yokoten/cannot-write',
    `書き出せません（${reason}）。\nフォルダーの権限と、空き容量を確かめてください。`,
    `It cannot be written (${reason}). Check the folder's permissions and the space left.`,
    { file: path },
  );
}
