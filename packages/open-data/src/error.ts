import type { Problem } from './problem.ts';

/** Thrown where a file cannot be read at all. Everything smaller is a `Problem` beside the data. */
export class OpenDataError extends Error {
  override readonly name = 'OpenDataError';
  /** Stable code with a page in docs/errors, e.g. `open-data/empty-file`. */
  readonly code: string;
  /** The same finding as a problem of severity `error`: both languages, the file, the place where known. */
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.message.ja}\n${problem.message.en ?? ''}`);
    this.code = problem.code;
    this.problem = problem;
  }
}
