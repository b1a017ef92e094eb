import { readFile } from 'node:fs/promises';
import type { DatasetId } from '@yokoten/standard/datasets';
import type { Municipality } from '@yokoten/standard/municipalities';
import type { Terminal } from './command.ts';
import { describeInspection } from './describe-inspection.ts';
import { fault, type Fault } from './fault.ts';
import type { Language } from './language.ts';
import { describeFaults } from './print-faults.ts';

interface Inspecting {
  readonly as: DatasetId | undefined;
  readonly municipality: Municipality | undefined;
  readonly format: 'text' | 'json';
  readonly language: Language;
  readonly terminal: Terminal;
}

/** Inspects files one after the other; one that cannot be read does not keep the rest from being read. */
export async function inspectFiles(
  files: readonly string[],
  { as, municipality, format, language, terminal }: Inspecting,
): Promise<number> {
  const { inspect, OpenDataError } = await import('@yokoten/open-data');
  const { sentence } = await import('@yokoten/open-data/messages');
  let exitCode = 0;
  for (const [i, file] of files.entries()) {
    const bytes = await readFile(file).catch((error: unknown) => whyNot(file, error));
    if (!(bytes instanceof Uint8Array)) {
      terminal.note(describeFaults([bytes], language));
      exitCode = 2;
      continue;
    }
    try {
      const inspection = await inspect(bytes, {
        file,
        ...(as !== undefined && { as }),
        ...(municipality && { municipality }),
      });
      if (format === 'json') terminal.print(JSON.stringify(inspection));
      else terminal.print(describeInspection(inspection, language) + between(i, files));
      if (inspection.unresolved > 0) exitCode = Math.max(exitCode, 1);
    } catch (error) {
      if (!(error instanceof OpenDataError)) throw error;
      const { code, line } = error.finding;
      const place = { file, ...(line !== undefined && { line }) };
      terminal.note(describeFaults([{ code, message: sentence(error.finding), place }], language));
      exitCode = 2;
    }
  }
  return exitCode;
}

/** A blank line between the files of a text that a person reads. */
function between(index: number, files: readonly string[]): string {
  return index < files.length - 1 ? '\n' : '';
}

function whyNot(file: string, error: unknown): Fault {
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
