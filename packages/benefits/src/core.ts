import './sentences.ts';

export type * from './model.ts';
export type { Ask, HouseholdAsk } from './ask/ask.ts';
export { householdAsk } from './ask/next.ts';
export type { RankedAsk } from './ask/order.ts';
export { MOST_MEMBERS, startState } from './ask/household.ts';
export { type Action, reduce } from './ask/reduce.ts';
export { type Answer, answerKey, type CheckState } from './ask/state.ts';
export { BenefitsError, type BenefitsErrorCode } from './error.ts';
export type { Facts, OpenInput } from './facts/facts.ts';
export { type Check, openCheck } from './open/check.ts';
export { type CheckOptions, type Chosen, programmeOf } from './open/chosen.ts';
export type { Input } from './open/input.ts';
export type { Questions } from './open/questions.ts';
export {
  type Cliff,
  type Sweep,
  sweep,
  type SweepLine,
  type SweepOptions,
  tryValue,
} from './what-if/sweep.ts';
export type { Range } from './result/reading.ts';
export { type Standing, standingOf } from './result/standing.ts';
export { type Result, type Results, resultsOf, type Total } from './result/results.ts';
export type { Status } from './result/status.ts';
export { type Prefill, prefill, type Prefilled } from './exchange/prefill.ts';
export { type ResultDetail, resultDetail } from './exchange/result-detail.ts';
export type { SharedFrom } from './share/content.ts';
export {
  type AddressBar,
  needsPassphrase,
  readShared,
  shareState,
  takeShared,
} from './share/fragment.ts';
export type { UsedFigure } from './why/figures.ts';
export { type Flip, smallestChanges } from './why/flip.ts';
export { type Decider, type Reason, type ReasonCondition, type Why, why } from './why/why.ts';
export {
  type CompiledFiles,
  type CompiledLabels,
  type CompiledOptions,
  type CompiledReferences,
  compiledPack,
} from './compiled/compiled-pack.ts';
