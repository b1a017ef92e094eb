import type { Localized } from '@yokoten/standard';
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

/** Makes a problem with its sentence in both languages. */
export function problem(
  code: ProblemCode,
  severity: Severity,
  file: string,
  finding: Finding = {},
): Problem {
  const { column, value } = finding;
  const message = messages[code]({
    ...finding,
    ...(column !== undefined && { column: clip(column) }),
    ...(value !== undefined && { value: clip(value) }),
  });
  return located(code, severity, file, finding, message);
}

/** A problem whose sentence comes from elsewhere: the A1 address, and only the members that are known. */
export function located(
  code: string,
  severity: Severity,
  file: string,
  { row, line, index, column, before, after }: Finding,
  message: Localized,
): Problem {
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
    message,
  };
}

/** The error to throw where the file cannot be read at all. */
export function refusal(code: FileCode, file: string, finding?: Finding): OpenDataError {
  return new OpenDataError(problem(code, 'error', file, finding));
}
