import { LateError } from '@yokoten/standard';

/** Every code the headless part throws; each has a page in docs/errors/benefits. */
export type BenefitsErrorCode =
  | 'benefits/bad-answer'
  | 'benefits/bad-date'
  | 'benefits/bad-household'
  | 'benefits/bad-pack'
  | 'benefits/not-worked-out'
  | 'benefits/pack-not-loaded'
  | 'benefits/part-missing'
  | 'benefits/share-damaged'
  | 'benefits/share-other-pack'
  | 'benefits/share-passphrase'
  | 'benefits/share-too-large'
  | 'benefits/share-version'
  | 'benefits/unknown-programme'
  | 'benefits/unknown-question'
  | 'benefits/unknown-set';

/**
 * Thrown where a pack, an answer or a link cannot mean anything; no answer stands in it. The sentences of those that the element's
 * first parts throw are in `sentences.ts`.
 */
export class BenefitsError extends LateError<BenefitsErrorCode> {
  override readonly name = 'BenefitsError';
}
