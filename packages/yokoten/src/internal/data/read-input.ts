import { readFile } from 'node:fs/promises';
import type { Fetcher } from '@yokoten/open-data/catalogue';
import type { Request, Terminal } from '../command.ts';
import { fault, YokotenError } from '../fault.ts';
import { politeFetcher } from './fetcher.ts';

/** Reads what a command names: a file on this machine, or an address. */
export type InputReader = (input: string) => Promise<Uint8Array>;

/** A reader whose connections are shared by all inputs of a command. */
export function inputReader(request: Request, terminal: Terminal): InputReader {
  let fetcher: Promise<Fetcher> | undefined;
  return async (input) => {
    if (!/^https?:\/\//iu.test(input)) return readLocal(input);
    fetcher ??= politeFetcher(request, terminal);
    return (await (await fetcher).read(input)).bytes;
  };
}

/** @throws YokotenError `yokoten/no-such-file`, `yokoten/not-a-file`, `yokoten/cannot-read` */
async function readLocal(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new YokotenError(whyNot(file, error));
  }
}

function whyNot(file: string, error: unknown): ReturnType<typeof fault> {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (reason === 'ENOENT') {
    return fault(
      'yokoten/no-such-file',
      'このファイルはありません。名前と場所を確かめてください。',
      'There is no such file. Check its name and folder.',
      { file },
    );
  }
  if (reason === 'EISDIR') {
    return fault(
      'yokoten/not-a-file',
      'これはフォルダーです。中のファイルを書いてください。',
      'This is a folder. Name the files in it.',
      { file },
    );
  }
  return fault(
    'yokoten/cannot-read',
    `このファイルを読めません（${reason}）。\n権限と、ほかで開いていないかを確かめてください。`,
    `This file cannot be read (${reason}). Check its permissions and whether another program holds it.`,
    { file },
  );
}
