import type { Value } from '@yokoten/rules';
import type { Member } from '../model/household.ts';
import type { Gate } from '../model/question.ts';
import type { Input } from '../open/input.ts';

/** A question that can be put next. `key` is that of its answer (`answerKey`); `open` are positions in `facts.open`. */
export type Ask = { readonly key: string; readonly open: readonly number[] } & (
  | {
      readonly ask: 'value';
      readonly input: Input;
      readonly member?: Member;
      /** Of a choice: the values to show now, fewer than `input.values` where another answer leaves fewer. */
      readonly values?: readonly Value[];
    }
  /** Whom does it concern? One control for each of `members`, and one for nobody. */
  | { readonly ask: 'who'; readonly input: Input; readonly members: readonly Member[] }
  /** Does any of these concern anybody? One control for each input, and one for none. */
  | { readonly ask: 'gate'; readonly gate: Gate; readonly inputs: readonly Input[] }
);

/** What is asked before anything else: who belongs to the household, and when they were born. */
export type HouseholdAsk =
  | { readonly ask: 'members'; readonly key: 'members' }
  | { readonly ask: 'birth'; readonly key: string; readonly member: Member };
