import { parseIsoDate } from '@yokoten/rules/calendar';
import { BenefitsError } from '../error.ts';
import type { Member } from '../model/household.ts';
import type { Chosen } from '../open/chosen.ts';
import type { Answer, CheckState } from './state.ts';

/** What a person does about the household: all that can be done before anything else is asked. */
export type HouseholdAction =
  | { readonly do: 'add-member'; readonly kind: string; readonly birth?: string | null }
  | { readonly do: 'remove-member'; readonly member: string }
  | { readonly do: 'set-birth'; readonly member: string; readonly birth: string | null }
  /** These are all members; or there are more after all. */
  | { readonly do: 'complete'; readonly complete: boolean }
  | { readonly do: 'start-over' };

/** Nobody's household is larger. */
export const MOST_MEMBERS = 30;

/** A household of one, of whom nothing is known. */
export function startState({ pack }: Pick<Chosen, 'pack'>): CheckState {
  const kind = pack.household.kinds[0]?.id ?? 'self';
  return { members: [{ id: 'm1', kind }], complete: false, answers: [] };
}

/**
 * The state after an action about the household; the state before stays as it is.
 * @throws BenefitsError `benefits/bad-answer`, `benefits/bad-household`; the text repeats no answer
 */
export function reduceHousehold(
  check: Chosen,
  state: CheckState,
  action: HouseholdAction,
): CheckState {
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
    case 'start-over':
      return startState(check);
  }
}

function addMember(
  check: Chosen,
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

function mostOf({ pack }: Chosen, kind: string): number | undefined {
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

function checkBirth({ date }: Chosen, birth: string | null): string | null {
  if (birth === null) return null;
  const day = parseIsoDate(birth);
  const today = parseIsoDate(date);
  if (day !== undefined && today !== undefined && day <= today && birth >= '1900') return birth;
  throw new BenefitsError('benefits/bad-answer#birth', [date]);
}

function badHousehold(kind: string): BenefitsError {
  return new BenefitsError('benefits/bad-household', [kind.slice(0, 40)]);
}
