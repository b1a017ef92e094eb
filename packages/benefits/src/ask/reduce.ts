import type { Questions } from '../open/questions.ts';
import { checkAnswer } from './check-answer.ts';
import { type HouseholdAction, reduceHousehold } from './household.ts';
import { type Answer, answerKey, type CheckState } from './state.ts';

/** What a person does. */
export type Action =
  | HouseholdAction
  | { readonly do: 'answer'; readonly answer: Answer }
  /** Takes an answer back by its key (`answerKey`), so that it is asked again where it still matters. */
  | { readonly do: 'forget'; readonly key: string }
  /** Takes the last answer back; before the first answer, the last birth date; then the household is open again. */
  | { readonly do: 'back' };

/**
 * The state after an action; the state before stays as it is.
 * @throws BenefitsError `benefits/bad-answer`, `benefits/bad-household`, `benefits/unknown-question`; the text repeats no answer
 */
export function reduce(check: Questions, state: CheckState, action: Action): CheckState {
  switch (action.do) {
    case 'answer':
      return answer(check, state, action.answer);
    case 'forget':
      return {
        ...state,
        answers: state.answers.filter((one) => answerKey(one) !== action.key),
      };
    case 'back':
      return back(state);
    default:
      return reduceHousehold(check, state, action);
  }
}

function answer(check: Questions, state: CheckState, given: Answer): CheckState {
  checkAnswer(check, state, given);
  const key = answerKey(given);
  const others = state.answers.filter(
    (one) => answerKey(one) === key || !overruled(check, one, given),
  );
  const known = others.some((one) => answerKey(one) === key);
  return {
    ...state,
    answers: known
      ? others.map((one) => (answerKey(one) === key ? given : one))
      : [...others, given],
  };
}

/** Whether an earlier answer says more about something that a new, wider answer says anew. */
function overruled({ gates }: Questions, earlier: Answer, given: Answer): boolean {
  if (given.ask === 'value' || earlier.ask === 'gate') return false;
  if (given.ask === 'who')
    return (
      earlier.ask === 'value' &&
      earlier.variable === given.variable &&
      !(given.members ?? []).includes(earlier.member ?? '')
    );
  const gate = gates.find(({ id }) => id === given.gate);
  return (
    gate?.variables.includes(earlier.variable) === true &&
    !(given.variables ?? []).includes(earlier.variable)
  );
}

function back(state: CheckState): CheckState {
  if (state.answers.length > 0) return { ...state, answers: state.answers.slice(0, -1) };
  const at = state.members.findLastIndex(({ birth }) => birth !== undefined);
  if (!state.complete || at < 0) return { ...state, complete: false };
  return {
    ...state,
    members: state.members.map((one, place) =>
      place === at ? { id: one.id, kind: one.kind } : one,
    ),
  };
}
