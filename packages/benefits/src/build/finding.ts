import type { Localized } from '@yokoten/standard';

/** Every code that writing, importing or publishing programmes can give; each has a page in docs/errors/benefits. */
export type FindingCode =
  | 'benefits/date-unreadable'
  | 'benefits/bad-expression'
  | 'benefits/bad-value'
  | 'benefits/broken-record'
  | 'benefits/cannot-read'
  | 'benefits/cannot-write'
  | 'benefits/circular'
  | 'benefits/duplicate-id'
  | 'benefits/duplicate-name'
  | 'benefits/example-failed'
  | 'benefits/file-syntax'
  | 'benefits/fraction-left'
  | 'benefits/missing-key'
  | 'benefits/missing-source'
  | 'benefits/missing-translation'
  | 'benefits/no-examples'
  | 'benefits/no-value-on-date'
  | 'benefits/not-a-registry'
  | 'benefits/nothing-found'
  | 'benefits/scope-mismatch'
  | 'benefits/too-large'
  | 'benefits/unknown-key'
  | 'benefits/unknown-name'
  | 'benefits/unreachable-row'
  | 'benefits/unused-translation'
  | 'benefits/wrong-type';

/** Where something is written; `line` and `column` count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** Of a table: the address of the cell, `C12`. */
  readonly cell?: string;
}

/** A mistake, or something a reader should look at. */
export interface Finding {
  readonly code: FindingCode;
  /** An `error` keeps the file from being used. */
  readonly severity: 'error' | 'warning';
  /** What was got, what was expected, what to do. */
  readonly text: Localized & { readonly en: string };
  readonly place?: Place;
}

/** Thrown where nothing can be read or written at all. `message` is the English of `text`. */
export class BenefitsBuildError extends Error {
  override readonly name = 'BenefitsBuildError';
  readonly code: FindingCode;
  readonly text: Localized;
  readonly place?: Place;

  constructor({ code, text, place }: Omit<Finding, 'severity'>) {
    super(text.en);
    this.code = code;
    this.text = text;
    if (place !== undefined) this.place = place;
  }
}

/** Collects findings while files are read, so that one run names every mistake. */
export class Findings {
  readonly all: Finding[] = [];

  /** An error: the file cannot be used as it is. */
  error(code: FindingCode, place: Place, ja: string, en: string): undefined {
    this.all.push({ code, severity: 'error', text: { ja, en }, place });
    return undefined;
  }

  /** Something that works, but should be looked at. */
  warn(code: FindingCode, place: Place, ja: string, en: string): undefined {
    this.all.push({ code, severity: 'warning', text: { ja, en }, place });
    return undefined;
  }

  get failed(): boolean {
    return this.all.some(({ severity }) => severity === 'error');
  }
}
