import type { Facts } from '../facts/facts.ts';
import type { Programme } from '../model/programme.ts';
import type { Questions } from '../open/questions.ts';
import { Reader, type Reading } from '../result/reading.ts';
import type { Ask } from './ask.ts';
import { candidates } from './candidates.ts';
import { samplesOf } from './samples.ts';
import type { CheckState } from './state.ts';

/** Questions beyond these are not tried out; they are those on which the fewest programmes hang. */
const MOST_TRIED = 8;

/** A question with how much it is worth putting now. */
export interface RankedAsk {
  readonly ask: Ask;
  /** Programmes that it is expected to settle; parts of one for bounds that get narrower. */
  readonly effect: number;
  /** Ids of the programmes that still hang on it. */
  readonly programmes: readonly string[];
}

interface OpenProgramme {
  readonly programme: Programme;
  readonly reading: Reading;
}

/**
 * All questions that can still change a result, the most telling first. None are left exactly when every programme is settled,
 * or hangs on nothing but what whoever answers does not know.
 */
export function rankAsks(
  check: Questions,
  state: CheckState,
  facts: Facts,
  reader: Reader,
): RankedAsk[] {
  const open = check.programmes
    .map((programme): OpenProgramme => ({ programme, reading: reader.read(programme) }))
    .filter(({ reading }) => !reading.settled);
  const matters = new Set(open.flatMap(({ reading }) => [...reading.open]));
  const asks = candidates(check, state, facts, matters)
    .map((ask) => {
      const touched = open.filter(({ reading }) => ask.open.some((at) => reading.open.has(at)));
      return { ask, touched };
    })
    .sort((a, b) => b.touched.length - a.touched.length);
  return asks
    .map(({ ask, touched }, at) => ({
      ask,
      effect: at < MOST_TRIED ? effectOf(check, facts, reader, ask, touched) : 0,
      programmes: touched.map(({ programme }) => programme.id),
    }))
    .sort((a, b) => b.effect - a.effect || placeOf(check, a.ask) - placeOf(check, b.ask));
}

/** Of questions that tell as much, the one comes first that the pack has first: an income before what is taken off it. */
function placeOf({ pack }: Questions, ask: Ask): number {
  const variable = ask.ask === 'gate' ? ask.gate.variables[0] : ask.input.variable;
  const place = pack.questions.findIndex((one) => one.variable === variable);
  return place < 0 ? pack.questions.length : place;
}

function effectOf(
  check: Questions,
  facts: Facts,
  reader: Reader,
  ask: Ask,
  touched: readonly OpenProgramme[],
): number {
  let effect = 0;
  for (const { weight, changes } of samplesOf(check, facts, ask)) {
    const narrowed = reader.narrowed(changes);
    for (const { programme, reading } of touched)
      effect += weight * gain(reading, narrowed.read(programme));
  }
  return effect;
}

function gain(before: Reading, after: Reading): number {
  if (after.settled) return 1;
  const [wide, narrow] = [before, after].map(({ amount }) => amount.most - amount.least);
  if (wide === undefined || narrow === undefined || !(narrow < wide)) return 0;
  return wide === Number.POSITIVE_INFINITY ? 0.5 : (1 - narrow / wide) / 2;
}
