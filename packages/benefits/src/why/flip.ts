import { ETERNITY, readable, type Value } from '@yokoten/rules';
import type { CheckState } from '../ask/state.ts';
import { concerns, type Facts, factsOf } from '../facts/facts.ts';
import type { Member } from '../model/household.ts';
import type { Check } from '../open/check.ts';
import { programmeOf } from '../open/chosen.ts';
import type { Input } from '../open/input.ts';
import { amountsFor, type Place } from '../what-if/batch.ts';

/** One change that turns nothing into something, or something into nothing. */
export interface Flip {
  readonly variable: string;
  readonly member?: Member;
  /** As it is. */
  readonly from: Value;
  /** The nearest value with the other result. Of a choice, one of those that have it. */
  readonly to: Value;
  /** Whole yen, before and after. */
  readonly before: number;
  readonly after: number;
}

/** How far numbers are looked at, as multiples of what they are. */
const REACH = 4;
/** Points of the first look, then of each closer one. */
const FIRST_POINTS = 32;
const POINTS = 8;
/** Choices that are tried; of a place there are hundreds. */
const MOST_CHOICES = 64;
/** Where a number has no value yet to start from. */
const FIRST_REACH = 10_000_000;

/**
 * The smallest changes that turn a result round, each of one answer alone: first numbers, those nearest to what they are, then
 * choices. Dates of birth and the members stay. What nobody answered has its initial value.
 * @throws BenefitsError `benefits/unknown-programme`
 * @throws RulesError where the rules cannot be worked out
 */
export function smallestChanges(check: Check, state: CheckState, programmeId: string): Flip[] {
  const programme = programmeOf(check.pack, programmeId);
  const facts = factsOf(check, state);
  const { birth } = check.pack.household;
  const behind = check.behind.get(programmeId);
  const flips: { flip: Flip; far: number }[] = [];
  for (const input of check.inputs.values()) {
    if (behind?.has(input.index) !== true || input.variable === birth) continue;
    if (input.question.untried === true) continue;
    const members = input.ofPersons ? state.members : [undefined];
    for (const [at, member] of members.entries()) {
      if (!concerns(check, input, member)) continue;
      const place = { input, member: at };
      const amounts = (values: readonly Value[]): number[] =>
        amountsFor(check, facts, place, values, [programme])[0] ?? [];
      const found = flipAt(facts, place, amounts);
      if (found === undefined) continue;
      const flip = { variable: input.variable, ...(member && { member }), ...found.flip };
      flips.push({ flip, far: found.far });
    }
  }
  return flips.toSorted((a, b) => a.far - b.far).map(({ flip }) => flip);
}

type Found = { readonly flip: Omit<Flip, 'variable' | 'member'>; readonly far: number };
type Amounts = (values: readonly Value[]) => number[];

function flipAt(facts: Facts, { input, member }: Place, amounts: Amounts): Found | undefined {
  const variable = facts.simulation.pack.variable(input.index);
  const raw = facts.simulation.known(input.index, ETERNITY)?.[member];
  if (raw === undefined) return undefined;
  const from = readable(variable, raw);
  const [before = 0] = amounts([from]);
  if (typeof from === 'number' && input.values === undefined)
    return nearestNumber(input, from, before, amounts);
  const others = choicesOf(input).filter((value) => value !== from);
  const after = amounts(others);
  const at = after.findIndex((amount) => amount > 0 !== before > 0);
  const to = others[at];
  if (to === undefined) return undefined;
  return { flip: { from, to, before, after: after[at] ?? 0 }, far: Number.POSITIVE_INFINITY };
}

function choicesOf(input: Input): readonly Value[] {
  if (input.type === 'bool') return [true, false];
  return (input.values ?? []).slice(0, MOST_CHOICES);
}

/** The nearest number below and above with the other result; the nearer of the two. */
function nearestNumber(
  { least = 0, most = Number.MAX_SAFE_INTEGER }: Input,
  from: number,
  before: number,
  amounts: Amounts,
): Found | undefined {
  const other = (amount: number): boolean => amount > 0 !== before > 0;
  const reach = from === 0 ? FIRST_REACH : Math.abs(from) * REACH;
  const found = [Math.max(least, from - reach), Math.min(most, from + reach)].flatMap(
    (end): Found[] => {
      const to = end === from ? undefined : firstOther(from, end, amounts, other);
      if (to === undefined) return [];
      const [after = 0] = amounts([to]);
      const far = Math.abs(to - from) / Math.max(1, Math.abs(from));
      return [{ flip: { from, to, before, after }, far }];
    },
  );
  return found.toSorted((a, b) => a.far - b.far)[0];
}

/** Looks in even steps from `from` to `end`, then within the step in which the result turns, to one whole number. */
function firstOther(
  from: number,
  end: number,
  amounts: Amounts,
  other: (amount: number) => boolean,
): number | undefined {
  let [same, turned] = [from, end];
  for (let count = FIRST_POINTS; ; count = POINTS) {
    const step = (turned - same) / count;
    const points = Array.from({ length: count }, (_, at) => Math.round(same + step * (at + 1)));
    const distinct = [...new Set(points)].filter((point) => point !== same);
    const at = amounts(distinct).findIndex((amount) => other(amount));
    const next = distinct[at];
    if (next === undefined) return undefined;
    same = distinct[at - 1] ?? same;
    turned = next;
    if (Math.abs(turned - same) <= 1) return turned;
  }
}
