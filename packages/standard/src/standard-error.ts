import type { Localized } from './units.ts';

/** Every code this package throws; each has a page in docs/errors/standard. */
export type StandardErrorCode =
  | 'standard/bad-code'
  | 'standard/bad-date'
  | 'standard/unknown-dataset';

/** Thrown where a caller's argument cannot mean anything. `message` is the English of `text`. */
export class StandardError extends Error {
  override readonly name = 'StandardError';
  readonly code: StandardErrorCode;
  /** What was got, what was expected, what to do next. */
  readonly text: Localized;

  constructor(code: StandardErrorCode, text: Localized & { readonly en: string }) {
    super(text.en);
    this.code = code;
    this.text = text;
  }
}
