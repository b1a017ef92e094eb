import type { Localized } from '@yokoten/standard';

/** Every code the headless part throws; each has a page in docs/errors/benefits. */
export type BenefitsErrorCode =
  | 'benefits/bad-answer'
  | 'benefits/bad-date'
  | 'benefits/bad-household'
  | 'benefits/share-damaged'
  | 'benefits/share-other-pack'
  | 'benefits/share-passphrase'
  | 'benefits/share-too-large'
  | 'benefits/share-version'
  | 'benefits/unknown-programme'
  | 'benefits/unknown-question'
  | 'benefits/unknown-set';

/** Thrown where a pack, an answer or a link cannot mean anything. `message` is the English of `text`; no answer stands in it. */
export class BenefitsError extends Error {
  override readonly name = 'BenefitsError';
  readonly code: BenefitsErrorCode;
  /** What was got, what was expected, what to do next. */
  readonly text: Localized;

  constructor(code: BenefitsErrorCode, text: Localized & { readonly en: string }) {
    super(text.en);
    this.code = code;
    this.text = text;
  }
}
