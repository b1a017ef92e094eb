import { parseIsoDate } from '@yokoten/rules';
import { BenefitsError } from '../error.ts';
import type { Member } from '../model/household.ts';
import type { Check } from '../open/check.ts';
import { checkAnswer } from './check-answer.ts';
import { type Answer, answerKey, type CheckState } from './state.ts';

/** What a person does. */
export type Action =
  | { readonly do: 'add-member'; readonly kind: string; readonly birth?: string | null }
  | { readonly do: 'remove-member'; readonly member: string }
  | { readonly do: 'set-birth'; readonly member: string; readonly birth: string | null }
  /** These are all members; or there are more after all. */
  | { readonly do: 'complete'; readonly complete: boolean }
  | { readonly do: 'answer'; readonly answer: Answer }
  /** Takes an answer back by its key (`answerKey`), so that it is asked again where it still matters. */
  | { readonly do: 'forget'; readonly key: string }
  /** Takes the last answer back; before the first answer, the last birth date; then the household is open again. */
  | { readonly do: 'back' }
  | { readonly do: 'start-over' };

/** Nobody's household is larger. */
export const MOST_MEMBERS = 30;

/** A household of one, of whom nothing is known. */
export function startState({ pack }: Check): CheckState {
  const kind = pack.household.kinds[0]?.id ?? 'self';
  return { members: [{ id: 'm1', kind }], complete: false, answers: [] };
}

/**
 * The state after an action; the state before stays as it is.
 * @throws BenefitsError `benefits/bad-answer`, `benefits/bad-household`, `benefits/unknown-question`; the text repeats no answer
 */
export function reduce(check: Check, state: CheckState, action: Action): CheckState {
  switch (action.do) {
    case 'add-member':
      return addMember(check, state, action.kind, action.birth);
    case 'remove-member':
      return removeMember(state, action.member);
    case 'set-birth':
      if (!state.members.some(({ id }) => id === action.member)) throw badHousehold(action.member);
      return {
        ...state,
        members: state.members.map((one) =>
          one.id === action.member ? { ...one, birth: checkBirth(check, action.birth) } : one,
        ),
      };
    case 'complete':
      return { ...state, complete: action.complete };
    case 'answer':
      return answer(check, state, action.answer);
    case 'forget':
      return {
        ...state,
        answers: state.answers.filter((one) => answerKey(one) !== action.key),
      };
    case 'back':
      return back(state);
    case 'start-over':
      return startState(check);
  }
}

function addMember(
  check: Check,
  state: CheckState,
  kind: string,
  birth: string | null | undefined,
): CheckState {
  const { kinds } = check.pack.household;
  const most = kinds.findIndex(({ id }) => id === kind) === 0 ? 1 : mostOf(check, kind);
  const there = state.members.filter((one) => one.kind === kind).length;
  if (most === undefined || there >= most || state.members.length >= MOST_MEMBERS)
    throw badHousehold(kind);
  const used = new Set(state.members.map(({ id }) => id));
  let number = state.members.length + 1;
  while (used.has(`m${number}`)) number++;
  const member: Member = {
    id: `m${number}`,
    kind,
    ...(birth !== undefined && { birth: checkBirth(check, birth) }),
  };
  return { ...state, members: [...state.members, member] };
}

function mostOf({ pack }: Check, kind: string): number | undefined {
  const found = pack.household.kinds.find(({ id }) => id === kind);
  return found && (found.most ?? MOST_MEMBERS);
}

function removeMember(state: CheckState, member: string): CheckState {
  const [, ...others] = state.members;
  if (!others.some(({ id }) => id === member)) throw badHousehold(member);
  return {
    ...state,
    members: state.members.filter(({ id }) => id !== member),
    answers: state.answers.flatMap((one): Answer[] => {
      if (one.ask === 'value') return one.member === member ? [] : [one];
      if (one.ask === 'gate' || one.members === null) return [one];
      return [{ ...one, members: one.members.filter((id) => id !== member) }];
    }),
  };
}

function answer(check: Check, state: CheckState, given: Answer): CheckState {
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
function overruled({ gates }: Check, earlier: Answer, given: Answer): boolean {
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

function checkBirth({ date }: Check, birth: string | null): string | null {
  if (birth === null) return null;
  const day = parseIsoDate(birth);
  const today = parseIsoDate(date);
  if (day !== undefined && today !== undefined && day <= today && birth >= '1900') return birth;
  throw new BenefitsError('benefits/bad-answer', {
    ja: `生年月日は、1900-01-01から${date}までの日付にしてください。`,
    en: `A date of birth is a day from 1900-01-01 to ${date}, written like 1990-06-15.`,
  });
}

function badHousehold(kind: string): BenefitsError {
  const shown = kind.slice(0, 40);
  return new BenefitsError('benefits/bad-household', {
    ja: `この世帯では、「${shown}」の人を足したり、変えたり、外したりできません。`,
    en: `A member "${shown}" cannot be added to, changed in or taken out of this household.`,
  });
}
