import { type Facts, factsOf } from '../facts/facts.ts';
import type { Check } from '../open/check.ts';
import { Reader } from '../result/reading.ts';
import { type Results, resultsFrom } from '../result/results.ts';
import type { HouseholdAsk } from './ask.ts';
import { rankAsks, type RankedAsk } from './order.ts';
import type { CheckState } from './state.ts';

/** Where a check stands: what is known, and what to ask next. */
export interface Standing {
  /** The question to put now; nothing when no answer can change a result any more. */
  readonly next?: HouseholdAsk | RankedAsk['ask'];
  /** Every question that can still change a result, the most telling first; empty while the household is asked about. */
  readonly asks: readonly RankedAsk[];
  readonly results: Results;
  readonly facts: Facts;
}

/**
 * Works out where a check stands. First the household is asked about, then only what can still change a result.
 * @throws RulesError where the rules cannot be worked out
 */
export function standingOf(check: Check, state: CheckState): Standing {
  const facts = factsOf(check, state);
  const reader = new Reader(check, facts);
  const results = resultsFrom(check, facts, reader);
  const household = householdAsk(check, state);
  if (household !== undefined) return { next: household, asks: [], results, facts };
  const asks = rankAsks(check, state, facts, reader);
  const [first] = asks;
  return { ...(first && { next: first.ask }), asks, results, facts };
}

/** The question about the household that is still to be answered, if there is one. */
export function householdAsk(
  { pack, inputs }: Check,
  { members, complete }: CheckState,
): HouseholdAsk | undefined {
  if (!complete) return { ask: 'members', key: 'members' };
  const { birth } = pack.household;
  if (birth === undefined || !inputs.has(birth)) return undefined;
  const member = members.find((one) => one.birth === undefined);
  return member && { ask: 'birth', key: `birth ${member.id}`, member };
}
