import type { Localized } from '@yokoten/standard';
import type { LegalSource } from './source.ts';

/**
 * How a programme pays. Sums are only ever made within one kind: a one-off payment is not a twelfth of anything. `monthly` and
 * `yearly` say what the output's figure is for: yen a month, yen a year. A `loan` is paid back. `in-kind` is a service or a
 * cost that is waived; its figure, if any, is not money in hand.
 */
export type MoneyKind = 'monthly' | 'yearly' | 'one-off' | 'loan' | 'in-kind';

/**
 * Until when to apply. `id` is stable within the programme: a calendar entry is recognised by it when the date changes.
 *
 * - `window`: from one day to another, `YYYY-MM-DD`.
 * - `yearly`: every year from `MM-DD` to `MM-DD`.
 * - `age`: by a member's birth date: so many months after it, or the end (31 March) of the school year in which that day falls.
 *   `before` shifts it by days; `kinds` says which members it concerns.
 * - `event`: so many days after something happened (a birth, a move); `event` names it in the programme's texts.
 */
export type Deadline = { readonly id: string } & (
  | { readonly kind: 'window'; readonly from?: string; readonly to: string }
  | { readonly kind: 'yearly'; readonly from?: string; readonly to: string }
  | {
      readonly kind: 'age';
      readonly kinds?: readonly string[];
      readonly months: number;
      readonly edge: 'birthday' | 'school-year-end';
      readonly before?: number;
    }
  | { readonly kind: 'event'; readonly event: string; readonly days: number }
);

/** Where somebody answers. */
export interface Contact {
  /** Local government code with its check digit; without it, the counter is for every municipality. */
  readonly municipality?: string;
  readonly name: Localized;
  /** As it is dialled, `03-0000-0000`. */
  readonly phone?: string;
  readonly email?: string;
  /** An https address. */
  readonly url?: string;
  readonly address?: string;
  readonly hours?: Localized;
}

/** A benefit, loan or service that the rules of a pack can work out. Its words are in `PackTexts.programmes`, by `id`. */
export interface Programme {
  /** Stable: stands in shared links and calendar entries. Letters of any script, digits, `-`, `_`. */
  readonly id: string;
  /** The variable whose value is the amount in yen, or how much of the service there is. Of a person, the members' values are summed. */
  readonly output: string;
  readonly money: MoneyKind;
  /** A truth value of the same entity: without being eligible there is nothing, whatever the amount says. */
  readonly eligible?: string;
  /** Variables whose values are shown beside the figure: what a visit to the doctor then costs. Of the same entity or the household. */
  readonly details?: readonly string[];
  /** The largest figure the rules can give is not a promise but a limit: 「最大」, "up to". */
  readonly upTo?: boolean;
  /** First and last day on which it exists, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
  readonly deadlines?: readonly Deadline[];
  readonly contacts?: readonly Contact[];
  /** Where to apply online, and where to read more: https addresses. */
  readonly applyUrl?: string;
  readonly infoUrl?: string;
  readonly sources: readonly LegalSource[];
}
