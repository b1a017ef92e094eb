import type { Examination } from '@yokoten/open-data/report';
import type { Request, Terminal } from '../command.ts';
import type { Fault } from '../fault.ts';
import { YokotenError } from '../fault.ts';
import { describeFaults } from '../print-faults.ts';
import { printable } from '../terminal-text.ts';
import type { Reading } from './options.ts';
import { inputReader } from './read-input.ts';

/** What a command does with one file; returns its exit code. */
export type FileWork = (examination: Examination, file: string) => Promise<number> | number;

/** Exit code of a file: 1 where something is left for a person. */
export function verdict({ inspection }: Examination): number {
  return inspection.unresolved > 0 ? 1 : 0;
}

/** Examines files one after the other; one that cannot be read does not keep the rest from being read. */
export async function eachFile(
  files: readonly string[],
  reading: Reading,
  request: Request,
  terminal: Terminal,
  work: FileWork,
): Promise<number> {
  const readInput = inputReader(request, terminal);
  const { examineFile } = await import('@yokoten/open-data/report');
  let exitCode = 0;
  for (const [index, file] of files.entries()) {
    const step = (done: number): void =>
      terminal.progress?.((index + done) / files.length, printable(file));
    step(0);
    try {
      const bytes = await readInput(file);
      const examination = await examineFile(bytes, {
        file,
        ...reading,
        onProgress: (_, done) => step(done),
      });
      terminal.progress?.(1);
      exitCode = Math.max(exitCode, await work(examination, file));
    } catch (error) {
      terminal.progress?.(1);
      terminal.note(describeFaults(await faultsOf(error, file), request.language));
      exitCode = 2;
    }
  }
  return exitCode;
}

/** What keeps a file from being read; anything else is thrown on. */
export async function faultsOf(error: unknown, file: string): Promise<readonly Fault[]> {
  if (error instanceof YokotenError) return error.faults;
  const { CatalogueError } = await import('@yokoten/open-data/catalogue');
  if (error instanceof CatalogueError) return [{ code: error.code, message: error.text }];
  const { OpenDataError } = await import('@yokoten/open-data');
  if (!(error instanceof OpenDataError)) throw error;
  const { sentence } = await import('@yokoten/open-data/messages');
  const { code, line } = error.finding;
  const place = { file, ...(line !== undefined && { line }) };
  return [{ code, message: sentence(error.finding), place }];
}
