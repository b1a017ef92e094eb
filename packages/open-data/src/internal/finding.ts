import type { Localized } from '@yokoten/standard';
import { OpenDataError } from '../error.ts';
import type { ProblemCode } from '../problem-code.ts';
import type { Facts, Finding, Severity } from '../problem.ts';
import type { Table, TableRow } from '../table.ts';
import { cellAddress } from './address.ts';

/** Where a finding is, and what its sentence mentions. */
export interface Detail extends Facts {
  readonly row?: number;
  readonly line?: number;
  /** 0-based column. */
  readonly index?: number;
  readonly column?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string;
}

/** The address of one cell of a row, and what stands in it. */
export function cellOf(
  { header }: Pick<Table, 'header'>,
  { row, line, cells }: TableRow,
  index: number,
): Detail {
  return { row, line, index, column: header[index], before: cells[index] };
}

/** Makes a finding: the A1 address, and only the members that are known. */
export function finding(
  code: ProblemCode,
  severity: Severity,
  file: string,
  detail: Detail = {},
): Finding {
  return located(code, severity, file, detail);
}

/** The same for a code of another package, which may bring its own sentence. */
export function located(
  code: string,
  severity: Severity,
  file: string,
  { row, line, index, column, before, after, ...facts }: Detail,
  message?: Localized,
): Finding {
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
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(message !== undefined && { message }),
  };
}

/** The same findings with the part of the file that the table is. */
export function inPart({ part }: Pick<Table, 'part'>, findings: readonly Finding[]): Finding[] {
  return findings.map((found) => (part === undefined ? found : { ...found, part }));
}

/** The error to throw where the file cannot be read at all. */
export function refusal(code: ProblemCode, file: string, detail?: Detail): OpenDataError {
  return new OpenDataError(finding(code, 'error', file, detail));
}
