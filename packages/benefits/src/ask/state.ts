import type { Value } from '@yokoten/rules';
import type { Member } from '../model/household.ts';

/**
 * What somebody answered. `null` is 不明: it is not asked again, and the result stays open as far as it hangs on it. Of a value
 * that a household has, there is no `member`.
 */
export type Answer =
  | {
      readonly ask: 'value';
      readonly variable: string;
      readonly member?: string;
      readonly value: Value | null;
    }
  /** Whom an input concerns: of a truth value those for whom it is true, else those who have another value than none. */
  | { readonly ask: 'who'; readonly variable: string; readonly members: readonly string[] | null }
  /** Which inputs of a gate concern anybody. */
  | { readonly ask: 'gate'; readonly gate: string; readonly variables: readonly string[] | null };

/** All that a person has said. Plain data: it can be kept, compared and shared. */
export interface CheckState {
  /** The first is whoever answers. */
  readonly members: readonly Member[];
  /** Whether these are all members. */
  readonly complete: boolean;
  /** In the order in which they were given. */
  readonly answers: readonly Answer[];
}

/** What an answer is an answer to; two answers with the same key do not stand side by side. */
export function answerKey(answer: Answer): string {
  if (answer.ask === 'gate') return `gate ${answer.gate}`;
  if (answer.ask === 'who') return `who ${answer.variable}`;
  return `value ${answer.variable} ${answer.member ?? ''}`;
}
