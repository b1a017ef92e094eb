import type { Pack, Parameter } from '@yokoten/rules';
import type { PackFacts, StepPack } from '@yokoten/rules/trace';
import type { HouseholdShape } from '../model/household.ts';
import type { Programme } from '../model/programme.ts';
import type { PackUnits, Question, QuestionSet } from '../model/question.ts';
import type { PackSources } from '../model/source.ts';

/** A pack of own schemes as data, without the words: what the build writes and a page loads. */
export interface SchemeData {
  readonly id: string;
  readonly version: string;
  readonly sample: boolean;
  readonly origin: Pack['origin'];
  readonly entities: Pack['entities'];
  readonly variables: PackFacts['variables'];
  readonly parameters: readonly Parameter[];
  readonly steps: StepPack;
  readonly sources: PackSources;
  readonly units?: PackUnits;
  readonly household: HouseholdShape;
  readonly programmes: readonly Programme[];
  readonly questions: readonly Question[];
  readonly sets?: readonly QuestionSet[];
}
