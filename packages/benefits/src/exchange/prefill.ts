import type { Value } from '@yokoten/rules';
import { startState } from '../ask/household.ts';
import { type Action, reduce } from '../ask/reduce.ts';
import type { CheckState } from '../ask/state.ts';
import { BenefitsError } from '../error.ts';
import type { Questions } from '../open/questions.ts';

/** What an embedding page knows already. It stays in the browser like everything else. */
export interface Prefill {
  /** The first is whoever answers. */
  readonly members?: readonly { readonly kind: string; readonly birth?: string }[];
  /** Whether these are all members. */
  readonly complete?: boolean;
  /** Values of inputs; of a member's by its position in `members`, of the household's without. */
  readonly values?: readonly {
    readonly variable: string;
    readonly value: Value;
    readonly member?: number;
  }[];
}

/** A state with what could be taken, and why the rest could not. */
export interface Prefilled {
  readonly state: CheckState;
  readonly refused: readonly BenefitsError[];
}

/**
 * A new state with what an embedding page knows. What does not fit the pack is left out and told, the rest is taken. Inputs that
 * nothing hangs on in this set of questions are passed over in silence: a page may know more than is asked.
 */
export function prefill(check: Questions, given: Prefill): Prefilled {
  const refused: BenefitsError[] = [];
  let state = startState(check);
  const take = (action: Action): void => {
    try {
      state = reduce(check, state, action);
    } catch (error) {
      if (!(error instanceof BenefitsError)) throw error;
      refused.push(error);
    }
  };
  const [self, ...others] = given.members ?? [];
  const places = [state.members[0]?.id];
  if (self?.birth !== undefined) take({ do: 'set-birth', member: 'm1', birth: self.birth });
  for (const { kind, birth } of others) {
    const before = state.members.length;
    take({ do: 'add-member', kind, ...(birth !== undefined && { birth }) });
    places.push(state.members.length > before ? state.members.at(-1)?.id : undefined);
  }
  if (given.complete === true) take({ do: 'complete', complete: true });
  for (const { variable, value, member } of given.values ?? []) {
    if (!check.inputs.has(variable) && known(check, variable)) continue;
    const id = member === undefined ? undefined : (places[member] ?? '');
    take({
      do: 'answer',
      answer: { ask: 'value', variable, value, ...(id !== undefined && { member: id }) },
    });
  }
  return { state, refused };
}

function known({ pack }: Questions, variable: string): boolean {
  return pack.rules.variables.some(({ name }) => name === variable);
}
