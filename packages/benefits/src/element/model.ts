import { reduceHousehold } from '../ask/household.ts';
import type { Action } from '../ask/reduce.ts';
import type { CheckState } from '../ask/state.ts';
import type { Chosen } from '../open/chosen.ts';
import type { Questions } from '../open/questions.ts';
import type { AskPart, Asked, LazyViews, Told } from './context.ts';

/** What is worked out with: it changes as a whole or not at all. */
export interface Model {
  readonly check: Chosen | Questions;
  readonly state: CheckState;
  readonly asked: Asked | undefined;
  readonly told: Told | undefined;
}

/** The parts of the page that are here. */
export interface Parts {
  readonly ask: AskPart | undefined;
  readonly lazy: LazyViews | undefined;
}

/** Whether more than the first question can be asked. */
export function isOpened(check: Chosen): check is Questions {
  return 'inputs' in check;
}

/**
 * All that the parts that are here can work out.
 * @throws RulesError where the rules cannot be worked out
 */
export function modelOf({ ask, lazy }: Parts, check: Chosen, state: CheckState): Model {
  const asked =
    ask !== undefined && isOpened(check)
      ? { check, asking: ask.askingOf(check, state) }
      : undefined;
  return { check, state, asked, told: asked && lazy?.tell(asked) };
}

/**
 * The state after what a person did. Before the part that asks is here, that is only about the household.
 * @throws BenefitsError as `reduce` does
 */
export function acted({ ask }: Parts, { check, state }: Model, action: Action): CheckState {
  if (ask !== undefined && isOpened(check)) return ask.reduce(check, state, action);
  if (action.do === 'answer' || action.do === 'forget' || action.do === 'back') return state;
  return reduceHousehold(check, state, action);
}

/** Greatest possible total of each kind of money so far, by kind. */
export function scaleOf(
  before: ReadonlyMap<string, number>,
  told: Told | undefined,
): ReadonlyMap<string, number> {
  const sums = (told?.standing.results.totals ?? []).map(
    ({ money, least, most }): [string, number] => [
      money,
      Math.max(before.get(money) ?? 0, Number.isFinite(most) ? most : least),
    ],
  );
  return new Map([...before, ...sums]);
}
