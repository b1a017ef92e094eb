import './sentences.ts';
import { calculate, type Calculation } from './calculate.ts';
import { type Trace, traceSituation } from './http/trace.ts';
import type { Pack } from './pack.ts';
import type { Situation } from './situation.ts';

export type { Trace } from './http/trace.ts';

/** Something that works situations out: a pack here, or a server elsewhere (`@yokoten/openfisca/remote`). */
export interface Engine {
  /** Fills in what a situation asks for. */
  readonly calculate: (situation: Situation) => Promise<Calculation>;
  /** Calculates, and says what asked for what. */
  readonly trace: (situation: Situation) => Promise<Trace>;
}

/**
 * A pack as an engine: nothing leaves the machine.
 * @throws RulesError in its promises, see `calculate`
 */
export function localEngine(pack: Pack): Engine {
  return {
    calculate: async (situation) => calculate(pack, situation),
    trace: async (situation) => traceSituation(pack, situation),
  };
}
