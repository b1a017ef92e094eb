import type { Localized } from '@yokoten/standard';

/** Every code this package throws; each has a page in docs/errors/openfisca. */
export type OpenFiscaErrorCode =
  | 'openfisca/axis-mismatch'
  | 'openfisca/bad-parameter'
  | 'openfisca/bad-test'
  | 'openfisca/cannot-read'
  | 'openfisca/folder-in-use'
  | 'openfisca/no-country'
  | 'openfisca/outside-package'
  | 'openfisca/python-syntax'
  | 'openfisca/remote-failed'
  | 'openfisca/remote-refused'
  | 'openfisca/too-large'
  | 'openfisca/unknown-name'
  | 'openfisca/unsupported';

/** Where in the package something is; `line` and `column` count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** Thrown where a package cannot be compiled, a test cannot be read, or a server does not answer. `message` is the English of `text`, with the place. */
export class OpenFiscaError extends Error {
  override readonly name = 'OpenFiscaError';
  readonly code: OpenFiscaErrorCode;
  /** What was got, what was expected, what to do next. */
  readonly text: Localized;
  readonly place?: Place;
  /** Of what a server refused: where in the situation it is, outermost key first. */
  readonly path?: readonly string[];

  constructor(
    code: OpenFiscaErrorCode,
    text: Localized & { readonly en: string },
    place?: Place,
    path?: readonly string[],
  ) {
    const { file, line = 0, column = 0 } = place ?? { file: '' };
    super(place === undefined ? text.en : `${file}:${line}:${column}: ${text.en}`);
    this.code = code;
    this.text = text;
    if (place !== undefined) this.place = place;
    if (path !== undefined) this.path = path;
  }
}

/** Line and column of an offset. */
export function placeAt(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { file, line: before.split('\n').length, column: offset - start + 1 };
}
