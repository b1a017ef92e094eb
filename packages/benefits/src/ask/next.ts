import type { Facts } from '../facts/facts.ts';
import type { Questions } from '../open/questions.ts';
import { knownOf } from '../result/known.ts';
import type { Reader } from '../result/reading.ts';
import type { HouseholdAsk } from './ask.ts';
import { rankAsks, type RankedAsk } from './order.ts';
import type { CheckState } from './state.ts';

/** What to ask next, and what that was found with. */
export interface Asking {
  /** The question to put now; nothing when no answer can change a result any more. */
  readonly next?: HouseholdAsk | RankedAsk['ask'];
  /** Every question that can still change a result, the most telling first; empty while the household is asked about. */
  readonly asks: readonly RankedAsk[];
  readonly facts: Facts;
  /** Bounds of the programmes, worked out as they are asked for. */
  readonly reader: Reader;
}

/**
 * Works out what to ask. First the household is asked about, then only what can still change a result.
 * @throws RulesError where the rules cannot be worked out
 */
export function askingOf(check: Questions, state: CheckState): Asking {
  const { facts, reader } = knownOf(check, state);
  const household = householdAsk(check, state);
  if (household !== undefined) return { next: household, asks: [], facts, reader };
  const asks = rankAsks(check, state, facts, reader);
  const [first] = asks;
  return { ...(first && { next: first.ask }), asks, facts, reader };
}

/** The question about the household that is still to be answered, if there is one. */
export function householdAsk(
  { pack, inputs }: Pick<Questions, 'pack' | 'inputs'>,
  { members, complete }: CheckState,
): HouseholdAsk | undefined {
  if (!complete) return { ask: 'members', key: 'members' };
  const { birth } = pack.household;
  if (birth === undefined || !inputs.has(birth)) return undefined;
  const member = members.find((one) => one.birth === undefined);
  return member && { ask: 'birth', key: `birth ${member.id}`, member };
}
