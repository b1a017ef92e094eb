import type { Localized } from '@yokoten/standard';
import type { CatalogueErrorCode } from './catalogue-code.ts';

/** What a sentence about a request mentions. */
export interface RequestFacts {
  /** The address asked for, or the one it led to. */
  readonly url?: string;
  /** What was got. */
  readonly value?: string;
  readonly expected?: string;
  readonly count?: number;
  /** How long to wait, or was waited. */
  readonly seconds?: number;
}

/** Thrown where an address, a catalogue or a download cannot be used. */
export class CatalogueError<Code extends string = CatalogueErrorCode> extends Error {
  override readonly name = 'CatalogueError';
  /** Stable code with a page in docs/errors, e.g. `open-data/private-address`. */
  readonly code: Code;
  readonly facts: RequestFacts;
  /** What was got, what was expected, what to do. */
  readonly text: Localized;
  /** Whether the same request may work a little later: such a request was already repeated. */
  readonly passing: boolean;

  constructor(
    code: Code,
    facts: RequestFacts,
    text: Localized,
    { passing = false, cause }: { readonly passing?: boolean; readonly cause?: unknown } = {},
  ) {
    super(`${text.ja}\n${text.en ?? ''}\n${code}`, cause === undefined ? {} : { cause });
    this.code = code;
    this.facts = facts;
    this.text = text;
    this.passing = passing;
  }
}

/** The error to throw. Its sentences are loaded only now, so that who meets no error loads none. */
export async function failure(
  code: CatalogueErrorCode,
  facts: RequestFacts,
  details?: { readonly passing?: boolean; readonly cause?: unknown },
): Promise<CatalogueError> {
  const { sentenceOf } = await import('./catalogue-messages.ts');
  return new CatalogueError(code, facts, sentenceOf(code, facts), details);
}
