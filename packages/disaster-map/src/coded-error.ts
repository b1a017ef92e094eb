/** An error with a stable code; the code has a page in docs/errors. */
export interface CodedError extends Error {
  readonly code: string;
}

/** `message`: what was got, what was expected, what to do next. */
export function codedError(code: string, message: string): CodedError {
  return Object.assign(new Error(`${code}: ${message}`), { code });
}
