import type { BenefitPack } from '../model/pack.ts';
import { type CheckOptions, choose } from './chosen.ts';
import { openQuestions, type Questions } from './questions.ts';

/** A pack opened for one day and one set of programmes: all that answers do not change. */
export interface Check extends Questions {
  /** What gives reasons; a part of its own, so that questions are there before it. */
  readonly trace: Pick<typeof import('@yokoten/rules/trace'), 'explain' | 'ZeroReader'>;
}

/**
 * Loads the rules' steps and sources and finds out which inputs the programmes depend on.
 * @throws BenefitsError `benefits/bad-date`, `benefits/unknown-set`, `benefits/unknown-programme`, `benefits/unknown-question`
 */
export async function openCheck(pack: BenefitPack, options: CheckOptions): Promise<Check> {
  const [questions, trace] = await Promise.all([
    openQuestions(choose(pack, options)),
    import('@yokoten/rules/trace'),
  ]);
  return { ...questions, trace };
}
