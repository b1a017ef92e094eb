import type { Localized } from '@yokoten/standard';
import { OpenDataError } from '../error.ts';
import type { FileCode, ProblemCode } from '../problem-code.ts';
import type { Problem, Severity } from '../problem.ts';
import type { Table, TableRow } from '../table.ts';
import { cellAddress } from './address.ts';
import { fileMessages, type Message } from './file-messages.ts';
import { rowMessages } from './row-messages.ts';

const messages: Readonly<Record<ProblemCode, Message>> = { ...fileMessages, ...rowMessages };

/** Where a finding is, and what its sentence mentions. */
export interface Finding {
  readonly row?: number;
  readonly line?: number;
  /** 0-based column. */
  readonly index?: number;
  readonly column?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string;
  readonly value?: string;
  readonly expected?: string;
  /** A position as `lat, lng`. */
  readonly at?: string;
  readonly count?: number;
  /** Set where the sentence is about many rows at once. */
  readonly many?: boolean;
}

/** The address of one cell of a row, and what stands in it. */
export function cellOf(
  { header }: Pick<Table, 'header'>,
  { row, line, cells }: TableRow,
  index: number,
): Finding {
  return { row, line, index, column: header[index], before: cells[index] };
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
  const { column = '', value = '', expected = '', at = '', count = 0, many } = finding;
  const { ja, en } = (many && messages[code].many) || messages[code];
  const words = { column: clip(column), value: clip(value), expected, at, count: String(count) };
  const say = (sentence: string): string =>
    sentence.replace(
      /\{(column|value|expected|at|count)\}/gu,
      (_, word: keyof typeof words) => words[word],
    );
  return located(code, severity, file, finding, { ja: say(ja), en: say(en) });
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
