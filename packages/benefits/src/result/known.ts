import { type Facts, factsOf } from '../facts/facts.ts';
import type { CheckState } from '../ask/state.ts';
import type { Questions } from '../open/questions.ts';
import { Reader } from './reading.ts';

/** What follows from the answers of a state, with the bounds of the programmes, worked out as they are asked for. */
export interface Known {
  readonly facts: Facts;
  readonly reader: Reader;
}

/** By state, then by what was opened: the same inputs are never opened for two days or sets. */
const kept = new WeakMap<CheckState, WeakMap<Questions['inputs'], Known>>();

/** What is known in a state. It is worked out once: what to ask, results and charts read off the same bounds. */
export function knownOf(check: Questions, state: CheckState): Known {
  const ofState = kept.get(state) ?? new WeakMap<Questions['inputs'], Known>();
  kept.set(state, ofState);
  const known = ofState.get(check.inputs);
  if (known !== undefined) return known;
  const facts = factsOf(check, state);
  const found = { facts, reader: new Reader(check, facts) };
  ofState.set(check.inputs, found);
  return found;
}
