import { OpenDataError } from '../error.ts';
import type { FileCode, ProblemCode } from '../problem-code.ts';
import type { Problem, Severity } from '../problem.ts';
import { cellAddress } from './address.ts';
import { fileMessages, type Message, type MessageValues } from './file-messages.ts';
import { rowMessages } from './row-messages.ts';

const messages: Readonly<Record<ProblemCode, Message>> = { ...fileMessages, ...rowMessages };

/** Where a finding is and what its sentence mentions. `index` is the 0-based column. */
export interface Finding extends MessageValues {
  readonly row?: number;
  readonly line?: number;
  readonly index?: number;
  readonly before?: string;
  readonly after?: string;
}

/** A value from the file as a sentence shows it: one line, at most 12 characters. */
export function clip(value: string): string {
  const flat = value.slice(0, 200).replace(/\s+/gu, ' ').trim();
  return flat.length > 12 ? `${flat.slice(0, 11).replace(/\p{Cs}$/u, '')}…` : flat;
}

/** Makes a problem: the sentence in both languages, the A1 address, only the members that are known. */
export function problem(
  code: ProblemCode,
  severity: Severity,
  file: string,
  finding: Finding = {},
): Problem {
  const { row, line, index, before, after, column, value } = finding;
  return {
    code,
    severity,
    file,
    ...(row !== undefined && { row }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(row !== undefined && index !== undefined && { cell: cellAddress(index, row) }),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    message: messages[code]({
      ...finding,
      ...(column !== undefined && { column: clip(column) }),
      ...(value !== undefined && { value: clip(value) }),
    }),
  };
}

/** The error to throw where the file cannot be read at all. */
export function refusal(code: FileCode, file: string, finding?: Finding): OpenDataError {
  return new OpenDataError(problem(code, 'error', file, finding));
}
