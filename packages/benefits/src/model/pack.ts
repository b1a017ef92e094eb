import type { Pack } from '@yokoten/rules';
import type { StepPack } from '@yokoten/rules/trace';
import type { HouseholdShape } from './household.ts';
import type { Programme } from './programme.ts';
import type { Gate, PackUnits, Question, QuestionSet } from './question.ts';
import type { PackSources } from './source.ts';
import type { PackTexts } from './texts.ts';

/**
 * Everything a benefit check needs: rules, and what people have to know around them. Where the rules come from and under which
 * licence is in `rules.origin`. What is lazy is loaded once at the start, whatever is answered later.
 */
export interface BenefitPack {
  /** Stable: stands in shared links. */
  readonly id: string;
  /** Changes with the contents, e.g. `2026-04-01`. */
  readonly version: string;
  readonly rules: Pack;
  /** The same rules step by step, for questions and explanations. */
  readonly steps: () => Promise<StepPack>;
  readonly sources?: () => Promise<PackSources>;
  /** Made up for demonstration: every screen says 見本. */
  readonly sample?: boolean;
  /** What figures count that are no answers; without it, amounts of programmes are money and the rest are plain numbers. */
  readonly units?: PackUnits;
  readonly household: HouseholdShape;
  readonly programmes: readonly Programme[];
  readonly questions: readonly Question[];
  readonly gates?: readonly Gate[];
  /** Without any, one set `main` of all programmes. */
  readonly sets?: readonly QuestionSet[];
  /** Languages that there are texts in; `ja` is always one. */
  readonly languages: readonly string[];
  /** @returns the texts in a language of `languages` */
  readonly texts: (language: string) => Promise<PackTexts>;
  /** The licence in full and the notice that goes with the rules: addresses, absolute or from the page. */
  readonly licenceUrl?: string;
  readonly noticeUrl?: string;
}
