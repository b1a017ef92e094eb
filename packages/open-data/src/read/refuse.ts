import type { OpenDataError } from '../error.ts';
import { type Detail, finding, refusal } from '../internal/finding.ts';
import type { FileCode } from '../problem-code.ts';
import type { Finding, Severity } from '../problem.ts';
import type { ReadCode } from './codes.ts';

/** The error to throw where a source, or the part of it at hand, cannot be read at all. */
export function refuse(code: ReadCode | FileCode, file: string, detail?: Detail): OpenDataError {
  return refusal(code, file, detail);
}

/** A finding about one part of a source. */
export function partFinding(
  code: ReadCode,
  severity: Severity,
  { file, part }: { readonly file: string; readonly part?: string | undefined },
  detail: Detail = {},
): Finding {
  const found = finding(code, severity, file, detail);
  return part === undefined || part === '' ? found : { ...found, part };
}
