import { type Facts, factsOf, type OpenInput } from '../facts/facts.ts';
import type { CheckState } from '../ask/state.ts';
import type { Questions } from '../open/questions.ts';
import { knownOf } from '../result/known.ts';
import { Reader } from '../result/reading.ts';
import type { Place } from './batch.ts';

/** From one value to another. */
export interface Reach {
  readonly from: number;
  readonly to: number;
}

/**
 * Programmes that hang on nothing that is open, but for one input, whatever its value between two. Never one that does; one that does
 * not may be missing.
 * @returns their ids
 */
export function certainLines(
  check: Questions,
  state: CheckState,
  place: Place,
  reach: Reach,
): ReadonlySet<string> {
  const { facts, reader } = knownOf(check, state);
  const tried = facts.open.findIndex((one) => isAt(one, place));
  const covered = covers(facts.open[tried], reach);
  const found = new Set<string>();
  const left = check.programmes.filter((programme) => {
    // What hangs on something else already where it stands does so over a range as well.
    const { open } = reader.read(programme);
    if ([...open].some((at) => at !== tried)) return false;
    if (!covered && hangsOnOthers(check, facts, tried, programme.id)) return true;
    found.add(programme.id);
    return false;
  });
  if (left.length === 0) return found;
  const wide = readerOver(check, state, place, reach);
  for (const programme of left)
    if ([...wide.reader.read(programme).open].every((at) => at === wide.tried))
      found.add(programme.id);
  return found;
}

/** Whether rules lead from another open input to a programme at all. */
function hangsOnOthers(
  { behind }: Questions,
  { open }: Facts,
  tried: number,
  programme: string,
): boolean {
  const inputs = behind.get(programme);
  return open.some(({ input }, at) => at !== tried && inputs?.has(input.index) !== false);
}

function isAt(one: OpenInput, { input, member }: Place): boolean {
  return one.variable === input.variable && one.member === member;
}

/** Whether an open input is known to take every value of the range; a list of values does not. */
function covers(open: OpenInput | undefined, { from, to }: Reach): boolean {
  if (open === undefined || open.values !== undefined) return false;
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = open;
  return least <= from && to <= most;
}

/** A reader for which one input takes any value of a range. A first look is enough: it is never too narrow. */
function readerOver(
  check: Questions,
  state: CheckState,
  place: Place,
  { from, to }: Reach,
): { readonly reader: Reader; readonly tried: number } {
  const facts = factsOf(check, state);
  const others = facts.open.filter((one) => !isAt(one, place));
  const { input, member } = place;
  const tried: OpenInput = {
    variable: input.variable,
    member,
    input,
    unsure: false,
    least: from,
    most: to,
  };
  const open: Facts = { simulation: facts.simulation, open: [...others, tried] };
  return { reader: new Reader(check, open).narrowed(new Map()), tried: others.length };
}
