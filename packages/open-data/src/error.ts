import type { Localized } from '@yokoten/standard';
import type { Finding } from './problem.ts';

/** Thrown where a file cannot be read at all. Everything smaller is a `Finding` beside the data. */
export class OpenDataError extends Error {
  override readonly name = 'OpenDataError';
  /** Stable code with a page in docs/errors, e.g. `open-data/empty-file`. */
  readonly code: string;
  /** The same as a finding of severity `error`: the file, the place and the facts where known. */
  readonly finding: Finding;

  /** @param sentence what was got, what was expected, what to do; without it the code and the place are all there is. */
  constructor(finding: Finding, sentence: Localized | undefined = finding.message) {
    const { code, file, line } = finding;
    const place = line === undefined ? file : `${file}:${line}`;
    const text = sentence === undefined ? '' : `${sentence.ja}\n${sentence.en ?? ''}\n`;
    super(`${text}${code} (${place})`);
    this.code = code;
    this.finding = finding;
  }
}
