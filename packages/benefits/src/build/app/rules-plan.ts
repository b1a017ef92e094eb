import type { Localized } from '@yokoten/standard';
import type { CompiledOptions } from '../../compiled/compiled-pack.ts';
import type { Gate, QuestionSet } from '../../model/question.ts';

/** A programme of a compiled pack, as the config writes it. */
type PlannedProgramme = CompiledOptions['programmes'][number] & {
  readonly title?: Localized;
  readonly summary?: Localized;
};

/** How a compiled pack is asked about, as the config writes it. Names are those of the rules. */
export interface RulesPlan extends Pick<CompiledOptions, 'household' | 'questions'> {
  readonly programmes: readonly PlannedProgramme[];
  readonly gates?: readonly (Gate & { readonly question?: Localized })[];
  readonly sets?: readonly (QuestionSet & { readonly title?: Localized })[];
}
